import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 50;
const limitMs = 60_000;

/** Asks again and again until `holds` says yes; after a minute it fails with the last answer. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still waiting after a minute, last answer: ${JSON.stringify(value)}`);
    await wait(pollMs);
  }
}
