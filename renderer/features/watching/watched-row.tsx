import { IconFolder, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WatchedFolder } from '../../../app/contract/watching.ts';
import { useCommand } from '../../bridge/index.ts';
import { IconButton, StatusChip, type Status } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { folderName } from './folder-name.ts';
import classes from './watching.module.css';

const statuses: Readonly<Record<WatchedFolder['state'], Status>> = { looking: 'info', watching: 'pass', paused: 'neutral', problem: 'warn' };

/** One watched folder: how it stands, what lies in it, and what is wrong with it. */
export function WatchedRow({ folder, onRemove }: { folder: WatchedFolder; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const look = useCommand('watching.look');
  const pause = useCommand('watching.pause');
  const resume = useCommand('watching.resume');
  const { id, path, state, problem } = folder;
  const name = folderName(path);
  const facts = [
    t('watching:pictures', { count: folder.pictures }),
    folder.lookedAt === null ? t('watching:neverLooked') : t('watching:looked', { when: format.dateTime(folder.lookedAt) }),
    ...(folder.unsettled > 0 ? [t('watching:unsettled', { count: folder.unsettled })] : []),
  ];
  return (
    <li className={classes.row}>
      <IconFolder size={20} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <div className={classes.title}>
          <span className={classes.name}>{name}</span>
          <StatusChip plain status={statuses[state]} label={t(`watching:state.${state}`)} />
        </div>
        <div className={classes.path} title={path}>{path}</div>
        <div className={classes.facts}>
          <span>{facts.join(t('watching:separator'))}</span>
          {folder.missing > 0 ? <Link to="/photos?show=missing">{t('watching:missing', { count: folder.missing })}</Link> : null}
        </div>
        {problem ? (
          <p className={classes.problem} role="status">
            {t(`watching:problem.${problem.code}.cause`)} {t(`watching:problem.${problem.code}.remedy`)}
          </p>
        ) : null}
        {folder.unreadable > 0 ? <p className={classes.problem}>{t('watching:unreadable', { count: folder.unreadable })}</p> : null}
      </div>
      <div className={classes.actions}>
        {state === 'paused' ? (
          <IconButton icon={IconPlayerPlay} label={t('watching:action.resume', { name })} onClick={() => resume.mutate({ id })} />
        ) : (
          <>
            <IconButton icon={IconRefresh} label={t('watching:action.look', { name })} onClick={() => look.mutate({ id })} />
            <IconButton icon={IconPlayerPause} label={t('watching:action.pause', { name })} onClick={() => pause.mutate({ id })} />
          </>
        )}
        <IconButton icon={IconX} label={t('watching:action.remove', { name })} onClick={onRemove} />
      </div>
    </li>
  );
}
