import type { z } from 'zod';
import type { CallResult } from '../../../app/contract/define.ts';
import type { ModelRow, RuntimeId, RuntimeState } from '../../../app/contract/models.ts';

export type Runtime = z.infer<typeof RuntimeId>;
export interface ModelList {
  readonly models: readonly ModelRow[];
  readonly runtimes: readonly z.output<typeof RuntimeState>[];
}

/** What the thread is started with. */
export interface CatalogueData {
  readonly cacheDir: string;
  readonly preferences: Readonly<Record<string, Runtime | null>>;
  readonly measured: Readonly<Record<string, ModelRow['measured']>>;
}

export type Task =
  | { readonly do: 'list' }
  | { readonly do: 'verify' | 'measure'; readonly id: string }
  | { readonly do: 'choose'; readonly id: string; readonly runtime: Runtime | null };

export type ToCatalogue =
  | { readonly t: 'task'; readonly n: number; readonly task: Task }
  | { readonly t: 'host-reply'; readonly n: number; readonly result: CallResult<unknown> };

export type FromCatalogue =
  | { readonly t: 'answer'; readonly n: number; readonly answer: ModelList | ModelRow }
  | { readonly t: 'thrown'; readonly n: number; readonly detail: string }
  | { readonly t: 'host-call'; readonly n: number; readonly name: string; readonly input: unknown };
