import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../store/test-store.ts';
import { fileToWrite } from './choose-export-path.ts';

it('is the file that the person named, which the system asked about', async () => {
  const path = join(testFolder(), 'photos.CSV');
  writeFileSync(path, 'mine');
  expect(await fileToWrite(path, 'csv')).toBe(path);
});

it('gets the ending it lacks, and then a number where the system has not asked', async () => {
  const folder = testFolder();
  expect(await fileToWrite(join(folder, 'photos'), 'csv')).toBe(join(folder, 'photos.csv'));
  expect(await fileToWrite(join(folder, 'photos 24.11'), 'csv')).toBe(join(folder, 'photos 24.11.csv'));
  writeFileSync(join(folder, 'photos.csv'), 'mine');
  mkdirSync(join(folder, 'photos (2).csv'));
  expect(await fileToWrite(join(folder, 'photos'), 'csv')).toBe(join(folder, 'photos (3).csv'));
});
