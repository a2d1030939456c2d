import { availableParallelism } from 'node:os';
import type { PhotoLab } from './photo-ports.ts';
import type { openPhotoWorkers, PhotoWorkers, PhotoWorkersOptions } from './workers/index.ts';

/** Models take seconds to load: a pool stays for the next job, and goes when none comes. */
const keepMs = 90_000;

export interface LabKeeperParts {
  readonly loadWorkers: () => Promise<typeof openPhotoWorkers>;
  /** asked whenever a pool is started: people's choices of runtimes change */
  readonly options: () => Omit<PhotoWorkersOptions, 'count'>;
}

/** Opens the pool of photo workers for the first job, lends it to whatever jobs run, and closes it when idle. */
export function createLabKeeper({ loadWorkers, options }: LabKeeperParts) {
  const lanes = Math.max(1, availableParallelism());
  let pool: PhotoWorkers | null = null;
  let timer: NodeJS.Timeout | null = null;
  let outdated = false;
  /** how many have it just now */
  let lentTo = 0;

  async function closePool(): Promise<void> {
    const closing = pool;
    pool = null;
    outdated = false;
    await closing?.close();
  }
  const holdOn = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  return {
    open: async (): Promise<PhotoLab> => {
      holdOn();
      const open = await loadWorkers();
      pool ??= open({ count: lanes, ...options() });
      const lent = pool;
      lentTo += 1;
      return {
        lanes,
        analyse: ({ path }) => lent.analyse(path),
        fix: (order) => lent.fix(order),
        async close() {
          lentTo -= 1;
          if (lentTo > 0) return;
          holdOn();
          if (outdated) return closePool();
          timer = setTimeout(() => void closePool(), keepMs);
          timer.unref();
        },
      };
    },
    /** A choice of runtime changed: the next job starts a new pool. One that is lent out ends with the last of its jobs. */
    renew: async (): Promise<void> => {
      outdated = pool !== null;
      if (timer === null) return;
      holdOn();
      await closePool();
    },
    async close(): Promise<void> {
      holdOn();
      await closePool();
    },
  };
}
