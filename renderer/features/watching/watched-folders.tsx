import { Button } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asCallError, useCall } from '../../bridge/index.ts';
import { EmptyState, ErrorPanel, SkeletonRows } from '../../design/index.ts';
import { useWatchFolder } from './use-watch-folder.ts';
import { WatchedRow } from './watched-row.tsx';
import classes from './watching.module.css';

/** Every watched folder, those that could be, and the way to one more. */
export function WatchedFolders() {
  const { t } = useTranslation();
  const folders = useCall('watching.list', {});
  const suggestions = useCall('watching.suggestions', {}).data ?? [];
  const { busy, choose, watchFolderOf, remove } = useWatchFolder();
  const add = (
    <Button variant="default" loading={busy} leftSection={<IconFolderSymlink size={16} stroke={1.75} aria-hidden />} onClick={choose}>
      {t('watching:action.choose')}
    </Button>
  );
  if (folders.error) return <ErrorPanel error={asCallError(folders.error)} onRetry={() => void folders.refetch()} />;
  if (!folders.data) return <SkeletonRows rows={2} />;
  return (
    <div className={classes.folders}>
      {folders.data.length === 0 ? (
        <EmptyState icon={IconFolderSymlink} title={t('watching:empty.title')} example={t('watching:empty.example')} actions={add}>
          <p>{t('watching:empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <p className={classes.intro}>{t('watching:intro')}</p>
          <ul className={classes.list} aria-label={t('watching:title')}>
            {folders.data.map((folder) => (
              <WatchedRow key={folder.id} folder={folder} onRemove={() => remove(folder)} />
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
      {suggestions.length > 0 ? (
        <section className={classes.suggestions} aria-label={t('watching:suggested.title')}>
          <h2 className={classes.heading}>{t('watching:suggested.title')}</h2>
          <ul className={classes.list}>
            {suggestions.map(({ path, photoId, photos }) => (
              <li key={path} className={classes.suggestion}>
                <span className={classes.path} title={path}>{path}</span>
                <span className={classes.count}>{t('watching:suggested.photos', { count: photos })}</span>
                <Button size="compact-xs" variant="subtle" disabled={busy} aria-label={t('watching:suggested.watchNamed', { path })} onClick={() => watchFolderOf(photoId)}>
                  {t('watching:suggested.watch')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
