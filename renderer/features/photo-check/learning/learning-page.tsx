import { IconArrowLeft, IconSchool } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { asCallError, useCall } from '../../../bridge/index.ts';
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../design/index.ts';
import { Page } from '../../../shell/page.tsx';
import { RuleInspector } from './rule-inspector.tsx';
import { RuleTable } from './rule-table.tsx';
import { useLearningWords } from './use-learning-words.ts';
import classes from './learning.module.css';

/** What the console learns from staff: how right its rules are. */
export function LearningPage() {
  const { t } = useLearningWords();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useCall('learning.rules', {});
  const chosen = data?.rules.find(({ rule }) => rule === params.get('rule'));
  const choose = (rule: string | null): void => setParams(rule === null ? {} : { rule }, { replace: true });
  return (
    <Page
      title={t('shell:places.learning')}
      view={
        <Link className={classes.back} to="/photos">
          <IconArrowLeft size={14} stroke={1.75} aria-hidden />
          {t('shell:places.photos')}
        </Link>
      }
      inspector={chosen && data ? <RuleInspector rule={chosen} fewest={data.fewest} onClose={() => choose(null)} /> : null}
    >
      {error ? <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} /> : null}
      {data?.rules.length === 0 ? (
        <EmptyState icon={IconSchool} title={t('learning:empty.title')} example={t('learning:empty.example')}>
          {t('learning:empty.text')}
        </EmptyState>
      ) : null}
      {data && data.rules.length > 0 ? (
        <>
          <RuleTable rules={data.rules} fewest={data.fewest} brief={chosen !== undefined} chosen={chosen?.rule ?? null} onChoose={choose} />
          <p className={classes.note}>{t('learning:howCounted', { fewest: data.fewest })}</p>
        </>
      ) : null}
    </Page>
  );
}
