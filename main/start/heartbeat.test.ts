import { describe, expect, it } from 'vitest';
import { Heartbeat } from './heartbeat.ts';

const times = { everyMs: 1_000, silentMs: 20_000, startMs: 300_000 };
/** Ticks every second from `from` on, `seconds` times; answers what the last of them said. */
const ticks = (heartbeat: Heartbeat, from: number, seconds: number): string => {
  let said = '';
  for (let n = 1; n <= seconds; n += 1) said = heartbeat.tick(from + n * 1_000);
  return said;
};
const atWork = (): Heartbeat => {
  const heartbeat = new Heartbeat(times, 0);
  heartbeat.ready();
  return heartbeat;
};

describe('Heartbeat', () => {
  it('asks again and again while it is answered', () => {
    const heartbeat = atWork();
    for (let at = 1_000; at < 100_000; at += 1_000) {
      expect(heartbeat.tick(at)).toBe('ask');
      heartbeat.answered();
    }
  });

  it('waits for one answer, and takes the engine for hung after 20 seconds without', () => {
    const heartbeat = atWork();
    expect(heartbeat.tick(1_000)).toBe('ask');
    expect(ticks(heartbeat, 1_000, 19)).toBe('wait');
    expect(ticks(heartbeat, 20_000, 1)).toBe('hung');
    expect(heartbeat.silent).toBe(20_000);
  });

  it('starts counting anew with every answer', () => {
    const heartbeat = atWork();
    ticks(heartbeat, 0, 19);
    heartbeat.answered();
    expect(ticks(heartbeat, 19_000, 20)).toBe('wait');
  });

  it('lets an engine take long to start, but not for ever', () => {
    const heartbeat = new Heartbeat(times, 0);
    expect(ticks(heartbeat, 0, 300)).toBe('wait');
    expect(ticks(heartbeat, 300_000, 1)).toBe('hung');
  });

  it('forgets the silence of its start when it is ready', () => {
    const heartbeat = new Heartbeat(times, 0);
    ticks(heartbeat, 0, 200);
    heartbeat.ready();
    expect(ticks(heartbeat, 200_000, 19)).toBe('wait');
  });

  it('does not count the time that the computer slept, and gives the whole budget afterwards', () => {
    const heartbeat = atWork();
    ticks(heartbeat, 0, 15);
    const awake = 8 * 3_600_000;
    expect(heartbeat.tick(awake)).toBe('wait');
    expect(ticks(heartbeat, awake, 19)).toBe('wait');
    expect(ticks(heartbeat, awake + 19_000, 1)).toBe('hung');
  });
});
