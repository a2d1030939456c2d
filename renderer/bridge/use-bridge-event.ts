import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { events, type CallName, type EventName, type EventOf } from '../../app/contract/index.ts';
import { useBridge } from './bridge-context.tsx';
import { mostRows, patchLists } from './changed-photos.ts';
import { effects } from './freshness.ts';
import { createPace } from './pace.ts';

/** Calls `listener` at each event while the component is on screen; always the newest `listener`. */
export function useBridgeEvent<N extends EventName>(name: N, listener: (payload: EventOf<N>) => void): void {
  const bridge = useBridge();
  const onEvent = useEffectEvent(listener);
  useEffect(() => bridge.on(name, (payload) => onEvent(payload)), [bridge, name]);
}

/** A job that checks 20 photos a second must not make the grid ask 20 times a second. */
const gatherMs = 200;
/** Rows are brought up to date, and whole answers asked for again, at most so often. */
const rowsRestMs = 500;
const restMs = 1_000;

/** Keeps every query fresh by the table of `freshness.ts`. Mounted once, at the root. */
export function useFreshness(): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Set<CallName | 'all'>();
    const photos = new Set<string>();
    const asking = createPace(gatherMs, restMs, async () => {
      const names = [...stale];
      stale.clear();
      if (names.includes('all')) await client.invalidateQueries();
      else await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
    });
    const spoil = (names: readonly (CallName | 'all')[]): void => {
      for (const name of names) stale.add(name);
      if (names.length > 0) asking.poke();
    };
    const patching = createPace(gatherMs, rowsRestMs, async () => {
      const ids = [...photos];
      photos.clear();
      // Where the engine does not answer, the whole list says why.
      const outdated = ids.length > mostRows || (await patchLists(bridge, client, ids).catch(() => true));
      if (outdated) spoil(['photos.list']);
    });
    const listen = <N extends EventName>(name: N): (() => void) =>
      bridge.on(name, (payload) => {
        effects[name].write?.(client, payload);
        const found = effects[name].stale(payload);
        spoil(found === 'all' ? ['all'] : found);
      });
    const ends = [...events.keys()].map((name) => listen(name as EventName));
    ends.push(
      bridge.on('photos.changed', ({ ids }) => {
        for (const id of ids ?? []) photos.add(id);
        if (photos.size > 0) patching.poke();
      }),
    );
    return () => {
      for (const end of ends) end();
      asking.stop();
      patching.stop();
    };
  }, [bridge, client]);
}
