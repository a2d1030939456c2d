import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInChannelIds, ChannelVerdict, DuplicateOf, Measures, PhotoError, RuleId, Verdict } from '../../app/photo-check/types.ts';
import { FixStep, UnfixableReason } from '../../app/photo-check/fix/types.ts';
import { bottle, jpeg, render } from '../../tests/fixtures/pictures.ts';

const program = fileURLToPath(new URL('./vitrine.ts', import.meta.url));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

let folder: string;
const vitrine = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder, VITRINE_CACHE: join(folder, '.cache') };
    execFile(process.execPath, [program, ...args], { cwd: tmpdir(), env, maxBuffer: 1e8 }, (error, out, told) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, told });
    });
  });

/** What `--fix` adds to it. */
const Fixed = z.object({
  photos: z.array(
    z.object({
      file: z.string(),
      fixes: z.record(z.string(), z.object({ file: z.string(), sha256: z.string().length(64), steps: z.array(FixStep), before: Verdict, after: Verdict, remaining: z.array(RuleId) })),
      unfixable: z.array(z.object({ channel: z.string(), rule: RuleId, reason: UnfixableReason })),
    }),
  ),
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
  incomplete: z.literal(true).optional(),
});

const Standing = z.enum(['new', 'changed', 'unchanged']);
const Since = z.object({
  photos: z.array(z.object({ file: z.string(), since: Standing, measures: z.unknown(), duplicates: z.array(DuplicateOf) })),
  since: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), gone: z.array(z.string()) }),
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
  await symlink('shoot', join(folder, 'linked'));
  await mkdir(join(folder, 'many'));
  for (let n = 0; n < 16; n += 1) await writeFile(join(folder, `many/${n}.jpg`), picture);
  await mkdir(join(folder, 'reported'));
  await writeFile(join(folder, 'reported/report.html'), 'mine');
  await symlink('nowhere', join(folder, 'shoot/gone.jpg'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('vitrine photos check', () => {
  it('judges what it can, lists what it cannot, and says so by its exit code', async () => {
    const { code, told } = await vitrine('photos', 'check', 'shoot', '--json', 'out.json');
    expect(code).toBe(2);
    expect(told).toContain('3/3');
    const report = Report.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
    expect(report.incomplete).toBeUndefined();
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(report.photos.map(({ file }) => file).sort()).toEqual(['shoot/bottle.jpg', 'shoot/more/copy.jpg']);
    expect(Object.keys(report.photos[0]?.channels ?? {})).toEqual([...builtInChannelIds]);
    expect(report.photos[0]?.duplicates).toEqual([{ file: 'shoot/more/copy.jpg', kind: 'exact', similarity: 1 }]);
    expect(report.errors.map(({ file, code: why }) => `${file} ${why}`).sort()).toEqual(['shoot/cut.jpg truncated', 'shoot/gone.jpg not-found']);
  }, 120_000);

  it('prints JSON alone on standard output with --json -, and 0 when all were judged', async () => {
    const { code, out } = await vitrine('photos', 'check', '--channel', 'ebay,jd', 'etsy', '--json', '-', '--jobs', '1', 'shoot/bottle.jpg');
    expect(code).toBe(0);
    expect(Object.keys(Report.parse(JSON.parse(out)).photos[0]?.channels ?? {})).toEqual(['ebay', 'etsy', 'jd']);
  }, 120_000);

  it('judges a file once, by however many names it is given', async () => {
    const { code, out } = await vitrine('photos', 'check', 'shoot/bottle.jpg', `../${basename(folder)}/shoot/bottle.jpg`, 'linked/bottle.jpg', '--channel', 'jd', '--json', '-');
    expect(code).toBe(0);
    expect(Report.parse(JSON.parse(out)).photos).toMatchObject([{ file: 'shoot/bottle.jpg', duplicates: [] }]);
  }, 120_000);

  it('stops at Ctrl-C after the pictures in hand, and writes what it has', async () => {
    const env = { ...process.env, INIT_CWD: folder, VITRINE_CACHE: join(folder, '.cache') };
    const child = spawn(process.execPath, [program, 'photos', 'check', 'many', '--jobs', '1', '--json', 'part.json'], { env });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!told.includes('1/16') && text.includes('1/16')) child.kill('SIGINT');
      told += text;
    });
    child.stdout.resume();
    const code = await new Promise((resolve) => { child.once('close', resolve); });
    expect(code).toBe(130);
    const report = Report.parse(JSON.parse(await readFile(join(folder, 'part.json'), 'utf8')));
    expect(report.incomplete).toBe(true);
    expect(told).toContain(`stopped: ${report.photos.length} of 16 judged`);
    expect(report.photos.length).toBeLessThan(16);
  }, 120_000);

  describe('--fix', () => {
    it('writes a mended copy a channel that passes, says what stays, and leaves the pictures as they were', async () => {
      const shop = join(folder, 'mend');
      await mkdir(join(shop, 'more'), { recursive: true });
      const small = await render({ width: 1500, height: 1500, ground: '#f0f0f0', product: `<g transform="translate(250 300)">${bottle()}</g>` });
      const soft = await render({ width: 1500, height: 1500, product: '<circle cx="750" cy="750" r="650" fill="#457b9d"/>', blur: 12 });
      const originals = { 'mug.png': small, 'more/mug.jpg': await jpeg(small, 95), 'soft.png': soft };
      for (const [name, bytes] of Object.entries(originals)) await writeFile(join(shop, name), bytes);
      const { code, out } = await vitrine('photos', 'check', 'mend', '--channel', 'amazon-main', 'ebay', '--fix', 'mend/copies', '--json', '-');
      expect(code).toBe(0);
      const { photos } = Fixed.parse(JSON.parse(out));
      const mugs = photos.filter(({ file }) => file.includes('mug'));
      expect(mugs.map(({ fixes }) => fixes['amazon-main']?.file ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['mend/copies/amazon-main/mug-2.jpg', 'mend/copies/amazon-main/mug.jpg']);
      for (const { fixes } of mugs) {
        const copy = fixes['amazon-main'];
        expect(copy).toMatchObject({ before: 'fail', remaining: ['near-duplicate'] });
        expect(copy?.sha256).toBe(createHash('sha256').update(await readFile(join(folder, copy?.file ?? ''))).digest('hex'));
      }
      expect(photos.find(({ file }) => file === 'mend/soft.png')).toMatchObject({ fixes: {}, unfixable: expect.arrayContaining([{ channel: 'ebay', rule: 'blurry', reason: 'blurred' }]) });
      for (const [name, bytes] of Object.entries(originals)) expect(Buffer.compare(await readFile(join(shop, name)), bytes)).toBe(0);

      const again = await vitrine('photos', 'check', 'mend', '--channel', 'amazon-main', '--fix', 'mend/copies');
      expect(again.out).toContain('3 photos judged');
      expect(again.out).toMatch(/fixed amazon-main: fail → \w+.* mend\/copies\/amazon-main\/mug\.jpg/);
      expect(again.out).toContain('not fixable: blurry (blurred)');
      expect(again.out).toContain('the pictures themselves are as they were');
      expect((await readdir(join(shop, 'copies'))).toSorted()).toEqual(['.vitrine-fixed.jsonl', 'amazon-main']);

      await writeFile(join(shop, 'copies/amazon-main/mug.jpg'), 'somebody’s own');
      const refused = await vitrine('photos', 'check', 'mend', '--channel', 'amazon-main', '--fix', 'mend/copies', '--json', '-');
      const { photos: rest, errors } = Fixed.extend({ errors: Report.shape.errors }).parse(JSON.parse(refused.out));
      expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('mend/copies/amazon-main/mug.jpg is there already')]);
      expect(rest.flatMap(({ fixes }) => fixes['amazon-main']?.file ?? [])).toEqual(['mend/copies/amazon-main/mug-2.jpg']);
      expect(await readFile(join(shop, 'copies/amazon-main/mug.jpg'), 'utf8')).toBe('somebody’s own');
    }, 240_000);
  });

  describe('--since', () => {
    const check = (since: string, json: string) => vitrine('photos', 'check', 'season', '--channel', 'jd', '--since', since, '--json', json);
    const bottleOf = async (scale: number) => jpeg(await render({ product: bottle('#2d6a4f', scale) }), 92);
    const read = async (name: string) => Since.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));

    it('measures what is new or changed, takes the rest as it was, and names what is gone', async () => {
      const season = join(folder, 'season');
      await mkdir(season);
      for (const [index, name] of ['kept.jpg', 'changed.jpg', 'gone.jpg'].entries()) await writeFile(join(season, name), await bottleOf(0.5 + index / 10));
      expect((await check('last', 'first.json')).code).toBe(0);
      const before = await read('first.json');
      expect(before.since).toEqual({ new: 3, changed: 0, unchanged: 0, gone: [] });

      await writeFile(join(season, 'changed.jpg'), await bottleOf(0.4));
      await writeFile(join(season, 'new.jpg'), await readFile(join(season, 'kept.jpg')));
      await rm(join(season, 'gone.jpg'));
      const { told } = await check('first.json', 'second.json');
      const second = await read('second.json');
      expect(second.since).toEqual({ new: 1, changed: 1, unchanged: 1, gone: ['season/gone.jpg'] });
      const standing = second.photos.map(({ file, since }) => `${file} ${since}`).sort();
      expect(standing).toEqual(['season/changed.jpg changed', 'season/kept.jpg unchanged', 'season/new.jpg new']);
      const kept = ({ photos }: typeof before) => photos.find(({ file }) => file === 'season/kept.jpg');
      expect(kept(second)?.measures).toEqual(kept(before)?.measures);
      expect(kept(second)?.duplicates).toContainEqual({ file: 'season/new.jpg', kind: 'exact', similarity: 1 });
      expect(told).toContain('2 of 3 taken from earlier checks');

      const third = await vitrine('photos', 'check', 'season', '--channel', 'jd', '--since', 'last');
      expect(third.out).toContain('Since the earlier check: 0 new, 0 changed, 3 unchanged (not listed), 0 gone.');
      expect(third.out).not.toContain('kept.jpg');
    }, 240_000);

    it.each([
      ['a file that is not there', 'none.json', 'cannot read none.json'],
      ['a file that is no JSON', 'shoot/notes.txt', 'cannot read shoot/notes.txt: it is no JSON'],
      ['JSON that is no report', 'other.json', 'other.json is no report of --json'],
    ])('exits 1 on %s', async (_, since, message) => {
      await writeFile(join(folder, 'other.json'), '{"photos": [{"file": 7}]}');
      const { code, told } = await vitrine('photos', 'check', 'shoot', '--since', since);
      expect(told).toContain(message);
      expect(code).toBe(1);
    });
  });
  it('writes pages, a table, the data and copies of what each channel accepts into a folder, and nothing else', async () => {
    const name = '=1+<b>茶盅.jpg';
    await mkdir(join(folder, 'own'));
    await writeFile(join(folder, 'own', name), await jpeg(await render({}), 92));
    await writeFile(join(folder, 'own/cut.jpg'), (await jpeg(await render({}), 90)).subarray(0, 4_000));
    const { code, told, out } = await vitrine('photos', 'check', 'own', '--channel', 'ebay', 'walmart', '--report', 'made/today');
    expect(told).not.toContain('vitrine:');
    expect(code).toBe(2);
    expect(out).toContain('1 photo judged');
    const made = join(folder, 'made/today');
    const report = Report.parse(JSON.parse(await readFile(join(made, 'report.json'), 'utf8')));
    const passing = (['ebay', 'walmart'] as const).filter((channel) => report.photos[0]?.channels[channel]?.verdict === 'pass');
    expect(passing).toEqual(['ebay']);
    expect((await readdir(made, { recursive: true })).toSorted()).toEqual(['channels', 'channels/ebay', 'channels/ebay/=1+_b_茶盅.jpg', 'channels/walmart', 'photos.csv', 'report.html', 'report.json']);
    expect(await readFile(join(made, 'channels/ebay/=1+_b_茶盅.jpg'))).toEqual(await readFile(join(folder, 'own', name)));
    const table = await readFile(join(made, 'photos.csv'), 'utf8');
    expect(table).toContain(`\r\n"'=1+<b>茶盅.jpg","own/=1+<b>茶盅.jpg"`);
    const page = await readFile(join(made, 'report.html'), 'utf8');
    expect(page).toContain('=1+&lt;b&gt;茶盅.jpg');
    expect(page.match(/src="data:image\/webp;base64,/g)).toHaveLength(1);
    expect(page).toContain('The picture breaks off');
  }, 120_000);

  it.each([
    ['no pictures', ['photos', 'check'], 'name at least one picture'],
    ['an unknown channel', ['photos', 'check', 'shoot', '--channel', 'ebuy'], 'unknown channel ebuy'],
    ['a folder without pictures', ['photos', 'check', 'empty'], 'no pictures in empty'],
    ['no whole number of jobs', ['photos', 'check', 'shoot', '--jobs', 'many'], '--jobs takes a whole number'],
    ['an empty path', ['photos', 'check', ''], 'a path is empty'],
    ['an empty channel', ['photos', 'check', 'shoot', '--channel', ''], '--channel was given an empty name'],
    ['a report in no folder', ['photos', 'check', 'shoot', '--json', 'none/out.json'], 'cannot write none/out.json: its folder does not exist; create the folder'],
    ['a report that is a folder', ['photos', 'check', 'shoot', '--json', 'empty'], 'cannot write empty: it is a folder; name a file in it'],
    ['a report where one is', ['photos', 'check', 'shoot', '--report', 'reported'], 'report.html is there already; name another folder'],
    ['a report in a file', ['photos', 'check', 'shoot', '--report', 'shoot/notes.txt'], 'cannot make a report in shoot/notes.txt'],
    ['a folder of copies that is a file', ['photos', 'check', 'shoot', '--fix', 'shoot/bottle.jpg'], 'cannot write copies to shoot/bottle.jpg: it is a file'],
    ['a folder of copies without a name', ['photos', 'check', 'shoot', '--fix', ''], '--fix was given an empty name'],
    ['an unknown option', ['photos', 'check', 'shoot', '--fast'], 'unknown option'],
    ['an unknown command', ['pictures'], 'unknown command'],
  ])('exits 1 on %s', async (_, args, message) => {
    const { code, told } = await vitrine(...args);
    expect(told).toContain(message);
    expect(told).not.toContain('1/');
    expect(code).toBe(1);
  });
});
