import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { asCallError, useCall } from '../../../bridge/index.ts';
import { ErrorPanel, Inspector, SkeletonRows } from '../../../design/index.ts';
import { Page } from '../../../shell/page.tsx';
import { DefectForm } from './defects/defect-form.tsx';
import { DefectInspector } from './defects/defect-inspector.tsx';
import { DefectsView } from './defects/defects-view.tsx';
import { LabelView } from './defects/label-view.tsx';
import { useDefectActions } from './defects/use-defect-actions.ts';
import { RulesView } from './rules-view.tsx';
import { RuleInspector } from './rule-inspector.tsx';
import { useLearningWords } from './use-learning-words.ts';
import panel from './defects/defects.module.css';
import classes from './learning.module.css';

/** What the console learns from staff: how right its rules are, and defects that the shop teaches it. */
export function LearningPage() {
  const { t } = useLearningWords();
  const [params, setParams] = useSearchParams();
  const actions = useDefectActions();
  const rules = useCall('learning.rules', {});
  const defects = useCall('defects.list', {});
  const tab = params.get('tab') === 'defects' ? 'defects' : 'rules';
  const go = (to: Readonly<Record<string, string>>): void => setParams(to, { replace: true });
  const rule = tab === 'rules' ? rules.data?.rules.find((one) => one.rule === params.get('rule')) : undefined;
  const defect = tab === 'defects' ? defects.data?.find((one) => one.id === params.get('defect')) : undefined;
  const labelling = defect !== undefined && params.has('label');
  const asked = tab === 'rules' ? rules : defects;

  const inspector = (): React.ReactNode => {
    if (labelling) return null;
    if (rule && rules.data) return <RuleInspector rule={rule} fewest={rules.data.fewest} onClose={() => go({})} />;
    if (defect) return <DefectInspector key={defect.id} defect={defect} actions={actions} onClose={() => go({ tab })} />;
    if (tab !== 'defects' || !params.has('new')) return null;
    return (
      <Inspector title={t('learning:action.new')} label={t('learning:defectPanel')} onClose={() => go({ tab })}>
        <div className={panel.panel}>
          <DefectForm onSave={(name, about) => void actions.create(name, about).then((id) => { if (id !== null) go({ tab, defect: id, label: '1' }); })} onCancel={() => go({ tab })} />
        </div>
      </Inspector>
    );
  };
  const content = (): React.ReactNode => {
    if (asked.error) return <ErrorPanel error={asCallError(asked.error)} onRetry={() => void asked.refetch()} />;
    if (labelling) return <LabelView key={defect.id} defect={defect} actions={actions} onLeave={() => go({ tab, defect: defect.id })} />;
    if (tab === 'rules') return rules.data ? <RulesView data={rules.data} chosen={rule?.rule ?? null} onChoose={(id) => go(id === null ? {} : { rule: id })} /> : <SkeletonRows rows={8} />;
    return defects.data ? <DefectsView defects={defects.data} chosen={defect?.id ?? null} onChoose={(id) => go(id === null ? { tab } : { tab, defect: id })} onNew={() => go({ tab, new: '1' })} /> : <SkeletonRows rows={4} />;
  };
  return (
    <Page
      fixed={labelling}
      title={labelling ? defect.name : t('shell:places.learning')}
      view={
        labelling ? (
          <Button variant="subtle" leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />} onClick={() => go({ tab, defect: defect.id })}>
            {t('learning:label.leave')}
          </Button>
        ) : (
          <span className={classes.bar}>
            <Link className={classes.back} to="/photos">
              <IconArrowLeft size={14} stroke={1.75} aria-hidden />
              {t('shell:places.photos')}
            </Link>
            <SegmentedControl
              aria-label={t('learning:tabs.label')}
              value={tab}
              data={(['rules', 'defects'] as const).map((value) => ({ value, label: t(`learning:tabs.${value}`) }))}
              onChange={(value) => go(value === 'defects' ? { tab: value } : {})}
            />
          </span>
        )
      }
      actions={
        tab === 'defects' && !labelling ? (
          <Button leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => go({ tab, new: '1' })}>
            {t('learning:action.new')}
          </Button>
        ) : null
      }
      inspector={inspector()}
    >
      {content()}
    </Page>
  );
}
