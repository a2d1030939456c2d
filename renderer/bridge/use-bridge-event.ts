import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Bridge } from '../../app/contract/bridge.ts';
import { events, type CallName, type EventName, type EventOf } from '../../app/contract/index.ts';
import { useBridge } from './bridge-context.tsx';
import { effects } from './freshness.ts';

/** Calls `listener` at each event while the component is on screen; always the newest `listener`. */
export function useBridgeEvent<N extends EventName>(name: N, listener: (payload: EventOf<N>) => void): void {
  const bridge = useBridge();
  const onEvent = useEffectEvent(listener);
  useEffect(() => bridge.on(name, (payload) => onEvent(payload)), [bridge, name]);
}

/** A job that checks 20 photos a second must not make the grid ask 20 times a second. */
const gatherMs = 200;

/** Keeps every query fresh by the table of `freshness.ts`. Mounted once, at the root. */
export function useFreshness(): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Set<CallName | 'all'>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      const names = [...stale];
      stale.clear();
      if (names.includes('all')) void client.invalidateQueries();
      else for (const name of names) void client.invalidateQueries({ queryKey: [name] });
    };
    const listen = <N extends EventName>(name: N, on: Bridge['on']): (() => void) =>
      on(name, (payload) => {
        effects[name].write?.(client, payload);
        const found = effects[name].stale(payload);
        if (found === 'all') stale.add('all');
        else for (const query of found) stale.add(query);
        if (stale.size > 0) timer ??= setTimeout(flush, gatherMs);
      });
    const ends = [...events.keys()].map((name) => listen(name as EventName, bridge.on));
    return () => {
      for (const end of ends) end();
      clearTimeout(timer);
    };
  }, [bridge, client]);
}
