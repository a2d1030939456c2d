import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { calls, type CallName, type InputOf, type OutputOf } from '../../app/contract/index.ts';
import type { Bridge } from '../../app/contract/bridge.ts';
import { useBridge } from './bridge-context.tsx';
import { CallFailure } from './call-failure.ts';

export interface CallOptions {
  /** false = do not ask yet */
  readonly enabled?: boolean;
  /** keep showing the last answer while another input is being asked */
  readonly keepPrevious?: boolean;
  /** false = compare no answer with the last one to keep what is equal: for long lists, where that takes too long */
  readonly compare?: boolean;
  /** milliseconds between repeated asking; for numbers without an event */
  readonly every?: number;
}

/** A query used as a command (or the other way round) is a bug; it fails at the first render. */
export function assertKind(name: CallName, kind: 'query' | 'command'): void {
  const declared = calls.get(name)?.kind;
  if (declared !== kind) throw new Error(`${name} is declared as ${declared ?? 'nothing'}, used as ${kind}`);
}

/** Asks over the bridge; an expected failure is thrown as `CallFailure`, as TanStack Query wants it. */
export async function ask<N extends CallName>(bridge: Bridge, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await bridge.call(name, input);
  if (!result.ok) throw new CallFailure(name, result.error);
  return result.value;
}

/** Key and function of a query, for prefetching and for reading or writing the cache by hand. */
export function callOptions<N extends CallName>(bridge: Bridge, name: N, input: InputOf<N>) {
  assertKind(name, 'query');
  return { queryKey: [name, input], queryFn: (): Promise<OutputOf<N>> => ask(bridge, name, input) };
}

/** A query of the contract. Events keep it fresh (`freshness.ts`); nothing is polled unless `every` says so. */
export function useCall<N extends CallName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): UseQueryResult<OutputOf<N>, CallFailure> {
  const bridge = useBridge();
  return useQuery<OutputOf<N>, CallFailure>({
    ...callOptions(bridge, name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    structuralSharing: options.compare ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
