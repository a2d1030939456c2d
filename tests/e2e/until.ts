import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 50;

/** Asks again and again until `holds` says yes; the test's own time limit ends it otherwise. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    await wait(pollMs);
  }
}
