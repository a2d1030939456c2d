import { Button } from '@mantine/core';
import { IconCheck, IconPhotoOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap, StatusIcon } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { personText, useWords } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import classes from './drift.module.css';

interface SideProps {
  readonly src: string;
  readonly label: string;
  readonly when: string;
}

function Side({ src, label, when }: SideProps) {
  const { say } = useWords();
  const [broken, setBroken] = useState(false);
  return (
    <figure className={classes.side}>
      <div className={classes.picture}>
        {broken ? (
          <span className={classes.none}>
            <IconPhotoOff size={20} stroke={1.5} aria-hidden />
            {say('drift:noPicture')}
          </span>
        ) : (
          <img src={src} alt={label} draggable={false} onError={() => setBroken(true)} />
        )}
      </div>
      <figcaption>
        <span>{label}</span>
        <time className={classes.quiet}>{when}</time>
      </figcaption>
    </figure>
  );
}

/** What staff approved beside what stands there now, and the two words on it. */
export function DriftSection({ detail, actions }: { detail: PhotoDetail; actions: PhotoActions }) {
  const { say, format } = useWords();
  const { platform } = useBridge().start;
  const { drift, row } = detail;
  if (drift === null) return null;
  const cap = (name: string): React.ReactNode => <KeyCap shortcut={shortcutFor(name) ?? ''} platform={platform} />;
  const reason = drift.similarity === null ? say(`drift:why.${drift.kind}`) : say(`drift:whyBy.${drift.kind}`, { similarity: format.percent(drift.similarity, 1) });
  return (
    <section className={classes.section} aria-label={say('drift:title')}>
      <h3 className={classes.heading}>
        <StatusIcon status={drift.kind === 'changed' ? 'warn' : 'info'} />
        {say(`drift:long.${drift.kind}`)}
      </h3>
      <div className={classes.sides}>
        <Side key={drift.sha256} src={`media://approved/${encodeURIComponent(row.id)}/preview?v=${drift.sha256}`} label={say('drift:approved')} when={say('drift:approvedAt', { when: format.dateTime(drift.approvedAt), person: personText(drift.approvedBy, say) })} />
        <Side key={row.sha256} src={mediaUrl(row, 'preview')} label={say('drift:now')} when={say('drift:writtenAt', { when: format.dateTime(drift.writtenAt) })} />
      </div>
      <p className={classes.quiet}>{reason}</p>
      <div className={classes.actions}>
        <Button size="compact-sm" variant="default" leftSection={<IconCheck size={14} stroke={1.75} aria-hidden />} rightSection={cap('pass')} onClick={() => void actions.decide('passed', [row.id])}>
          {say('drift:approve')}
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconX size={14} stroke={1.75} aria-hidden />} rightSection={cap('reject')} onClick={() => void actions.decide('rejected', [row.id])}>
          {say('action.reject')}
        </Button>
      </div>
    </section>
  );
}
