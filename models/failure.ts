import { err } from '../app/kernel/result.ts';
import type { ModelFailure } from './vision.ts';

/** A model's failure as a value. `detail` names the file or device, the cause and what a person can do. */
export const modelFailure = (
  model: string,
  code: ModelFailure['code'],
  detail: string,
): { readonly ok: false; readonly error: ModelFailure } => err({ code, model, detail });

/** What an exception says, in one line. */
export const causeOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(/\s+/g, ' ').trim();
