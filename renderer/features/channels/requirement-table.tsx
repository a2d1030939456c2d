import { Button, Checkbox } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from '../../../app/contract/packs.ts';
import { IconButton, StatusChip } from '../../design/index.ts';
import { AddRule } from './add-rule.tsx';
import { differences, type Standing } from './logic/differences.ts';
import type { Draft, DraftRequirement } from './logic/draft.ts';
import type { Problem } from './problem-text.ts';
import { RequirementCells } from './requirement-cells.tsx';
import type { PackDraft } from './use-draft.ts';
import classes from './editor.module.css';

interface RequirementTableProps {
  readonly edit: PackDraft;
  readonly draft: Draft;
  /** the console's requirements; null for a channel of one's own */
  readonly origin: readonly DraftRequirement[] | null;
  readonly forms: readonly RuleForm[];
  readonly problems: ReadonlyMap<string, Problem>;
  /** what the channel is called */
  readonly channel: string;
}

/** Every rule of a pack in one line: on or off, what it asks, what happens otherwise, and where that is written. */
export function RequirementTable({ edit, draft, origin, forms, problems, channel }: RequirementTableProps) {
  const { t } = useTranslation();
  const { standings, missing } = origin === null ? { standings: [], missing: [] } : differences(draft.requirements, origin);
  return (
    <section className={classes.section} aria-label={t('packs:rules.title')}>
      <h2 className={classes.heading}>{t('packs:rules.title')}</h2>
      {draft.requirements.length === 0 ? <p className={classes.quiet}>{t('packs:rules.none')}</p> : (
        <table className="v-table" aria-label={t('packs:rules.label', { channel })}>
          <thead>
            <tr>
              <th scope="col">{t('packs:rules.on')}</th>
              <th scope="col">{t('packs:rules.rule')}</th>
              <th scope="col">{t('packs:rules.severity')}</th>
              <th scope="col">{t('packs:rules.asks')}</th>
              <th scope="col">{t('packs:rules.source')}</th>
              <th scope="col"><span className="v-visually-hidden">{t('packs:columns.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {draft.requirements.map((requirement, index) => (
              <Row
                key={`${index}-${requirement.rule}`}
                requirement={requirement}
                standing={standings[index] ?? null}
                index={index}
                form={forms.find(({ rule }) => rule === requirement.rule)}
                problems={problems}
                onChange={(next) => edit.requirement(index, next)}
              />
            ))}
          </tbody>
        </table>
      )}
      {missing.length > 0 ? (
        <ul className={classes.missing}>
          {missing.map((requirement) => (
            <li key={JSON.stringify(requirement)}>
              <span className={classes.quiet}>{t('packs:rules.missing')}</span>
              {t(`rules:rules.${requirement.rule}.name`)}
              <Button size="compact-xs" variant="subtle" onClick={() => edit.addRequirement(requirement)}>{t('packs:rules.putBack')}</Button>
            </li>
          ))}
        </ul>
      ) : null}
      <AddRule forms={forms} label={t('packs:rules.add')} onAdd={edit.addRequirement} />
    </section>
  );
}

interface RowProps {
  readonly requirement: DraftRequirement;
  readonly standing: Standing | null;
  readonly index: number;
  readonly form: RuleForm | undefined;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly onChange: (next: DraftRequirement | null) => void;
}

function Row({ requirement, standing, index, form, problems, onChange }: RowProps) {
  const { t } = useTranslation();
  const rule = t(`rules:rules.${requirement.rule}.name`);
  const on = requirement.off !== true;
  const origin = standing?.state === 'changed' ? standing.origin : null;
  return (
    <tr data-off={!on || undefined} className={classes.row}>
      <td><Checkbox aria-label={t('packs:rules.switch', { rule })} checked={on} onChange={() => onChange({ ...requirement, off: on })} /></td>
      <th scope="row" className={classes.rule} title={t(`rules:rules.${requirement.rule}.why`)}>
        {rule}{' '}
        {standing !== null && standing.state !== 'same' ? <StatusChip plain status="info" label={t(`packs:rules.${standing.state}`)} /> : null}
      </th>
      <RequirementCells requirement={requirement} form={form} path={['requirements', index]} problems={problems} onChange={onChange} />
      <td className={classes.buttons}>
        {origin ? <IconButton icon={IconArrowBackUp} label={t('packs:rules.resetOne', { rule })} position="left" onClick={() => onChange(origin)} /> : null}
        <IconButton icon={IconTrash} label={t('packs:rules.removeOne', { rule })} position="left" onClick={() => onChange(null)} />
      </td>
    </tr>
  );
}
