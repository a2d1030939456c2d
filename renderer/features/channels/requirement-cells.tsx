import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from '../../../app/contract/packs.ts';
import { Severity } from '../../../app/photo-check/types.ts';
import { FieldInput } from './field-input.tsx';
import { withField, type DraftRequirement, type Path } from './logic/draft.ts';
import { useProblemText, type Problem } from './problem-text.ts';
import { SourceCell } from './source-cell.tsx';
import classes from './editor.module.css';

export interface RequirementCellsProps {
  readonly requirement: DraftRequirement;
  /** what its rule may set */
  readonly form: RuleForm | undefined;
  /** where it stands in the draft */
  readonly path: Path;
  /** problems of the whole draft, by path */
  readonly problems: ReadonlyMap<string, Problem>;
  readonly onChange: (requirement: DraftRequirement) => void;
}

/** Problems by where they are. */
export const problemsByPath = (problems: readonly Problem[]): ReadonlyMap<string, Problem> => new Map(problems.map((problem) => [problem.path.join('.'), problem]));

/** The problem of a value, or of something inside it. */
function problemAt(problems: ReadonlyMap<string, Problem>, path: Path): Problem | undefined {
  const at = path.join('.');
  return problems.get(at) ?? [...problems].find(([key]) => key.startsWith(`${at}.`))?.[1];
}

/** What a requirement asks, what happens otherwise, and where that is written: three cells of a row. */
export function RequirementCells({ requirement, form, path, problems, onChange }: RequirementCellsProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const rule = t(`rules:rules.${requirement.rule}.name`);
  const errorAt = (...inner: Path): string | null => {
    const problem = problemAt(problems, [...path, ...inner]);
    return problem === undefined ? null : say(problem, form?.fields.find(({ name }) => name === inner[0]));
  };
  return (
    <>
      <td>
        <NativeSelect
          size="xs"
          className={classes.severity ?? ''}
          aria-label={t('packs:rules.severityOf', { rule })}
          value={requirement.severity}
          data={Severity.options.toReversed().map((value) => ({ value, label: t(`packs:rules.${value}`) }))}
          onChange={(event) => onChange({ ...requirement, severity: Severity.parse(event.currentTarget.value) })}
        />
      </td>
      <td className={classes.asks}>
        <div className={classes.fields}>
          {form?.fields.map((field) => {
            const words = t(`packs:fields.${field.name}`, { defaultValue: field.name });
            return (
              <span key={field.name} className={classes.field}>
                {field.kind === 'flag' ? null : <span className={classes.fieldName} aria-hidden>{words}</span>}
                <FieldInput
                  field={field}
                  value={requirement[field.name]}
                  label={t('packs:rules.fieldOf', { rule, field: words })}
                  error={errorAt(field.name)}
                  onChange={(value) => onChange(withField(requirement, field.name, value))}
                />
              </span>
            );
          })}
          {form?.fields.length === 0 ? <span className={classes.quiet}>{t('packs:rules.nothing')}</span> : null}
        </div>
      </td>
      <td className={classes.sourceColumn}>
        <SourceCell source={requirement.source} rule={rule} errorOf={(field) => errorAt('source', field)} onChange={(source) => onChange({ ...requirement, source })} />
      </td>
    </>
  );
}
