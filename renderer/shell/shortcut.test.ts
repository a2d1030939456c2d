import { expect, test } from 'vitest';
import { capsOf } from '../design/index.ts';
import { isComposing, matches, type KeyPress } from './shortcut.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...rest });

test.each([
  ['mod+k', press('k', { ctrlKey: true }), false, true],
  ['mod+k', press('k', { metaKey: true }), true, true],
  ['mod+k', press('k', { metaKey: true }), false, false],
  ['mod+k', press('k'), false, false],
  ['k', press('k', { ctrlKey: true }), false, false],
  ['mod+shift+o', press('O', { ctrlKey: true, shiftKey: true }), false, true],
  ['mod+o', press('O', { ctrlKey: true, shiftKey: true }), false, false],
  ['p', press('P'), false, true],
  ['?', press('?', { shiftKey: true }), false, true],
  ['?', press('?'), false, true],
  ['mod+1', press('&', { ctrlKey: true, code: 'Digit1' }), false, true],
  ['space', press(' '), false, true],
  ['space', press(' ', { shiftKey: true }), false, false],
  ['mod+comma', press(',', { ctrlKey: true }), false, true],
  ['ArrowLeft', press('ArrowLeft'), false, true],
  ['ArrowLeft', press('ArrowLeft', { shiftKey: true }), false, false],
])('%s against %o', (shortcut, event, mac, expected) => {
  expect(matches(shortcut, event, mac)).toBe(expected);
});

test('a key of an input method is no shortcut', () => {
  expect(isComposing(new KeyboardEvent('keydown', { key: 'p', isComposing: true }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Process' }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'p' }))).toBe(false);
});

test('caps are printed as on the keys of the platform', () => {
  expect(capsOf('mod+shift+o', 'linux')).toEqual(['Ctrl', 'Shift', 'O']);
  expect(capsOf('mod+k', 'darwin')).toEqual(['⌘', 'K']);
  expect(capsOf('ArrowLeft', 'linux')).toEqual(['←']);
});
