import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bmp } from '../../tests/fixtures/broken-pictures.ts';
import { decodeBmp } from './bmp.ts';
import { decodePhoto, derivativesOf, findPhotos, sniffFormat, writeDerivatives } from './index.ts';

let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-media-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const solid = (background: string): Sharp => sharp({ create: { width: 40, height: 20, channels: 4, background } });
const decoded = async (bytes: Buffer): Promise<Exclude<Awaited<ReturnType<typeof decodePhoto>>, { readonly ok: false }>['value']> => {
  const outcome = await decodePhoto('x', bytes);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

describe('decoding', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('knows %s by its bytes and gives upright sRGB', async (format) => {
    const bytes = await solid('#c81e1e').toFormat(format, { quality: 95 }).toBuffer();
    expect(sniffFormat(bytes)).toBe(format);
    const { photo, picture } = await decoded(bytes);
    expect(photo).toMatchObject({ format, width: 40, height: 20 });
    expect(picture.data).toHaveLength(40 * 20 * 3);
    expect(Math.abs((picture.data[0] ?? 0) - 200)).toBeLessThan(8);
  });

  it('lays transparency on white', async () => {
    expect([...(await decoded(await solid('#00000000').png().toBuffer())).picture.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('turns a picture upright by its EXIF orientation', async () => {
    const { photo } = await decoded(await solid('#808080').withMetadata({ orientation: 8 }).jpeg().toBuffer());
    expect(photo).toMatchObject({ width: 20, height: 40, orientation: 8 });
  });

  it('gives the same pixel hash for the same picture in another container', async () => {
    const [png, tiff] = await Promise.all([solid('#336699').png().toBuffer(), solid('#336699').tiff({ compression: 'lzw' }).toBuffer()]);
    expect((await decoded(png)).pixelSha256).toBe((await decoded(tiff)).pixelSha256);
  });

  it('converts a wide-gamut white to white', async () => {
    const bytes = await solid('#ffffff').withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    expect([...(await decoded(bytes)).picture.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

describe('Windows bitmaps', () => {
  it('come bottom row first', () => {
    const bytes = bmp(2, 2);
    bytes.set([255, 0, 0, 0, 255, 0], 54);
    bytes.set([0, 0, 255, 9, 9, 9], 62);
    const picture = decodeBmp(bytes);
    if (typeof picture === 'string') throw new Error(picture);
    expect([...picture.rgba]).toEqual([255, 0, 0, 255, 9, 9, 9, 255, 0, 0, 255, 255, 0, 255, 0, 255]);
  });

  it('may be indexed', () => {
    const bytes = Buffer.alloc(54 + 8 + 4);
    bmp(9, 1, false).copy(bytes);
    bytes.writeUInt16LE(1, 28);
    bytes.writeUInt32LE(62, 10);
    bytes.set([0, 0, 0, 0, 255, 255, 255, 0], 54);
    bytes.set([0b10100000, 0b10000000], 62);
    const picture = decodeBmp(bytes);
    if (typeof picture === 'string') throw new Error(picture);
    expect(Array.from({ length: 9 }, (_, x) => picture.rgba[x * 4])).toEqual([255, 0, 255, 0, 0, 0, 0, 0, 255]);
  });

  it('are decoded like any picture', async () => {
    const { photo, picture } = await decoded(bmp(30, 20));
    expect(photo).toMatchObject({ format: 'bmp', width: 30, height: 20, bitDepth: 8 });
    expect(picture.data[0]).toBe(0x7f);
  });

  it.each([[60, 'truncated'], [20, 'truncated']] as const)('cut at %i bytes are %s', (length, why) => {
    expect(decodeBmp(bmp(30, 20).subarray(0, length))).toBe(why);
  });
});

describe('finding photos', () => {
  it('walks folders, follows links, and leaves out what is no picture', async () => {
    const png = await solid('#fff').png().toBuffer();
    await mkdir(at('walk', 'in'), { recursive: true });
    await writeFile(at('walk', 'a.png'), png);
    await writeFile(at('walk', 'in', 'nameless'), png);
    await writeFile(at('walk', 'in', 'notes.txt'), 'hello');
    await writeFile(at('walk', '.hidden.png'), png);
    await symlink('../a.png', at('walk', 'in', 'link.png'));
    await symlink('..', at('walk', 'in', 'up'));
    const found = await findPhotos(['walk'], folder);
    expect(found.files).toEqual(['walk/a.png', 'walk/in/link.png', 'walk/in/nameless'].map((file) => join(file)));
    expect(found.ignored).toBe(1);
    expect(found.errors.map(({ file, code }) => [file, code])).toEqual([[join('walk', 'in', 'up'), 'link-loop']]);
  });
});

describe('derivatives', () => {
  it('are four files under the hash, and no half-written ones', async () => {
    const { photo, picture } = await decoded(await solid('#336699').png().toBuffer());
    const mask = { width: 40, height: 20, data: new Uint8Array(800).fill(255) };
    const input = { file: 'x', sha256: photo.sha256, picture, small: picture, product: mask, offWhite: mask };
    expect(await writeDerivatives(at('derivatives'), input)).toEqual({ ok: true, value: undefined });
    const target = derivativesOf(at('derivatives'), photo.sha256);
    expect((await readdir(target)).sort()).toEqual(['mask.png', 'off-white.png', 'preview.webp', 'thumb.webp']);
    expect(await sharp(join(target, 'mask.png')).metadata()).toMatchObject({ width: 40, height: 20, hasAlpha: true });
  });

  it('that cannot be written are an error that names the photo', async () => {
    await writeFile(at('occupied'), '');
    const { photo, picture } = await decoded(await solid('#336699').png().toBuffer());
    const mask = { width: 40, height: 20, data: new Uint8Array(800) };
    const outcome = await writeDerivatives(at('occupied'), { file: 'x.png', sha256: photo.sha256, picture, small: picture, product: mask, offWhite: mask });
    expect(outcome).toMatchObject({ ok: false, error: { file: 'x.png' } });
  });
});
