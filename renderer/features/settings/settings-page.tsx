import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { WatchedFolders } from '../watching/index.ts';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ChannelSection } from './channel-section.tsx';
import { DataSection } from './data-section.tsx';
import { Section } from './row.tsx';
import { SampleSection } from './sample-section.tsx';
import classes from './settings.module.css';

/** What a shop sets for itself. Every change takes effect at once; nothing needs saving. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('shell:places.settings')}>
      <div className={classes.page}>
        <AppearanceSection />
        <ChannelSection />
        <Section title={t('watching:title')}>
          <div className={classes.within}>
            <WatchedFolders />
          </div>
        </Section>
        <DataSection />
        <SampleSection />
        <AboutSection />
      </div>
    </Page>
  );
}
