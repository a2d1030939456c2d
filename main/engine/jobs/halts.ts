import { isDiskFull } from '../../store/failure.ts';
import type { Store } from '../../store/index.ts';
import type { State } from '../../store/jobs.ts';
import type { JobKind, Reason } from './kind.ts';

export interface Halt {
  readonly state: Extract<State, 'paused' | 'failed'>;
  readonly reason: Reason;
}

export interface HaltParts {
  readonly store: Store;
  readonly now: () => number;
  /** a halt was written after all */
  readonly written: (jobId: string) => void;
}

const tryAgainMs = 5_000;

/**
 * Jobs that stop by themselves. On a disk without room for even that row the halt is kept here, where the window
 * sees it, and written as soon as there is room; until then the job is not taken up again.
 */
export function createHalts({ store, now, written }: HaltParts) {
  const unwritten = new Map<string, { readonly halt: Halt; readonly kind: JobKind }>();
  let timer: NodeJS.Timeout | null = null;

  function write(jobId: string, { state, reason }: Halt, kind: JobKind): boolean {
    try {
      store.transact(() => {
        for (const item of store.jobItems.releaseAll(jobId)) kind.abandon(item, null);
        // a person may have cancelled it in the meantime
        const before = store.jobs.byId(jobId)?.state;
        if (before === 'running' || before === 'queued') store.jobs.setState(jobId, state, now(), reason);
      });
      return true;
    } catch (error) {
      if (isDiskFull(error)) return false;
      throw error;
    }
  }

  function writeAll(): void {
    for (const [jobId, { halt, kind }] of unwritten) {
      if (!write(jobId, halt, kind)) return;
      unwritten.delete(jobId);
      written(jobId);
    }
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  return {
    /** Stops a job whose lanes have all ended, and puts its items in hand back. */
    put(jobId: string, halt: Halt, kind: JobKind): void {
      if (write(jobId, halt, kind)) return;
      unwritten.set(jobId, { halt, kind });
      timer ??= setInterval(writeAll, tryAgainMs);
      timer.unref();
    },
    /** the halt that is not written yet; null where the job's row says all there is */
    of: (jobId: string): Halt | null => unwritten.get(jobId)?.halt ?? null,
    writeAll,
    stop(): void {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
