import { IconSchool } from '@tabler/icons-react';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { EmptyState } from '../../../design/index.ts';
import { RuleTable } from './rule-table.tsx';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

interface RulesViewProps {
  readonly data: OutputOf<'learning.rules'>;
  readonly chosen: RuleId | null;
  readonly onChoose: (rule: RuleId | null) => void;
}

/** How right the console's rules are, or what that is for. */
export function RulesView({ data, chosen, onChoose }: RulesViewProps) {
  const { t } = useLearningWords();
  if (data.rules.length === 0) {
    return (
      <EmptyState icon={IconSchool} title={t('learning:empty.title')} example={t('learning:empty.example')}>
        {t('learning:empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <RuleTable rules={data.rules} fewest={data.fewest} brief={chosen !== null} chosen={chosen} onChoose={onChoose} />
      <p className={classes.note}>{t('learning:howCounted', { fewest: data.fewest })}</p>
    </>
  );
}
