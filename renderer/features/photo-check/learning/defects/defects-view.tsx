import { IconTags } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { EmptyState } from '../../../../design/index.ts';
import { useLearningWords } from '../use-learning-words.ts';
import { DefectTable } from './defect-table.tsx';
import classes from '../learning.module.css';

interface DefectsViewProps {
  readonly defects: readonly DefectRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onNew: () => void;
}

/** The merchant's own defects, or what they are for. */
export function DefectsView({ defects, chosen, onChoose, onNew }: DefectsViewProps) {
  const { t } = useLearningWords();
  if (defects.length === 0) {
    return (
      <EmptyState icon={IconTags} title={t('learning:noDefects.title')} example={t('learning:noDefects.example')} actions={<Button onClick={onNew}>{t('learning:action.new')}</Button>}>
        {t('learning:noDefects.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <DefectTable defects={defects} chosen={chosen} onChoose={onChoose} />
      <p className={classes.note}>{t('learning:howLearnt')}</p>
    </>
  );
}
