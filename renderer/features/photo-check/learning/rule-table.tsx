import type { RuleRecord } from '../../../../app/photo-check/learning/types.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { PrecisionBar } from './precision-bar.tsx';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

interface RuleTableProps {
  readonly rules: readonly RuleRecord[];
  readonly fewest: number;
  /** while the inspector takes the room */
  readonly brief: boolean;
  readonly chosen: RuleId | null;
  readonly onChoose: (rule: RuleId | null) => void;
}

type Column = readonly [name: 'found' | 'right' | 'wrong' | 'missed' | 'passed' | 'rejected' | 'waived', count: (rule: RuleRecord) => number];

const told: readonly Column[] = [
  ['found', (rule) => rule.found],
  ['right', (rule) => rule.right],
  ['wrong', (rule) => rule.wrong],
  ['missed', (rule) => rule.missed],
];
/** What staff did without a word; on the right, and only where there is room. */
const done: readonly Column[] = [
  ['passed', (rule) => rule.deeds.passed],
  ['rejected', (rule) => rule.deeds.rejected],
  ['waived', (rule) => rule.waived],
];
const columnsOf = (brief: boolean): readonly Column[] => (brief ? told : [...told, ...done]);

/** One line a rule: what it found, what staff said of that, and how far the two allow a judgement. */
export function RuleTable({ rules, fewest, brief, chosen, onChoose }: RuleTableProps) {
  const { t } = useLearningWords();
  return (
    <table className="v-table">
      <thead>
        <tr>
          <th scope="col">{t('learning:columns.rule')}</th>
          {columnsOf(brief).map(([name]) => (
            <th key={name} scope="col" className="v-end" title={t(`learning:columns.${name}About`)}>
              {t(`learning:columns.${name}`)}
            </th>
          ))}
          <th scope="col">{t('learning:columns.precision')}</th>
          {brief ? null : <th scope="col">{t('learning:columns.foundAtMost')}</th>}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Row key={rule.rule} rule={rule} fewest={fewest} brief={brief} chosen={rule.rule === chosen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ rule, fewest, brief, chosen, onChoose }: { rule: RuleRecord } & Omit<RuleTableProps, 'rules' | 'chosen'> & { chosen: boolean }) {
  const { t, format, share, whole } = useLearningWords();
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <button type="button" className={classes.name} aria-expanded={chosen} onClick={() => onChoose(chosen ? null : rule.rule)}>
          {t(`rules:rules.${rule.rule}.name`)}
        </button>
      </th>
      {columnsOf(brief).map(([name, count]) => (
        <td key={name} className="v-end">
          {format.number(count(rule), 0)}
        </td>
      ))}
      <td>
        {rule.precision ? (
          <span className={classes.measured}>
            <PrecisionBar value={rule.precision} />
            {share(rule.precision)}
          </span>
        ) : (
          <span className={classes.quiet}>{t('learning:precision.missing', { count: Math.max(0, fewest - rule.right - rule.wrong) })}</span>
        )}
      </td>
      {brief ? null : <td className={classes.quiet}>{rule.foundAtMost === null ? t('learning:unknown') : t('learning:atMost', { share: whole(rule.foundAtMost) })}</td>}
    </tr>
  );
}
