import type { JobItem } from '../../store/job-items.ts';
import type { JobRecord } from '../../store/jobs.ts';

export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** Thrown by `finish`: the job ends as failed, with this for its reason. */
export class JobStop extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.message);
    this.name = 'JobStop';
    this.reason = reason;
  }
}

/** How one item came out. `commit` runs in the transaction that also ends the item; `afterwards` when it is stored. */
export type Outcome =
  | { readonly state: 'done'; commit(): void; afterwards?(): void }
  | { readonly state: 'failed'; readonly error: Reason; commit(): void; afterwards?(): void }
  /** nothing is wrong with the item: the job pauses with the reason, and the item waits */
  | { readonly state: 'halted'; readonly reason: Reason };

/** What a sort of job does with its items. */
export interface JobKind {
  readonly kind: string;
  /** Before the first item of a run; answers how many items may be worked on at once. */
  open(): Promise<number>;
  /** In the transaction that hands the item out. */
  begin(item: JobItem): void;
  work(item: JobItem): Promise<Outcome>;
  /** When no item is left; may be called again after a crash. */
  finish(job: JobRecord): Promise<void>;
  /** When a run ends for whatever reason: lets go of what `open` took. */
  close(): Promise<void>;
  /** An item that is put back or given up after a crash, in that transaction. */
  abandon(item: string, error: Reason | null): void;
}
