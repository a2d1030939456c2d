import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rgbProfile, spaces } from '../../tests/fixtures/colour-profile.ts';
import { decodePhoto, type DecodedPhoto } from './index.ts';
import { readColourProfile } from './icc.ts';
import { estimateJpegQuality } from './jpeg-quality.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-colour-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function decoded(bytes: Buffer): Promise<DecodedPhoto> {
  const outcome = await decodePhoto('x', bytes);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const patch = (background: string): Sharp => sharp({ create: { width: 32, height: 32, channels: 3, background } });
const firstPixel = ({ picture }: DecodedPhoto): number[] => [...picture.data.subarray(0, 3)];

describe('a colour profile', () => {
  it.each([
    ['sRGB IEC61966-2.1', spaces.srgb, 2.2, 'srgb'],
    ['c2', spaces.srgb, 2.2, 'srgb'],
    ['Adobe RGB (1998)', spaces.adobeRgb, 2.2, 'adobe-rgb'],
    ['ROMM', spaces.proPhoto, 1.8, 'prophoto'],
    ['eciRGB v2', spaces.eciRgb, 1.8, 'other'],
    ['sRGB linear', spaces.srgb, 1, 'other'],
  ] as const)('named %s is known by its numbers', (name, [red, green, blue], gamma, family) => {
    expect(readColourProfile(rgbProfile(name, [red, green, blue], gamma))).toEqual({ name, family });
  });

  it('that is none, or is cut short, does no harm', () => {
    expect(readColourProfile(Buffer.alloc(0))).toBeNull();
    expect(readColourProfile(Buffer.alloc(4000, 7))).toBeNull();
    const whole = rgbProfile('sRGB', [...spaces.srgb]);
    for (let length = 128; length < whole.length; length += 7) expect(() => readColourProfile(whole.subarray(0, length))).not.toThrow();
  });

  it.each(['srgb', 'p3'] as const)('of version 4 is read as well: %s', async (profile) => {
    const { photo } = await decoded(await patch('#c83c28').withIccProfile(profile).jpeg().toBuffer());
    expect(photo.profile?.family).toBe(profile === 'srgb' ? 'srgb' : 'display-p3');
  });

  it('is null where none is embedded', async () => {
    expect((await decoded(await patch('#c83c28').png().toBuffer())).photo.profile).toBeNull();
  });

  it.each([
    ['8-bit Display P3', (): Promise<Buffer> => patch('#c83c28').withIccProfile('p3').png().toBuffer()],
    ['16-bit Display P3', (): Promise<Buffer> => patch('#c83c28').toColourspace('rgb16').withIccProfile('p3').png().toBuffer()],
    ['16-bit without a profile', (): Promise<Buffer> => patch('#c83c28').toColourspace('rgb16').png().toBuffer()],
  ])('is followed: %s comes out as the sRGB it was made from', async (_, encode) => {
    firstPixel(await decoded(await encode())).forEach((value, i) => expect(Math.abs(value - ([200, 60, 40][i] ?? 0))).toBeLessThanOrEqual(2));
  });

  it.each([8, 16] as const)('is followed: Adobe RGB of %i bits', async (bits) => {
    const file = join(folder, 'adobe.icc');
    await writeFile(file, rgbProfile('Adobe RGB (1998)', [...spaces.adobeRgb]));
    const image = patch('#c83c28');
    const bytes = await (bits === 16 ? image.toColourspace('rgb16') : image).withIccProfile(file).tiff({ compression: 'lzw' }).toBuffer();
    const { photo } = await decoded(bytes);
    expect(photo.profile?.family).toBe('adobe-rgb');
    firstPixel(await decoded(bytes)).forEach((value, i) => expect(Math.abs(value - ([200, 60, 40][i] ?? 0))).toBeLessThanOrEqual(3));
  });
});

describe('the quality of a JPEG', () => {
  it.each([1, 10, 35, 50, 75, 88, 95, 100])('is read off its table: %i', async (quality) => {
    expect((await decoded(await patch('#557799').jpeg({ quality }).toBuffer())).photo.jpegQuality).toBe(quality);
  });

  it('is null for other formats, and where the file is broken', async () => {
    expect((await decoded(await patch('#557799').webp().toBuffer())).photo.jpegQuality).toBeNull();
    const whole = await patch('#557799').jpeg().toBuffer();
    for (let length = 0; length < 60; length += 3) expect(estimateJpegQuality(whole.subarray(0, length))).toBeNull();
  });
});
