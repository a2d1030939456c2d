import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { z } from 'zod';
import { encodeAs } from '../../tests/fixtures/encode.ts';

const program = fileURLToPath(new URL('./vitrine.ts', import.meta.url));
let folder: string;

const vitrine = (...args: readonly string[]): Promise<{ code: number; told: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder, VITRINE_CACHE: join(folder, '.cache') };
    execFile(process.execPath, [program, ...args], { cwd: tmpdir(), env, maxBuffer: 1e8 }, (error, _out, told) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, told });
    });
  });

const RowError = z.object({ row: z.number(), column: z.string().nullable(), code: z.string(), message: z.string() });
/** What is promised of the JSON with `--products`. */
const Report = z.object({
  photos: z.array(z.object({ file: z.string(), channels: z.record(z.string(), z.object({ findings: z.array(z.object({ rule: z.string() })) })) })),
  products: z.array(z.object({
    sku: z.string().nullable(), title: z.string().nullable(), photos: z.array(z.object({ file: z.string(), slot: z.number() })), missing: z.array(z.number()),
    verdicts: z.record(z.string(), z.enum(['pass', 'warn', 'fail'])),
  })),
  productErrors: z.array(RowError),
  productWarnings: z.array(RowError),
});

/** A red disc on a ground. */
async function disc(name: string, ground: string): Promise<void> {
  const shape = Buffer.from('<svg width="1400" height="1400"><circle cx="50%" cy="50%" r="44%" fill="#b3202a"/><circle cx="40%" cy="40%" r="8%" fill="#d0404a"/></svg>');
  await sharp({ create: { width: 1400, height: 1400, channels: 3, background: ground } }).composite([{ input: shape }]).jpeg({ quality: 92 }).toFile(join(folder, name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-cli-products-'));
  await disc('TP-1_1.jpg', '#ffffff');
  await disc('TP-1_2.jpg', '#8a8a8a');
  await disc('lamp.jpg', '#8a8a8a');
  await writeFile(join(folder, 'goods.csv'), encodeAs('货号,标题,颜色,主图\nTP-1,红茶壶,红色,\nL-1,台灯,藏青,lamp.jpg\nL-1,另一件,白,\nX-1,没有图片,,none.jpg\n', 'gb18030'));
  await writeFile(join(folder, 'words.csv'), 'Code X,Words,Shot\nL-1,Lamp,lamp.jpg\n');
  await writeFile(join(folder, 'map.json'), JSON.stringify({ 'Code X': 'sku', Words: 'title', Shot: 'main-picture' }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('photos check --products', () => {
  it('reads the table, judges each picture in its slot and by its declared colour, and names bad rows', async () => {
    const { code, told } = await vitrine('photos', 'check', '--products', 'goods.csv', '--channel', 'amazon-main', '--json', 'report.json');
    expect(code).toBe(2);
    expect(told).toContain('goods.csv, row 4');
    const report = Report.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
    const rules = (name: string) => report.photos.find(({ file }) => file.endsWith(name))?.channels['amazon-main']?.findings.map(({ rule }) => rule) ?? [];
    const [pot, lamp, none] = report.products;
    expect(pot).toMatchObject({ sku: 'TP-1', title: '红茶壶', missing: [] });
    expect(pot?.photos.map(({ file, slot }) => [file.split('/').at(-1), slot])).toEqual([['TP-1_1.jpg', 1], ['TP-1_2.jpg', 2]]);
    expect(lamp?.verdicts['amazon-main']).toBe('fail');
    expect(none).toMatchObject({ sku: 'X-1', photos: [], missing: [1], verdicts: {} });
    // the same grey ground: refused as a main picture, not asked of as a second one
    expect(rules('lamp.jpg')).toContain('background-not-white');
    expect(rules('TP-1_2.jpg')).not.toContain('background-not-white');
    expect(rules('lamp.jpg')).toContain('colour-mismatch');
    expect(rules('TP-1_1.jpg')).not.toContain('colour-mismatch');
    expect(report.productErrors).toMatchObject([{ row: 4, column: '货号', code: 'duplicate-sku' }]);
    expect(report.productWarnings).toMatchObject([{ row: 5, code: 'picture-not-found' }]);
  }, 180_000);

  it('takes what columns mean from a file', async () => {
    expect((await vitrine('photos', 'check', 'lamp.jpg', '--products', 'words.csv', '--map', 'map.json', '--json', 'mapped.json')).code).toBe(0);
    expect(Report.parse(JSON.parse(await readFile(join(folder, 'mapped.json'), 'utf8'))).products).toMatchObject([{ sku: 'L-1', title: 'Lamp', photos: [{ slot: 1 }] }]);
  }, 180_000);

  it.each<[string, readonly string[], RegExp]>([
    ['a table that is not there', ['--products', 'none.csv'], /none\.csv does not exist/],
    ['a picture for a table', ['--products', 'lamp.jpg'], /no table of products/],
    ['a map without a table', ['lamp.jpg', '--map', 'map.json'], /needs --products/],
    ['a map of columns that are not there', ['lamp.jpg', '--products', 'goods.csv', '--map', 'map.json'], /has no column Code X/],
  ])('%s is misuse, with a word on what to do', async (_, args, says) => {
    const { code, told } = await vitrine('photos', 'check', ...args);
    expect(told).toMatch(says);
    expect(code).toBe(1);
  });
});
