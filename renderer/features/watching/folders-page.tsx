import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../shell/page.tsx';
import { WatchedFolders } from './watched-folders.tsx';
import classes from './watching.module.css';

/** Folders whose pictures the catalogue follows. */
export function FoldersPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('shell:places.folders')}
      view={
        <Button component={Link} to="/photos" variant="subtle" leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}>
          {t('watching:back')}
        </Button>
      }
    >
      <div className={classes.page}>
        <WatchedFolders />
      </div>
    </Page>
  );
}
