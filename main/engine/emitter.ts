import { events, type EventName, type EventOf } from '../../app/contract/index.ts';

/** Tells the windows that something changed. */
export type Emit = <N extends EventName>(name: N, payload: EventOf<N>) => void;

/** An `Emit` that checks each payload against the contract before it leaves the process. */
export function createEmit(send: (name: string, payload: unknown) => void): Emit {
  return (name, payload) => {
    const schema = events.get(name);
    if (schema === undefined) throw new Error(`unknown event ${name}`);
    send(name, schema.parse(payload));
  };
}

/**
 * Calls `deliver` at most once per `intervalMs` and key: at once when quiet, else at the end of the interval, so
 * that the last state always arrives.
 */
export function throttle<K>(intervalMs: number, deliver: (key: K) => void): { readonly poke: (key: K) => void; readonly flush: () => void } {
  const last = new Map<K, number>();
  const timers = new Map<K, NodeJS.Timeout>();
  const fire = (key: K): void => {
    timers.delete(key);
    last.set(key, performance.now());
    deliver(key);
  };
  return {
    poke(key) {
      if (timers.has(key)) return;
      const wait = (last.get(key) ?? Number.NEGATIVE_INFINITY) + intervalMs - performance.now();
      if (wait <= 0) fire(key);
      else timers.set(key, setTimeout(fire, wait, key));
    },
    flush() {
      for (const [key, timer] of timers) {
        clearTimeout(timer);
        fire(key);
      }
    },
  };
}

/** Gathers ids of changed photos and tells them in one event; beyond `most` it says "ask again". */
export function gatherChanges(emit: Emit, intervalMs = 200, most = 500): { readonly changed: (ids: readonly string[] | null) => void; readonly flush: () => void } {
  let ids: Set<string> | null = new Set();
  const throttled = throttle<'photos'>(intervalMs, () => {
    const payload = ids === null || ids.size > most ? null : [...ids];
    ids = new Set();
    emit('photos.changed', { ids: payload });
  });
  return {
    changed(more) {
      if (more === null) ids = null;
      else for (const id of more) ids?.add(id);
      throttled.poke('photos');
    },
    flush: () => throttled.flush(),
  };
}
