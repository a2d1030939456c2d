import type { CallError } from '../../app/contract/index.ts';

/** A call that came back with an expected failure, as TanStack Query wants it: thrown. */
export class CallFailure extends Error {
  readonly call: string;
  readonly error: CallError;

  constructor(call: string, error: CallError) {
    super(`${call}: ${error.code}`);
    this.name = 'CallFailure';
    this.call = call;
    this.error = error;
  }
}

/** Any thrown thing as a coded error, so that one panel can show it. Bugs become `unexpected`. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallFailure) return thrown.error;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'unexpected', detail };
}
