import type { Result } from '../../../app/kernel/result.ts';
import type { WatchedFolder } from '../../../app/contract/watching.ts';
import type { Log } from '../log.ts';
import { lookThrough, type LookParts } from './look.ts';
import { createSettling } from './settling.ts';
import { createWatcher } from './watcher.ts';

/** Milliseconds. */
export interface WatchTimes {
  /** from the first news to the look: a copy of many files is one look, not many */
  readonly quiet: number;
  /** a file has stayed the same for so long before it is taken in */
  readonly settle: number;
  /** between looks without news, for drives that tell none */
  readonly poll: number;
  /** between looks for a folder that is away */
  readonly away: number;
}
export const watchTimes: WatchTimes = { quiet: 400, settle: 1_500, poll: 120_000, away: 5_000 };

type Problem = NonNullable<WatchedFolder['problem']>;

const byErrno: Readonly<Record<string, Problem['code']>> = {
  ENOENT: 'gone', ENOTDIR: 'gone', ENODEV: 'gone', ENXIO: 'gone', EHOSTDOWN: 'gone', EHOSTUNREACH: 'gone', ESTALE: 'gone', ENOTCONN: 'gone',
  EACCES: 'not-allowed', EPERM: 'not-allowed', empty: 'unplugged',
};
const problemOf = (code: string): Problem => ({ code: byErrno[code] ?? 'not-readable', detail: code });

export interface WatchedParts extends LookParts {
  readonly log: Log;
  readonly times: WatchTimes;
  /** one look at a time, over all folders */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** what `standing` says changed */
  readonly told: () => void;
}

/** One watched folder while the engine runs: looks after news, by the clock, and until it is back where it is away. */
export function createWatched(id: string, parts: WatchedParts) {
  const { store, log, times, inTurn, told } = parts;
  const settling = createSettling(times.settle);
  const watcher = createWatcher(() => soon(times.quiet));
  let timer: NodeJS.Timeout | null = null;
  let due = 0;
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let problem: Problem | null = null;
  let unsettled = 0;
  let unreadable = 0;

  function soon(ms: number): void {
    if (closed) return;
    if (looking !== null) {
      again = true;
      return;
    }
    // files that come without end must not put the look off without end
    if (timer !== null && due <= performance.now() + ms) return;
    if (timer !== null) clearTimeout(timer);
    due = performance.now() + ms;
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  }

  async function lookOnce(): Promise<number> {
    const folder = store.watchedFolders.byId(id);
    if (folder === null || closed) return times.poll;
    const looked = await lookThrough(parts, folder, settling).catch((error: unknown): Result<never, string> => {
      log.error('watching', error);
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    });
    if (closed) return times.poll;
    problem = looked.ok ? null : problemOf(looked.error);
    unsettled = looked.ok ? looked.value.unsettled : 0;
    unreadable = looked.ok ? looked.value.unreadable.length : unreadable;
    if (looked.ok) watcher.renew(looked.value.folders);
    else watcher.close();
    return looked.ok ? (unsettled > 0 ? times.settle : times.poll) : times.away;
  }

  function look(): Promise<void> {
    if (looking !== null) {
      again = true;
      return looking;
    }
    if (timer !== null) clearTimeout(timer);
    timer = null;
    again = false;
    const mine = inTurn(lookOnce).then((next) => {
      looking = null;
      told();
      soon(again ? times.quiet : next);
    });
    looking = mine;
    told();
    return mine;
  }

  return {
    look,
    standing: (): Pick<WatchedFolder, 'state' | 'problem' | 'unsettled' | 'unreadable'> => ({
      state: problem !== null ? 'problem' : looking !== null ? 'looking' : 'watching',
      problem, unsettled, unreadable,
    }),
    /** Nothing is looked at any more once this has resolved. */
    async close(): Promise<void> {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      watcher.close();
      await looking;
    },
  };
}
export type Watched = ReturnType<typeof createWatched>;
