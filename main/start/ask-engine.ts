import { calls } from '../../app/contract/index.ts';
import type { CallName, CallResult, InputOf, OutputOf } from '../../app/contract/index.ts';
import type { Actor } from '../../app/contract/wire.ts';
import type { EngineClient } from './engine-client.ts';

/** Calls of the contract as a window would make them, with their types. */
export type AskEngine = <N extends CallName>(name: N, input: InputOf<N>) => Promise<CallResult<OutputOf<N>>>;

/** Asks in the name of `actor`, taken at the time of each call. */
export function askEngine(client: EngineClient, actor: () => Actor): AskEngine {
  return <N extends CallName>(name: N, input: InputOf<N>) =>
    client.call({ name, input, actor: actor(), kind: calls.get(name)?.kind ?? 'command' }) as Promise<CallResult<OutputOf<N>>>;
}
