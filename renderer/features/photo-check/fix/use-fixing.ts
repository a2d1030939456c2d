import { notifications } from '@mantine/notifications';
import { useSessionStorage } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import type { JobRow } from '../../../../app/contract/jobs.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useWords, type ChannelChoice } from '../logic/words.ts';

/** Fixed copies that somebody asked for and has not decided on yet. Outlives the page, not the window. */
export interface Review {
  readonly jobId: string;
  /** one photo's copies, looked at closely; else a grid of many */
  readonly single: boolean;
  readonly rule: RuleId | null;
  /** the desk is on screen, the copies wait or are still being made */
  readonly aside: boolean;
}

export interface Unread {
  readonly photoId: string;
  readonly channel: string;
  readonly name: string;
  readonly code: string;
}

const noRows: readonly FixRow[] = [];
const noneUnread: readonly Unread[] = [];

/** Rows that can be taken: there is a copy, and nobody has taken it yet. */
export const isTakeable = ({ state }: FixRow): boolean => state === 'draft';

/** Asking for fixed copies, watching them come, and taking or discarding them. */
export function useFixing() {
  const words = useWords();
  const { say } = words;
  const done = useUndoable();
  const [review, setReview] = useSessionStorage<Review | null>({ key: 'vitrine.photos.fixing', defaultValue: null, getInitialValueInEffect: false });
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const { mutateAsync: apply, isPending: asking } = useCommand('fixes.apply');
  const { mutateAsync: sendAccept } = useCommand('fixes.accept');
  const { mutateAsync: sendDiscard } = useCommand('fixes.discard');
  const { mutateAsync: sendUndo } = useCommand('fixes.undo');
  const { mutateAsync: cancelJob } = useCommand('jobs.cancel');
  const jobId = review?.jobId ?? null;
  const made = useCall('fixes.ofJob', { jobId: jobId ?? '' }, { enabled: jobId !== null, keepPrevious: true }).data;
  const job: JobRow | null = useCall('jobs.list', {}).data?.find(({ id }) => id === jobId) ?? null;
  const rows = jobId === null ? noRows : (made?.rows.filter((row) => row.jobId === jobId) ?? noRows);
  const taken = useMemo(() => rows.filter((row) => isTakeable(row) && !excluded.has(row.id)), [rows, excluded]);
  // the job's end may be known before its last copies are: until they are here, nothing is taken
  const working = (job !== null && job.finishedAt === null) || (rows.length > 0 && (made?.waiting ?? 0) > 0);

  const close = (): void => {
    setReview(null);
    setExcluded(new Set());
  };
  const stop = async (): Promise<void> => {
    if (job !== null && job.finishedAt === null) await cancelJob({ id: job.id });
  };
  const tell = (message: string): void => void notifications.show({ message, autoClose: 4000, closeButtonProps: { 'aria-label': say('shell:inspector.close') } });

  return {
    review,
    /** the copies take the place of the list */
    open: review !== null && !review.aside,
    asking,
    rows,
    unread: jobId === null ? noneUnread : (made?.failed ?? noneUnread),
    job,
    working,
    excluded,
    /** those that `accept` would take */
    taken,
    async start(ids: readonly string[], channel: ChannelChoice, { single, rule }: Pick<Review, 'single' | 'rule'>): Promise<void> {
      if (ids.length === 0) return;
      await stop();
      const { jobId: id } = await apply({ ids: [...ids], channel, rule });
      if (id === null) {
        const key = single ? (channel === 'all' ? 'fixes:nothingToFixAll' : 'fixes:nothingToFix') : 'fixes:nothingToFixMany';
        tell(say(key, { channel: words.channel(channel) }));
        return;
      }
      setExcluded(new Set());
      setReview({ jobId: id, single, rule, aside: false });
    },
    toggle(id: string): void {
      setExcluded((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    /** Takes what is not left out, forgets the rest, and offers to take all of it back at once. */
    async accept(): Promise<void> {
      if (taken.length === 0 || working) return;
      const [first] = taken;
      const message = taken.length === 1 && first ? say('fixes:tookOne', { name: first.name, channel: words.channel(first.channel) }) : say('fixes:took', { count: taken.length });
      const rest = rows.filter((row) => isTakeable(row) && excluded.has(row.id)).map(({ id }) => id);
      const { eventIds } = await sendAccept({ ids: taken.map(({ id }) => id) });
      if (rest.length > 0) await sendDiscard({ ids: rest });
      close();
      done(message, () => sendUndo({ eventIds }));
    },
    /** Nothing of it is kept; a job under way ends. */
    async discard(): Promise<void> {
      await stop();
      const ids = rows.filter(isTakeable).map(({ id }) => id);
      if (ids.length > 0) await sendDiscard({ ids });
      close();
    },
    stop,
    putAside: () => review && setReview({ ...review, aside: true }),
    resume: () => review && setReview({ ...review, aside: false }),
  };
}

export type Fixing = ReturnType<typeof useFixing>;
