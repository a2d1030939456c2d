import { expect, test } from 'vitest';
import { commands } from './commands.ts';

test('every command has an id of its own', () => {
  const ids = commands.map((command) => command.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no shortcut means two things at once; a page may answer a key in two of its states', () => {
  const anywhere = commands.filter((command) => command.run).flatMap((command) => command.keys ?? []);
  expect(anywhere.filter((keys, index) => anywhere.indexOf(keys) !== index)).toEqual([]);
  const onPages = commands.filter((command) => !command.run).flatMap((command) => command.keys ?? []);
  expect(onPages.filter((keys) => anywhere.includes(keys))).toEqual([]);
});
