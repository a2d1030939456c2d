import { Button, SegmentedControl } from '@mantine/core';
import { IconBuildingStore, IconFolderOpen, IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useBridge, useCall, useCommand } from '../../bridge/index.ts';
import { languageFor, languages, type Language } from '../../i18n/index.ts';
import { Page } from '../../shell/page.tsx';
import { useSettings } from '../../shell/settings-context.tsx';
import { DropOverlay, useImport } from '../photo-check/index.ts';
import classes from './welcome.module.css';

/** First run: what this is, in which language, and two ways to begin. Nothing is asked for and nothing is blocked. */
export function Welcome() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const bridge = useBridge();
  const { settings, setSettings } = useSettings();
  const sample = useCall('sample.state', {}).data;
  const install = useCommand('sample.install');
  const { choose, drop, busy } = useImport();
  const language = settings.language ?? languageFor(bridge.start.locale);

  const begin = (): void => {
    setSettings({ welcomed: true });
    void navigate('/photos');
  };
  const openSample = (): void => install.mutate({}, { onSuccess: begin });
  const chooseThen = (kind: 'files' | 'folder'): void => {
    choose(kind);
    begin();
  };

  return (
    <Page
      title={t('welcome:title')}
      actions={
        <SegmentedControl
          aria-label={t('settings:language.label')}
          value={language}
          onChange={(value) => setSettings({ language: value as Language })}
          data={languages.map((one) => ({ value: one, label: t(`settings:language.names.${one}`) }))}
        />
      }
    >
      <DropOverlay
        onDrop={(files) => {
          drop(files);
          begin();
        }}
      />
      <div className={classes.welcome}>
        <p className={classes.lead}>{t('welcome:lead')}</p>
        <p className={classes.quiet}>{t('welcome:local')}</p>

        <div className={classes.ways}>
          <section className={classes.way}>
            <h2 className={classes.name}>{t('welcome:own.title')}</h2>
            <p className={classes.quiet}>{t('welcome:own.text')}</p>
            <div className={classes.buttons}>
              <Button leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />} onClick={() => chooseThen('files')} loading={busy}>
                {t('welcome:own.files')}
              </Button>
              <Button variant="default" leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />} onClick={() => chooseThen('folder')}>
                {t('welcome:own.folder')}
              </Button>
            </div>
          </section>
          <section className={classes.way}>
            <h2 className={classes.name}>{t('welcome:sample.title')}</h2>
            <p className={classes.quiet}>{t('welcome:sample.text')}</p>
            <div className={classes.buttons}>
              <Button variant="default" leftSection={<IconBuildingStore size={16} stroke={1.75} aria-hidden />} onClick={sample?.installed ? begin : openSample} loading={install.isPending}>
                {t('welcome:sample.open')}
              </Button>
            </div>
          </section>
        </div>

        <h2 className={classes.name}>{t('welcome:example.title')}</h2>
        <p className={classes.example}>{t('welcome:example.text')}</p>
      </div>
    </Page>
  );
}
