import type { PhotoDetail, PhotoRow } from '../../../../app/contract/photos.ts';
import type { Finding } from '../../../../app/photo-check/types.ts';
import type { z } from 'zod';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import type { ChannelChoice } from '../logic/words.ts';
import { Filmstrip } from './filmstrip.tsx';
import { Stage } from './stage.tsx';
import classes from './viewer.module.css';

interface ViewerProps {
  readonly rows: readonly PhotoRow[];
  /** place of the photo on screen in `rows` */
  readonly at: number;
  readonly detail: z.infer<typeof PhotoDetail> | undefined;
  readonly channel: ChannelChoice;
  /** the finding that the inspector points at */
  readonly pointed: Finding | null;
  /** whether a check is under way */
  readonly checking: boolean;
  readonly onGo: (id: string) => void;
}

/** One picture large, and the others of the list below it. */
export function Viewer({ rows, at, detail, channel, pointed, checking, onGo }: ViewerProps) {
  const step = (by: number): void => {
    const to = rows[at + by];
    if (to) onGo(to.id);
  };
  const first = rows[0];
  const last = rows.at(-1);
  useCommandHandlers({
    'photos.previous': () => step(-1),
    'photos.next': () => step(1),
    'photos.home': () => first && onGo(first.id),
    'photos.end': () => last && onGo(last.id),
  });
  const row = rows[at];
  if (!row) return null;
  const known = detail?.row.id === row.id ? detail : undefined;
  return (
    <div className={classes.viewer} data-page-foot="film-strip">
      <Stage row={row} measures={known?.measures ?? null} pointed={known ? pointed : null} checking={checking} hasPrevious={at > 0} hasNext={at < rows.length - 1} onStep={step} />
      <Filmstrip rows={rows} at={at} channel={channel} onGo={onGo} />
    </div>
  );
}
