import { TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from '../../../app/contract/packs.ts';
import { IconButton } from '../../design/index.ts';
import { useNow } from '../../shell/use-now.ts';
import { AddRule } from './add-rule.tsx';
import { ComingWhen } from './coming-when.tsx';
import { dayOf } from '../../i18n/index.ts';
import type { Draft, DraftChange } from './logic/draft.ts';
import { useProblemText, type Problem } from './problem-text.ts';
import { RequirementCells } from './requirement-cells.tsx';
import type { PackDraft } from './use-draft.ts';
import classes from './editor.module.css';

interface ComingTableProps {
  readonly edit: PackDraft;
  readonly draft: Draft;
  readonly forms: readonly RuleForm[];
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Rules that start on a day: announced by the channel, or planned by the shop. */
export function ComingTable({ edit, draft, forms, problems }: ComingTableProps) {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  return (
    <section className={classes.section} aria-label={t('packs:coming.title')}>
      <h2 className={classes.heading}>{t('packs:coming.title')}</h2>
      <p className={classes.quiet}>{draft.upcoming.length === 0 ? t('packs:coming.none') : t('packs:coming.hint')}</p>
      {draft.upcoming.length === 0 ? null : (
        <table className="v-table" aria-label={t('packs:coming.title')}>
          <thead>
            <tr>
              <th scope="col">{t('packs:coming.date')}</th>
              <th scope="col">{t('packs:rules.rule')}</th>
              <th scope="col">{t('packs:rules.severity')}</th>
              <th scope="col">{t('packs:rules.asks')}</th>
              <th scope="col">{t('packs:rules.source')}</th>
              <th scope="col">{t('packs:coming.note')}</th>
              <th scope="col"><span className="v-visually-hidden">{t('packs:columns.actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {draft.upcoming.map((change, index) => (
              <Row key={`${index}-${change.requirement.rule}`} change={change} index={index} form={forms.find(({ rule }) => rule === change.requirement.rule)} problems={problems} onChange={(next) => edit.upcoming(index, next)} />
            ))}
          </tbody>
        </table>
      )}
      <AddRule forms={forms} label={t('packs:coming.add')} onAdd={(requirement) => edit.addUpcoming({ date: today, requirement })} />
    </section>
  );
}

interface RowProps {
  readonly change: DraftChange;
  readonly index: number;
  readonly form: RuleForm | undefined;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly onChange: (next: DraftChange | null) => void;
}

function Row({ change, index, form, problems, onChange }: RowProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const rule = t(`rules:rules.${change.requirement.rule}.name`);
  const problem = problems.get(`upcoming.${index}.date`);
  return (
    <tr className={classes.row}>
      <td>
        <TextInput size="xs" type="date" aria-label={t('packs:coming.dateOf', { rule })} value={change.date} onChange={(event) => onChange({ ...change, date: event.currentTarget.value })} {...(problem ? { error: say(problem) } : {})} />
        <ComingWhen date={change.date} />
      </td>
      <th scope="row" className={classes.rule}>{rule}</th>
      <RequirementCells requirement={change.requirement} form={form} path={['upcoming', index, 'requirement']} problems={problems} onChange={(requirement) => onChange({ ...change, requirement })} />
      <td><TextInput size="xs" aria-label={t('packs:coming.noteOf', { rule })} value={change.note ?? ''} onChange={(event) => onChange({ ...change, note: event.currentTarget.value })} /></td>
      <td className={classes.buttons}><IconButton icon={IconTrash} label={t('packs:rules.removeOne', { rule })} position="left" onClick={() => onChange(null)} /></td>
    </tr>
  );
}
