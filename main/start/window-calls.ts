import { calls } from '../../app/contract/index.ts';
import type { CallError, CallResult } from '../../app/contract/index.ts';
import { mayCall } from './roles.ts';
import type { Actor } from '../../app/contract/wire.ts';
import type { EngineCall } from './engine-client.ts';

export interface CallRoutes {
  readonly host: ReadonlyMap<string, (input: unknown) => Promise<CallResult<unknown>>>;
  readonly engine: (call: EngineCall) => Promise<CallResult<unknown>>;
  readonly actor: () => Actor;
}

const refuse = (error: CallError): CallResult<never> => ({ ok: false, error });

/**
 * Takes a window's call to whoever answers it. Only names of the contract pass: a window cannot reach the calls
 * between host and engine.
 */
export function routeWindowCall(routes: CallRoutes): (name: unknown, input: unknown) => Promise<CallResult<unknown>> {
  return async (name, input) => {
    const call = typeof name === 'string' ? calls.get(name) : undefined;
    if (typeof name !== 'string' || call === undefined) return refuse({ code: 'unknown-call', params: { call: String(name).slice(0, 100) } });
    const actor = routes.actor();
    if (!mayCall(call, actor.role)) return refuse({ code: 'forbidden', params: { call: name, role: actor.role } });
    if (call.where === 'engine') return routes.engine({ name, input, actor, kind: call.kind });
    const answer = routes.host.get(name);
    return answer === undefined ? refuse({ code: 'unknown-call', params: { call: name } }) : answer(input);
  };
}
