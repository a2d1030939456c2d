import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInChannelIds, ChannelId, RuleId, ruleIds } from '../../app/photo-check/types.ts';
import { develop, encode } from './develop.ts';
import { goods } from './goods/index.ts';
import { litSide, products, renderSampleShop, type SampleShop } from './index.ts';
import { fileNameOf } from './picture.ts';
import { photograph } from './studio/photograph.ts';

/** Rules that no picture of the sample shop shows, and why. */
const notShown: Partial<Record<RuleId, string>> = { nsfw: 'an indecent picture has no place in a shop that everybody opens' };

const specs = products.flatMap(({ pictures }) => pictures);

describe('the shelves', () => {
  it('hold about forty products in two languages, each at a price', () => {
    expect(products.length).toBeGreaterThanOrEqual(40);
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
    for (const { name, price } of products) {
      expect(name.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
      expect(name['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(price.amount).toBeGreaterThan(0);
    }
  });

  it.each(['en', 'zh-CN'])('are as many as the welcome page says (%s)', async (language) => {
    const welcome = await readFile(fileURLToPath(new URL(`../locales/${language}/welcome.json`, import.meta.url)), 'utf8');
    const { sample } = z.object({ sample: z.object({ text: z.string() }) }).parse(JSON.parse(welcome));
    expect(sample.text.match(/\d+/g)).toEqual([String(products.length), String(specs.length)]);
  });

  it('show every rule that a shop may show, and at least fourteen pictures without fault', () => {
    const shown = new Set(specs.flatMap(({ shows }) => shows.map(({ rule }) => rule)));
    expect(shown).toEqual(new Set(ruleIds.filter((rule) => !(rule in notShown))));
    expect(specs.filter(({ shows }) => shows.length === 0).length).toBeGreaterThanOrEqual(14);
  });

  it('name every file once and sell all that stands in the studio', () => {
    expect(new Set(specs.map(fileNameOf)).size).toBe(specs.length);
    expect(new Set(specs.map((spec) => spec.goods))).toEqual(new Set(Object.keys(goods)));
  });
});

describe('the rendered shop', () => {
  let dir: string;
  let shop: SampleShop;
  const progress: number[] = [];
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vitrine-sample-'));
    shop = await renderSampleShop(dir, { onProgress: ({ done }) => progress.push(done) });
  }, 600_000);
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('has the files it declares, in their size and format', async () => {
    expect(shop.photos.map(({ path }) => basename(path))).toEqual(specs.map(fileNameOf));
    expect(progress).toEqual(specs.map((_, i) => i + 1));
    const byName = new Map(specs.map((spec) => [spec.name, spec]));
    const declared = specs.map((spec) => {
      const source = byName.get(spec.copyOf ?? spec.pixelsOf ?? spec.name);
      const [width, height] = source?.size ?? [2200, 2200];
      return { name: spec.name, format: spec.format ?? 'jpeg', width, height };
    });
    const written = await Promise.all(
      specs.map(async (spec) => {
        const { format, width, height, compression } = await sharp(join(dir, fileNameOf(spec))).metadata();
        return { name: spec.name, format: format === 'heif' && compression === 'av1' ? 'avif' : format, width, height };
      }),
    );
    expect(written).toEqual(declared);
  });

  it('keeps pictures without fault below a megabyte, on pure white, and one above it', async () => {
    const spoiled: string[] = [];
    for (const spec of specs.filter(({ shows }) => shows.length === 0)) {
      const file = join(dir, fileNameOf(spec));
      if ((await stat(file)).size >= 1_000_000) spoiled.push(`${spec.name} is too big`);
      const corner = await sharp(file).extract({ left: 0, top: 0, width: 100, height: 100 }).raw().toBuffer();
      if (corner.some((value) => value !== 255)) spoiled.push(`${spec.name} is not on white`);
    }
    expect(spoiled).toEqual([]);
    const heavy = specs.filter(({ shows }) => shows.some(({ rule }) => rule === 'file-too-big'));
    for (const spec of heavy) expect((await stat(join(dir, fileNameOf(spec)))).size).toBeGreaterThan(1_000_000);
    expect(heavy).not.toEqual([]);
  });

  it('is copied, not drawn again, where it was drawn before in this edition', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'vitrine-sample-copy-'));
    try {
      const drawnAgain: number[] = [];
      await renderSampleShop(copy, { drawn: dir, onProgress: ({ done }) => drawnAgain.push(done) });
      expect(drawnAgain).toEqual([]);
      for (const { path } of shop.photos) expect((await readFile(join(copy, basename(path)))).equals(await readFile(path))).toBe(true);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });

  it('has copies of bytes and of pixels that are what they say', async () => {
    const hash = async (name: string): Promise<string> => createHash('sha256').update(await readFile(join(dir, name))).digest('hex');
    expect(await hash('socks-again.jpg')).toBe(await hash('socks.jpg'));
    const [jpeg, png] = await Promise.all(['scarf.jpg', 'scarf-as-png.png'].map((name) => sharp(join(dir, name)).raw().toBuffer()));
    expect(jpeg?.equals(png ?? Buffer.alloc(0))).toBe(true);
  });

  it('is left alone by a second call', async () => {
    const stamp = join(dir, '.sample-shop.json');
    const before = await stat(join(dir, 'teapot.jpg'));
    const again: number[] = [];
    await renderSampleShop(dir, { onProgress: ({ done }) => again.push(done) });
    expect(again).toEqual([]);
    expect((await stat(join(dir, 'teapot.jpg'))).mtimeMs).toBe(before.mtimeMs);
    expect(Object.keys((JSON.parse(await readFile(stamp, 'utf8')) as { sizes: object }).sizes).length).toBe(specs.length);
  });

  it('draws the same bytes every time', async () => {
    const spec = specs.find(({ name }) => name === 'teapot');
    if (!spec) throw new Error('no teapot');
    const bytes = await encode(await develop(await photograph(goods.teapot(), litSide), spec), spec);
    expect(bytes.equals(await readFile(join(dir, 'teapot.jpg')))).toBe(true);
  });

  it('gets the verdicts from the command line that its pictures are there to show', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const report = join(dir, 'report.json');
    const table = join(dir, 'products.csv');
    await writeFile(table, ['SKU,Title,Colour,Main image', ...products.flatMap(({ id, name, colour, pictures: [main] }) => (colour && main ? [`${id},"${name.en}",${colour},${fileNameOf(main)}`] : []))].join('\n'));
    await promisify(execFile)(process.execPath, [join(root, 'main/cli/vitrine.ts'), 'photos', 'check', dir, '--products', table, '--json', report], { cwd: root });
    const { photos, errors } = Report.parse(JSON.parse(await readFile(report, 'utf8')));
    expect(errors).toEqual([]);
    const found = new Map(photos.map(({ file, channels }) => [basename(file), channels]));
    const missing: string[] = [];
    for (const spec of specs) {
      const channels = found.get(fileNameOf(spec)) ?? {};
      const spoken = (channel: ChannelId): RuleId[] => channels[channel]?.findings.map(({ rule }) => rule) ?? [];
      const expected = spec.shows.flatMap(({ rule, channels: where }) => where.map((channel) => [channel, rule] as const));
      missing.push(...expected.filter(([channel, rule]) => !spoken(channel).includes(rule)).map(([channel, rule]) => `${spec.name}: no ${rule} in ${channel}`));
      if (spec.shows.length > 0) continue;
      missing.push(...builtInChannelIds.filter((channel) => !channels[channel]).map((channel) => `${spec.name}: not judged for ${channel}`));
      missing.push(...Object.entries(channels).filter(([, { verdict }]) => verdict !== 'pass').map(([channel]) => `${spec.name}: ${spoken(ChannelId.parse(channel)).join()} in ${channel}`));
    }
    expect(missing).toEqual([]);
  }, 600_000);
});

/** What this test reads of `vitrine photos check --json`. */
const Report = z.object({
  errors: z.array(z.unknown()),
  photos: z.array(
    z.object({
      file: z.string(),
      channels: z.record(ChannelId, z.object({ verdict: z.enum(['pass', 'warn', 'fail']), findings: z.array(z.object({ rule: RuleId })) })),
    }),
  ),
});
