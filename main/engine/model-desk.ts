import type { z } from 'zod';
import type { ModelRow, RuntimeId, RuntimeState } from '../../app/contract/models.ts';
import type { CallError } from '../../app/contract/define.ts';
import type { Result } from '../../app/kernel/result.ts';
import type { Measurement } from '../store/models.ts';

/** What the models say of themselves; the store adds what people chose and what was measured. */
export type ModelFacts = Omit<ModelRow, 'chosen' | 'measured'>;
export type Choices = ReadonlyMap<string, z.infer<typeof RuntimeId>>;

/** Looks after the models: never asks them about pictures, that is the photo workers' part. */
export interface ModelDesk {
  list(choices: Choices): Promise<{ readonly models: readonly ModelFacts[]; readonly runtimes: readonly z.output<typeof RuntimeState>[] }>;
  /** Hash and golden vector again; the outcome shows in `list`. */
  verify(id: string, choices: Choices): Promise<Result<null, CallError>>;
  /** Times one inference on every runtime there is. */
  measure(id: string, choices: Choices): Promise<Result<readonly Measurement[], CallError>>;
}
