import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { writeBrokenPictures, type BrokenPicture } from '../fixtures/broken-pictures.ts';

const program = fileURLToPath(new URL('../../main/cli/vitrine.ts', import.meta.url));
const whole = 1600;
/** named by the list but not met on a walk: a file that is not there, and a folder, which is entered */
const notMet = new Set(['missing.jpg', 'folder.jpg']);

const Report = z.object({
  photos: z.array(z.object({ file: z.string(), sha256: z.string(), channels: z.record(z.string(), z.unknown()), unavailable: z.array(z.string()) })),
  errors: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
});

let folder: string;
let broken: readonly BrokenPicture[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-batch-'));
  await mkdir(join(folder, 'whole'));
  await mkdir(join(folder, 'broken'));
  broken = (await writeBrokenPictures(join(folder, 'broken'))).filter(({ file }) => !notMet.has(basename(file)));
  for (let n = 0; n < whole; n++) {
    const product = { create: { width: 20 + (n % 17), height: 24 + (n % 13), channels: 3 as const, background: { r: n % 251, g: (n * 7) % 253, b: (n * 31) % 199 } } };
    await sharp({ create: { width: 48, height: 48, channels: 3, background: '#ffffff' } }).composite([{ input: product }]).png().toFile(join(folder, 'whole', `${n}.png`));
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('judges every whole picture of a batch of 2,000 with 400 broken ones among them, and names each of those', async () => {
  expect(broken.length + whole).toBeGreaterThanOrEqual(2000);
  const code = await new Promise<unknown>((resolve) => {
    execFile(process.execPath, [program, 'photos', 'check', folder, '--channel', 'jd', '--json', join(folder, 'report.json')], { maxBuffer: 1e9 }, (error) => resolve(error?.code ?? 0));
  });
  expect(code).toBe(2);
  const { photos, errors } = Report.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
  // a file that a link leads to is judged once, under either name
  const real = (file: string): Promise<string> => realpath(file).catch(() => file);
  const told = [...photos.map(({ file }) => ({ file, what: 'judged' })), ...errors.map(({ file, code: why }) => ({ file, what: why }))];
  const became = new Map(await Promise.all(told.map(async ({ file, what }) => [await real(file), what] as const)));
  expect(became.size).toBe(told.length);
  expect(photos.filter(({ file }) => file.startsWith(join(folder, 'whole')))).toHaveLength(whole);
  expect(photos.filter(({ channels, unavailable }) => channels['jd'] === undefined || unavailable.length > 0)).toEqual([]);
  const outcomes = await Promise.all(broken.map(async ({ file, may }) => ({ file, may: may as readonly string[], what: became.get(await real(file)) ?? 'forgotten' })));
  const wrong = outcomes.flatMap(({ file, may, what }) => (may.includes(what) ? [] : [`${file}: ${what}, expected ${may.join(' or ')}`]));
  expect(wrong).toEqual([]);
  expect(errors.filter(({ file, message }) => !message.includes(file))).toEqual([]);
}, 900_000);
