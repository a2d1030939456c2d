import type { Bridge } from '../../app/contract/bridge.ts';
import {
  calls,
  events,
  type CallError,
  type CallName,
  type CallResult,
  type EventName,
  type EventOf,
  type OutputOf,
  type ParsedInputOf,
} from '../../app/contract/index.ts';
import { ImportReport } from '../../app/contract/photos.ts';
import { SheetDraft } from '../../app/contract/products.ts';

/** One function a call: takes the parsed input, gives the output, or throws `refusal(code)` for an expected failure. */
export type FakeHandlers = {
  readonly [N in CallName]?: (input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;
};

export interface FakeBridge extends Bridge {
  /** sends an event as the engine would; the payload must fit the contract */
  emit<N extends EventName>(name: N, payload: EventOf<N>): void;
  /** every call so far, oldest first */
  readonly log: readonly { readonly name: CallName; readonly input: unknown }[];
}

export interface FakeOptions {
  readonly start?: Partial<Bridge['start']>;
  readonly importDropped?: Bridge['importDropped'];
  readonly openDropped?: Bridge['openDropped'];
}

class Refusal extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.code);
    this.error = error;
  }
}

/** Throw this in a handler to answer with a coded failure. */
export const refusal = (code: string, rest: Omit<CallError, 'code'> = {}): Error => new Refusal({ code, ...rest });

/**
 * A bridge for component tests and for looking at the window without an engine. Inputs, outputs and events pass
 * the contract's own schemas, so a fake that the contract would refuse fails the test that uses it.
 */
export function createFakeBridge(handlers: FakeHandlers, options: FakeOptions = {}): FakeBridge {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const log: { name: CallName; input: unknown }[] = [];

  async function answer<N extends CallName>(name: N, input: unknown): Promise<CallResult<OutputOf<N>>> {
    const call = calls.get(name);
    if (!call) throw new Error(`The contract has no call "${name}"`);
    const handler = handlers[name];
    if (!handler) throw new Error(`The fake bridge has no handler for "${name}"`);
    const parsed = call.input.parse(input) as ParsedInputOf<N>;
    log.push({ name, input: parsed });
    try {
      const output = await handler(parsed);
      return { ok: true, value: call.output.parse(output) as OutputOf<N> };
    } catch (thrown) {
      if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
      throw thrown;
    }
  }

  return {
    call: answer,
    on(name, listener) {
      if (!events.has(name)) throw new Error(`The contract has no event "${name}"`);
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    async importDropped(files) {
      const result = await (options.importDropped?.(files) ??
        Promise.resolve({ ok: true as const, value: { jobId: null, added: files.length, known: 0, ignored: 0 } }));
      return result.ok ? { ok: true, value: ImportReport.parse(result.value) } : result;
    },
    async openDropped(file) {
      const result = await (options.openDropped?.(file) ?? Promise.resolve({ ok: false as const, error: { code: 'sheet-not-found' } }));
      return result.ok ? { ok: true, value: SheetDraft.parse(result.value) } : result;
    },
    start: { platform: 'linux', locale: 'en', styleNonce: 'test', ...options.start },
    emit(name, payload) {
      const schema = events.get(name);
      if (!schema) throw new Error(`The contract has no event "${name}"`);
      const parsed = schema.parse(payload) as never;
      for (const listener of listeners.get(name) ?? []) listener(parsed);
    },
    log,
  };
}
