import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../bridge/index.ts';
import { Facts } from '../../design/index.ts';
import { Section } from './row.tsx';
import classes from './settings.module.css';

const sources: Readonly<Record<string, string>> = {
  npm: 'settings:about.sources.npm',
  override: 'settings:about.sources.override',
  fallback: 'settings:about.sources.fallback',
};

/** Which Vitrine, on which Electron, from where. */
export function AboutSection() {
  const { t } = useTranslation();
  const about = useCall('system.about', {}).data;
  if (!about) return null;
  const source = sources[about.electronSource];
  const facts: readonly (readonly [string, string])[] = [
    [t('settings:about.version'), about.version],
    [t('settings:about.electron'), source ? t('settings:about.from', { version: about.electron, source: t(source) }) : about.electron],
    [t('settings:about.chromium'), about.chromium],
    [t('settings:about.node'), about.node],
    [t('settings:about.engineNode'), about.engineNode],
    [t('settings:about.platform'), about.platform],
    [t('settings:about.locale'), about.locale],
  ];
  return (
    <Section title={t('settings:about.title')}>
      <Facts facts={facts} className={classes.facts} />
      <CopyButton value={facts.map((fact) => fact.join(': ')).join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? t('shell:error.copied') : t('shell:error.copy')}
          </Button>
        )}
      </CopyButton>
    </Section>
  );
}
