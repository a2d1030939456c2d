import { createHash } from 'node:crypto';
import { engineCalls, type CallContext, type EngineHandlers } from '../../app/contract/handlers.ts';
import type { Call, CallError, CallResult } from '../../app/contract/define.ts';
import type { CallErrorCode } from '../../app/contract/error-codes.ts';
import type { Actor } from '../../app/contract/wire.ts';
import { err, ok } from '../../app/kernel/result.ts';
import type { Audit } from '../store/audit.ts';
import { failureOf } from '../store/failure.ts';

export interface RouterParts {
  readonly handlers: EngineHandlers;
  readonly audit: Audit;
  readonly now: () => number;
  /**
   * Whether answers are held against the contract, which tests do. They come from the engine's own code, which the
   * compiler checks; doing it for 20,000 rows would cost a shop a tenth of a second each time. What comes in is
   * always checked.
   */
  readonly checkAnswers: boolean;
  /** hears of bugs: what was called and what was thrown */
  readonly onBug: (call: string, error: unknown) => void;
}
export type Route = (name: string, input: unknown, actor: Actor) => Promise<CallResult<unknown>>;

type AnyHandler = (input: unknown, context: CallContext) => CallResult<unknown> | Promise<CallResult<unknown>>;

const refuse = (code: CallErrorCode, params: NonNullable<CallError['params']>, detail?: string): CallResult<never> =>
  err(detail === undefined ? { code, params } : { code, params, detail });

const auditedLength = 4_000;

/** The input as the audit keeps it: a long one (thousands of ids) as its length and hash. */
function auditText(input: unknown): string {
  const text = JSON.stringify(input) ?? 'null';
  if (text.length <= auditedLength) return text;
  return JSON.stringify({ characters: text.length, sha256: createHash('sha256').update(text).digest('hex') });
}

/** The handler of a call by its full name, e.g. 'photos.list'; null where no table has one. */
export function handlerOf(handlers: EngineHandlers, name: string): AnyHandler | null {
  const [feature = '', call = ''] = name.split('.');
  const table = Object.entries(handlers).find(([key]) => key === feature)?.[1] as Readonly<Record<string, AnyHandler>> | undefined;
  return table !== undefined && Object.hasOwn(table, call) ? (table[call] ?? null) : null;
}

const mayCall = (call: Call, actor: Actor): boolean => actor.role === 'owner' || call.roles.includes(actor.role);

/**
 * Answers calls by the contract: known? well-formed? allowed? noted in the audit; handled; and, in tests, the
 * answer is what the contract promises. Whatever goes wrong comes back as a coded error; nothing thrown leaves this function.
 */
export function createRouter({ handlers, audit, now, checkAnswers, onBug }: RouterParts): Route {
  const bug = (name: string, error: unknown): CallResult<never> => {
    onBug(name, error);
    return refuse('internal', { call: name }, error instanceof Error ? error.message : String(error));
  };

  async function answer(name: string, call: Call, handler: AnyHandler, input: unknown, actor: Actor): Promise<CallResult<unknown>> {
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return refuse('bad-input', { call: name }, parsed.error.message);
    const at = now();
    const allowed = mayCall(call, actor);
    if (call.kind === 'command' || !allowed) {
      const outcome = allowed ? 'accepted' : 'forbidden';
      audit.append({ at, actor: actor.id, role: actor.role, call: name, outcome, input: auditText(parsed.data) });
    }
    if (!allowed) return refuse('forbidden', { call: name, role: actor.role });
    const result = await handler(parsed.data, { actor, at });
    if (!result.ok || !checkAnswers) return result;
    const output = call.output.safeParse(result.value);
    return output.success ? ok(output.data) : bug(name, new Error(`answer breaks the contract: ${output.error.message}`));
  }

  return async (name, input, actor) => {
    const call = engineCalls.get(name);
    const handler = call === undefined ? null : handlerOf(handlers, name);
    if (call === undefined || handler === null) return refuse('unknown-call', { call: name });
    try {
      return await answer(name, call, handler, input, actor);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) return bug(name, error);
      return err({ code: failure.code, params: failure.params, detail: failure.detail });
    }
  };
}
