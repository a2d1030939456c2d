import { expect, test } from 'vitest';
import { Settings } from '../../app/contract/settings.ts';
import { recall, remember } from './first-paint.ts';

test('what was remembered is recalled', () => {
  const settings = Settings.parse({ language: 'zh-CN', theme: 'dark', railOpen: true });
  remember(settings, localStorage);
  expect(recall(localStorage)).toEqual(settings);
});

test.each(['', '{', '"text"', '{"theme":"purple"}', '{"channels":[]}'])('what cannot be read gives the defaults: %s', (text) => {
  expect(recall({ getItem: () => text })).toEqual(Settings.parse({}));
});
