import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallName, InputOf, OutputOf } from '../../app/contract/index.ts';
import { useBridge } from './bridge-context.tsx';
import type { CallFailure } from './call-failure.ts';
import { notWaitedFor, staleAfterCommand } from './freshness.ts';
import { ask, assertKind } from './use-call.ts';

/** A command of the contract; afterwards the queries that `freshness.ts` names are asked again, and the quick ones waited for. */
export function useCommand<N extends CallName>(name: N): UseMutationResult<OutputOf<N>, CallFailure, InputOf<N>> {
  assertKind(name, 'command');
  const bridge = useBridge();
  const client = useQueryClient();
  return useMutation<OutputOf<N>, CallFailure, InputOf<N>>({
    mutationFn: (input) => ask(bridge, name, input),
    onSuccess: () => refresh(client, name),
  });
}

/** Gives a command without following its state, for menus and the palette. Rejects with `CallFailure`. */
export function usePerform(): <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    async (name, input) => {
      const output = await ask(bridge, name, input);
      await refresh(client, name);
      return output;
    },
    [bridge, client],
  );
}

async function refresh(client: QueryClient, name: CallName): Promise<void> {
  const asked = (staleAfterCommand[name] ?? []).map((query) => ({ query, answered: client.invalidateQueries({ queryKey: [query] }) }));
  await Promise.all(asked.filter(({ query }) => !notWaitedFor.has(query)).map(({ answered }) => answered));
}
