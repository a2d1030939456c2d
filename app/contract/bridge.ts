import type { CallName, CallResult, EventName, EventOf, InputOf, OutputOf } from './index.ts';
import type { z } from 'zod';
import type { ImportReport } from './photos.ts';
import type { SheetDraft } from './products.ts';

/** What the preload puts on `window.vitrine`, and what the fake bridge of component tests implements. */
export interface Bridge {
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<CallResult<OutputOf<N>>>;
  /** returns the function that ends the subscription */
  on<N extends EventName>(name: N, listener: (payload: EventOf<N>) => void): () => void;
  /** real File objects of a drop or a file field; the preload alone learns their paths (`F` = DOM File) */
  importDropped(files: readonly unknown[]): Promise<CallResult<z.infer<typeof ImportReport>>>;
  /** a table of products that was dropped: a real File object, as above */
  openDropped(file: unknown): Promise<CallResult<z.infer<typeof SheetDraft>>>;
  /** fixed at start: facts the first paint needs */
  readonly start: { readonly platform: string; readonly locale: string; readonly styleNonce: string };
}
