import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../store/test-store.ts';
import { openLog } from './log.ts';

it('names the error of a file without its path, and keeps where in the code it happened', async () => {
  const folder = testFolder();
  const secret = join(folder, 'bride of 3 June.jpg');
  const error: unknown = await readFile(secret).catch((cause: unknown) => cause);
  openLog(folder, () => 0).error('pictures', error);
  const line = JSON.parse(readFileSync(join(folder, 'engine.log'), 'utf8')) as Record<string, unknown>;
  expect(line).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'error', event: 'pictures', message: "ENOENT: no such file or directory, open '(path)'" });
  expect(JSON.stringify(line)).not.toContain('bride');
});

it('turns over before it grows beyond its limit, and keeps three older files', () => {
  const folder = testFolder();
  const log = openLog(folder, () => 0);
  for (let n = 0; n < 6; n += 1) log.info('x'.repeat(1_000_000));
  const sizes = ['', '.1', '.2', '.3'].map((age) => readFileSync(join(folder, `engine.log${age}`)).length);
  expect(sizes.every((size) => size > 1_000_000 && size < 1_001_000)).toBe(true);
  expect(() => readFileSync(join(folder, 'engine.log.4'))).toThrow('ENOENT');
});
