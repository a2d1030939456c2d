import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ChannelVerdict, DuplicateOf, Measures, PhotoError, channelIds } from '../../app/photo-check/index.ts';
import { jpeg, render } from '../../tests/fixtures/pictures.ts';

const program = fileURLToPath(new URL('./vitrine.ts', import.meta.url));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

let folder: string;
const vitrine = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    execFile(process.execPath, [program, ...args], { cwd: tmpdir(), env, maxBuffer: 1e8 }, (error, out, told) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, told });
    });
  });

/** The JSON as it is promised: more fields may come, none of these may go. */
const Report = z.object({
  version: z.string(),
  models: z.array(z.object({ id: z.string(), version: z.string(), runtime: z.string() })),
  photos: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().length(64),
      width: z.number(),
      height: z.number(),
      format: z.string(),
      measures: Measures,
      duplicates: z.array(DuplicateOf),
      channels: z.record(z.string(), ChannelVerdict),
    }),
  ),
  errors: z.array(PhotoError),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-cli-'));
  await mkdir(join(folder, 'shoot/more'), { recursive: true });
  await mkdir(join(folder, 'empty'));
  const picture = await jpeg(await render({}), 92);
  await writeFile(join(folder, 'shoot/bottle.jpg'), picture);
  await writeFile(join(folder, 'shoot/more/copy.jpg'), picture);
  await writeFile(join(folder, 'shoot/cut.jpg'), picture.subarray(0, picture.length / 2));
  await writeFile(join(folder, 'shoot/notes.txt'), 'no picture');
  await symlink('nowhere', join(folder, 'shoot/gone.jpg'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('vitrine photos check', () => {
  it('judges what it can, lists what it cannot, and says so by its exit code', async () => {
    const { code, told } = await vitrine('photos', 'check', 'shoot', '--json', 'out.json');
    expect(code).toBe(2);
    expect(told).toContain('3/3');
    const report = Report.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
    expect(report.photos.map(({ file }) => file).sort()).toEqual(['shoot/bottle.jpg', 'shoot/more/copy.jpg']);
    expect(Object.keys(report.photos[0]?.channels ?? {})).toEqual([...channelIds]);
    expect(report.photos[0]?.duplicates).toEqual([{ file: 'shoot/more/copy.jpg', kind: 'exact', similarity: 1 }]);
    expect(report.errors.map(({ file, code: why }) => `${file} ${why}`).sort()).toEqual(['shoot/cut.jpg truncated', 'shoot/gone.jpg not-found']);
  }, 120_000);

  it('prints JSON alone on standard output with --json -, and 0 when all were judged', async () => {
    const { code, out } = await vitrine('photos', 'check', '--channel', 'ebay', 'etsy', '--json', '-', '--jobs', '1', 'shoot/bottle.jpg');
    expect(code).toBe(0);
    expect(Object.keys(Report.parse(JSON.parse(out)).photos[0]?.channels ?? {})).toEqual(['ebay', 'etsy']);
  }, 120_000);

  it.each([
    ['no pictures', ['photos', 'check'], 'name at least one picture'],
    ['an unknown channel', ['photos', 'check', 'shoot', '--channel', 'ebuy'], 'unknown channel ebuy'],
    ['a folder without pictures', ['photos', 'check', 'empty'], 'no pictures in empty'],
    ['no whole number of jobs', ['photos', 'check', 'shoot', '--jobs', 'many'], '--jobs takes a whole number'],
    ['an unknown option', ['photos', 'check', 'shoot', '--fast'], 'unknown option'],
    ['an unknown command', ['pictures'], 'unknown command'],
  ])('exits 1 on %s', async (_, args, message) => {
    const { code, told } = await vitrine(...args);
    expect(told).toContain(message);
    expect(code).toBe(1);
  });
});
