import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 50;
const limitMs = 60_000;

/** Asks again and again until `holds` says yes; after `limit` milliseconds, a minute by itself, it fails with the last answer. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean, limit = limitMs): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still waiting after ${limit / 1000} s, last answer: ${JSON.stringify(value)}`);
    await wait(pollMs);
  }
}
