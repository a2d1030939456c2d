import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { OutputOf } from '../../../app/contract/index.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { useCommand } from '../../bridge/index.ts';
import { Facts, Inspector, StatusChip } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { healthOf } from './health.ts';
import { MeasuredBars } from './measured-bars.tsx';
import { RunOnMenu } from './run-on-menu.tsx';
import classes from './models.module.css';

interface ModelInspectorProps {
  readonly model: ModelRow;
  readonly runtimes: OutputOf<'models.list'>['runtimes'];
  readonly onClose: () => void;
}

/** One model: what it is, whether it may be trusted, where it runs, how fast, and its card. */
export function ModelInspector({ model, runtimes, onClose }: ModelInspectorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const verify = useCommand('models.verify');
  const measure = useCommand('models.measure');
  const health = healthOf(model);
  const facts: readonly (readonly [string, string])[] = [
    [t('models:facts.version'), model.version],
    [t('models:facts.licence'), model.licence],
    [t('models:facts.source'), model.source],
    [t('models:facts.size'), format.bytes(model.bytes)],
    [t('models:facts.golden'), goldenText()],
    [t('models:facts.usedBy'), format.list(model.usedBy.map((feature) => t(`models:features.${feature}`)))],
  ];

  return (
    <Inspector title={model.id} label={t('models:inspector')} onClose={onClose}>
      <div className={classes.block}>
        <StatusChip status={health.status} label={t(health.key)} />
        {health.status === 'fail' ? <p>{t('models:degraded')}</p> : null}
        {model.integrityDetail ? <p className={classes.detail}>{model.integrityDetail}</p> : null}
        {model.licenceFlag ? <p className={classes.note}>{t('models:licenceFlag')}</p> : null}
        {model.fellBack ? (
          <>
            <p className={classes.note}>{t('models:fellBack')}</p>
            <p className={classes.detail}>{model.fellBack}</p>
          </>
        ) : null}
        <div className={classes.buttons}>
          <RunOnMenu model={model} runtimes={runtimes} />
          <Button variant="default" onClick={() => verify.mutate({ id: model.id })} loading={verify.isPending}>
            {t('models:verify')}
          </Button>
          <Button variant="default" onClick={() => measure.mutate({ id: model.id })} loading={measure.isPending}>
            {t('models:measure')}
          </Button>
        </div>
      </div>
      <MeasuredBars model={model} />
      <Facts facts={facts} className={classes.facts} />
      <div className={classes.card}>
        <Markdown remarkPlugins={[remarkGfm]} disallowedElements={['img']} components={{ a: ({ children }) => <span>{children}</span> }}>
          {model.card}
        </Markdown>
      </div>
    </Inspector>
  );

  function goldenText(): string {
    if (!model.golden) return t('models:golden.notRun');
    const difference = model.golden.maxRelativeDifference.toExponential(1);
    return t(model.golden.passed ? 'models:golden.passed' : 'models:golden.failed', { difference });
  }
}
