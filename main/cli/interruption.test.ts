import { expect, it } from 'vitest';
import { createInterruption } from './interruption.ts';

it('stops at the first Ctrl-C and ends at the second, but not at the echo npm sends of the first', () => {
  const did: string[] = [];
  let at = 1000;
  const pressed = createInterruption({ stop: () => did.push('stop'), end: () => did.push('end'), now: () => at });
  pressed();
  at += 20;
  pressed();
  expect(did).toEqual(['stop']);
  at += 2000;
  pressed();
  expect(did).toEqual(['stop', 'end']);
});
