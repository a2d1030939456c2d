import { QueryClient } from '@tanstack/react-query';
import { CallFailure } from './call-failure.ts';

/** While the engine is away a query waits for it; every other failure is final and shown at once. */
const engineAway = new Set(['engine-starting', 'engine-restarting', 'engine-unavailable']);

/** Everything is local: answers stay fresh until an event says otherwise, and there is no network to wait for. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, thrown) => count < 20 && thrown instanceof CallFailure && engineAway.has(thrown.error.code),
        retryDelay: 250,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
