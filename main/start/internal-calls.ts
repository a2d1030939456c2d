import type { z } from 'zod';
import { internal } from '../../app/contract/internal.ts';
import type { CallResult } from '../../app/contract/index.ts';
import type { Actor } from '../../app/contract/wire.ts';
import type { EngineClient } from './engine-client.ts';
import type { FindMedia } from './media-protocol.ts';

type Calls = typeof internal.calls;
type Output<N extends keyof Calls> = z.output<Calls[N]['output']>;

/** The host's own calls to the engine, typed. */
export interface InternalCalls {
  readonly importPaths: (paths: readonly string[]) => Promise<CallResult<Output<'importPaths'>>>;
  readonly watchFolder: (path: string) => Promise<CallResult<Output<'watchFolder'>>>;
  readonly openSheet: (path: string) => Promise<CallResult<Output<'openSheet'>>>;
  readonly setPictureFolder: (draftId: string, folder: string) => Promise<CallResult<Output<'setPictureFolder'>>>;
  readonly originalPath: (id: string) => Promise<CallResult<Output<'originalPath'>>>;
  readonly fixedPath: (id: string) => Promise<CallResult<Output<'fixedPath'>>>;
  readonly exportFixes: (folder: string, ids: readonly string[] | null) => Promise<CallResult<Output<'exportFixes'>>>;
  readonly exportPhotos: (order: z.input<Calls['exportPhotos']['input']>) => Promise<CallResult<Output<'exportPhotos'>>>;
  readonly exportPath: (jobId: string) => Promise<CallResult<Output<'exportPath'>>>;
  /** none where the engine is away */
  readonly ownPages: () => Promise<readonly string[]>;
  readonly findMedia: FindMedia;
}

/** `actor`: in whose name the host asks, at the time of each call. */
export function internalCalls(client: EngineClient, actor: () => Actor): InternalCalls {
  const ask = async <N extends keyof Calls>(name: N, input: z.input<Calls[N]['input']>): Promise<CallResult<Output<N>>> =>
    (await client.call({ name: `internal.${name}`, input, actor: actor(), kind: internal.calls[name].kind })) as CallResult<Output<N>>;
  return {
    importPaths: (paths) => ask('importPaths', { paths: [...paths] }),
    watchFolder: (path) => ask('watchFolder', { path }),
    openSheet: (path) => ask('openSheet', { path }),
    setPictureFolder: (draftId, folder) => ask('setPictureFolder', { draftId, folder }),
    originalPath: (id) => ask('originalPath', { id }),
    fixedPath: (id) => ask('fixedPath', { id }),
    exportFixes: (folder, ids) => ask('exportFixes', { folder, ids: ids === null ? null : [...ids] }),
    exportPhotos: (order) => ask('exportPhotos', order),
    exportPath: (jobId) => ask('exportPath', { jobId }),
    async ownPages() {
      const found = await ask('ownPages', {});
      return found.ok ? found.value : [];
    },
    async findMedia({ kind, id, variant }) {
      const found = await ask('media', { kind, id, variant });
      return found.ok ? found.value : null;
    },
  };
}
