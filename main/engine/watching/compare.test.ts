import { expect, it } from 'vitest';
import type { KnownFile } from '../../store/photo-files.ts';
import { compareFiles } from './compare.ts';

const known = (id: string, change: Partial<KnownFile> = {}): KnownFile => ({
  id, path: `/shop/${id}.jpg`, bytes: 10, modifiedMs: 5, state: 'checked', sha256: 'a', removed: false, missingSince: null, ...change,
});
const lies = (...ids: readonly string[]) => new Map(ids.map((id) => [`/shop/${id}.jpg`, { path: `/shop/${id}.jpg`, name: `${id}.jpg`, bytes: 10, modifiedMs: 5 }]));

it('tells what stayed, was written anew, went and came back', () => {
  const photos = [known('same'), known('longer', { bytes: 9 }), known('later', { modifiedMs: 4 }), known('gone'), known('still-gone', { missingSince: 1 }), known('back', { missingSince: 1 })];
  const compared = compareFiles(photos, lies('same', 'longer', 'later', 'back', 'new'));
  expect(compared.touched.map((one) => one.known.id)).toEqual(['longer', 'later']);
  expect(compared.gone.map(({ id }) => id)).toEqual(['gone', 'still-gone']);
  expect(compared.back.map(({ id }) => id)).toEqual(['back']);
});

it('leaves alone what staff took out of the catalogue, there or not', () => {
  const out = { removed: true } as const;
  expect(compareFiles([known('a', out), known('b', { ...out, bytes: 9 })], lies('b'))).toEqual({ touched: [], gone: [], back: [] });
});
