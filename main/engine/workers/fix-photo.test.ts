import { createHash } from 'node:crypto';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelPacks, type BuiltInChannelId, type FixStep } from '../../../app/photo-check/index.ts';
import { bottle, jpeg, render, shadow, stick } from '../../../tests/fixtures/pictures.ts';
import { createFixer, type FixReport } from './fix-photo.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-fix-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fix = createFixer({ models: null, derivativesDir: null, onDecoded() {} });
let count = 0;

/** Writes a picture, fixes it for a channel, and makes sure that the file is still what it was. */
async function fixed(bytes: Buffer, extension: string, channel: BuiltInChannelId): Promise<FixReport & { readonly bytes: Buffer | null }> {
  count += 1;
  const file = join(folder, `${count}.${extension}`);
  const target = join(folder, 'copies', channel, `${count}.jpg`);
  await writeFile(file, bytes);
  const report = await fix({ file, pack: channelPacks[channel], duplicates: [], target });
  if (!report.ok) throw new Error(report.error.message);
  expect(Buffer.compare(await readFile(file), bytes)).toBe(0);
  return { ...report.value, bytes: report.value.copy && (await readFile(target)) };
}
const kinds = ({ plan }: FixReport): string[] => plan.steps.map(({ kind }) => kind);
const stepOf = <K extends FixStep['kind']>({ plan }: FixReport, kind: K) => plan.steps.find((step) => step.kind === kind);

describe('a fixed copy', () => {
  it('of a small product with a shadow passes, is centred, and is exactly white around it', async () => {
    const made = await fixed(await jpeg(await render({ width: 1600, height: 1600, ground: '#f2f2f2', product: `<g transform="translate(200 350) scale(1.2)">${bottle()}</g>`, below: `<g transform="translate(200 330) scale(1.2)">${shadow()}</g>` }), 92), 'jpg', 'amazon-main');
    expect(made.outcome).toMatchObject({ before: { verdict: 'fail' }, after: { verdict: 'pass' }, broken: [] });
    expect(kinds(made)).toEqual(['background', 'frame', 'encode', 'metadata']);
    const { data, info } = await sharp(made.bytes ?? '').raw().toBuffer({ resolveWithObject: true });
    for (let y = 0; y < 40; y++) for (let x = 0; x < info.width * 3; x++) if (data[y * info.width * 3 + x] !== 255) throw new Error(`not white at ${x / 3}, ${y}`);
    expect(made.copy).toMatchObject({ width: info.width, sha256: createHash('sha256').update(made.bytes ?? '').digest('hex') });
  });

  it('keeps a thin product whole', async () => {
    const made = await fixed(await render({ width: 1200, height: 1200, ground: '#f6f6f6', product: `<g transform="translate(100 100)">${stick()}</g>` }), 'png', 'walmart');
    const { data, info } = await sharp(made.bytes ?? '').raw().toBuffer({ resolveWithObject: true });
    const dark = Array.from({ length: info.height }, (_, y) => data.subarray(y * info.width * 3, (y + 1) * info.width * 3).some((level) => level < 128)).filter(Boolean).length;
    expect(dark / info.height).toBeGreaterThan(0.73);
    expect(made.outcome?.broken).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of a picture with EXIF orientation %i is upright without it', async (orientation) => {
    const upright = await render({ width: 900, height: 1200, ground: '#f0f0f0', product: `<g transform="translate(-50 100)">${bottle()}</g>` });
    const turns: Readonly<Record<number, (image: ReturnType<typeof sharp>) => ReturnType<typeof sharp>>> = {
      2: (image) => image.flop(), 3: (image) => image.rotate(180), 4: (image) => image.flip(), 5: (image) => image.rotate(270).flop(),
      6: (image) => image.rotate(270), 7: (image) => image.rotate(90).flop(), 8: (image) => image.rotate(90),
    };
    const stored = await (turns[orientation] ?? ((image) => image))(sharp(upright)).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    const made = await fixed(stored, 'jpg', 'tmall');
    const after = await sharp(made.bytes ?? '').metadata();
    expect(after.orientation ?? 1).toBe(1);
    expect(after.width).toBe(after.height);
    expect(kinds(made).includes('upright')).toBe(orientation > 1);
    // the bottle's red cap is at the top
    const { data, info } = await sharp(made.bytes ?? '').raw().toBuffer({ resolveWithObject: true });
    const top = (Math.round(info.height * 0.12) * info.width + Math.round(info.width / 2)) * 3;
    expect([data[top]! > 100, data[top + 1]! < 60]).toEqual([true, true]);
  });

  it.each([
    ['CMYK', (image: ReturnType<typeof sharp>) => image.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }), 'jpg'],
    ['16 bits', (image: ReturnType<typeof sharp>) => image.toColourspace('rgb16').png(), 'png'],
    ['Display P3', (image: ReturnType<typeof sharp>) => image.withIccProfile('p3').jpeg({ quality: 95 }), 'jpg'],
    ['grey', (image: ReturnType<typeof sharp>) => image.greyscale().png(), 'png'],
  ])('of %s is 8-bit sRGB with its profile, and as white as it should be', async (_, encode, extension) => {
    const made = await fixed(await encode(sharp(await render({ width: 1600, height: 1600, ground: '#f0f0f0', product: `<g transform="translate(300 300)">${bottle()}</g>` }))).toBuffer(), extension, 'walmart');
    const after = await sharp(made.bytes ?? '').metadata();
    expect(after).toMatchObject({ format: 'jpeg', space: 'srgb', depth: 'uchar', channels: 3 });
    expect(after.icc?.toString('latin1').replaceAll('\0', '')).toContain('sRGB');
    expect(made.outcome?.after.findings.filter(({ rule }) => rule === 'background-not-white' || rule === 'wrong-format')).toEqual([]);
  });

  it('of an animation is its first frame', async () => {
    const frames = await Promise.all(['#2d6a4f', '#bc4749'].map(async (colour) => render({ product: bottle(colour) })));
    const gif = await sharp(frames, { join: { animated: true } }).gif({ delay: [200, 200] }).toBuffer();
    const made = await fixed(gif, 'gif', 'walmart');
    expect(kinds(made)).toContain('first-frame');
    expect((await sharp(made.bytes ?? '').metadata()).pages ?? 1).toBe(1);
  });

  it('goes under the byte limit at the best quality that fits, with full colour where that is enough', async () => {
    const weave = `<clipPath id="c"><circle cx="1100" cy="1100" r="820"/></clipPath><filter id="n"><feTurbulence baseFrequency=".35" numOctaves="2" seed="4"/><feComponentTransfer><feFuncA type="discrete" tableValues="1"/></feComponentTransfer></filter><g clip-path="url(#c)"><rect width="2200" height="2200" filter="url(#n)"/></g>`;
    const big = await render({ width: 2200, height: 2200, product: weave });
    const made = await fixed(big, 'png', 'jd');
    expect(made.copy?.bytes).toBeLessThanOrEqual(1_000_000);
    expect(stepOf(made, 'encode')).toMatchObject({ bytes: made.copy?.bytes });
    const plain = await fixed(await render({ width: 900, height: 1200, product: `<g transform="translate(-50 100)">${bottle()}</g>` }), 'png', 'pdd');
    expect(stepOf(plain, 'encode')).toMatchObject({ quality: 95, chroma: '4:4:4' });
  }, 90_000);

  it('tells nobody where and with what it was taken', async () => {
    const tagged = await sharp(await render({ ground: '#f0f0f0' })).jpeg().withExif({ IFD0: { Make: 'Camera Works', Artist: 'Ms Smith' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' } }).toBuffer();
    const made = await fixed(tagged, 'jpg', 'amazon-main');
    const after = await sharp(made.bytes ?? '').metadata();
    expect(after.exif?.toString('latin1') ?? '').not.toMatch(/Camera Works|Smith/);
    expect(stepOf(made, 'metadata')).toMatchObject({ gps: true, ai: false });
  });

  it('says on that it was made by AI where the original says so, and only that', async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" dc:creator="Ms Smith" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
    const made = await fixed(await sharp(await render({ ground: '#f0f0f0' })).jpeg().withXmp(xmp).toBuffer(), 'jpg', 'amazon-main');
    const after = (await sharp(made.bytes ?? '').metadata()).xmp?.toString('utf8') ?? '';
    expect(after).toContain('digitalsourcetype/trainedAlgorithmicMedia');
    expect(after).not.toContain('Smith');
    expect(stepOf(made, 'metadata')).toMatchObject({ ai: true });
  });

  it('has no frame round it any more, and is framed anew from what is left', async () => {
    const frame = '<rect x="22" y="22" width="1356" height="1556" fill="none" stroke="#c1121f" stroke-width="44"/>';
    const made = await fixed(await jpeg(await render({ width: 1400, height: 1600, ground: '#f6f6f6', product: `<g transform="translate(200 300)">${bottle()}</g>`, above: frame }), 95), 'jpg', 'walmart');
    expect(kinds(made).slice(0, 3)).toEqual(['border', 'background', 'frame']);
    expect(made.outcome?.fixed).toContain('border');
    expect(made.outcome?.broken).toEqual([]);
    const { data, info } = await sharp(made.bytes ?? '').raw().toBuffer({ resolveWithObject: true });
    expect(Math.min(...data.subarray(0, info.width * 3))).toBe(255);
  });

  it('is enlarged at most 1.5 times, and says so', async () => {
    const enough = await fixed(await render({ width: 1260, height: 1260, product: `<g transform="translate(130 130)">${bottle()}</g>` }), 'png', 'walmart');
    expect(stepOf(enough, 'resize')).toMatchObject({ width: 1500, for: ['too-small'] });
    const small = await fixed(await render({ width: 900, height: 900, product: `<g transform="translate(-50 -50)">${bottle()}</g>` }), 'png', 'walmart');
    expect(small.plan.unfixable).toContainEqual({ rule: 'too-small', reason: 'too-few-pixels' });
  });

  it('is not made where the ground goes on differently on every side', async () => {
    const scene = '<defs><linearGradient id="w" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#335577"/><stop offset="1" stop-color="#cc8855"/></linearGradient></defs><rect width="1000" height="1300" fill="url(#w)"/>';
    const made = await fixed(await jpeg(await render({ width: 1000, height: 1300, below: scene, product: bottle() }), 90), 'jpg', 'pdd');
    expect(made).toMatchObject({ copy: null, plan: { fixable: 'no', unfixable: [{ rule: 'wrong-aspect', reason: 'background-uneven' }] } });
  });

  it('that cannot be written is an error that names it, and nothing is left behind', async () => {
    const file = join(folder, 'unwritable.png');
    const target = join(folder, 'unwritable.png', 'amazon-main', 'x.jpg');
    await writeFile(file, await render({ ground: '#f0f0f0' }));
    const report = await fix({ file, pack: channelPacks['amazon-main'], duplicates: [], target });
    expect(report).toMatchObject({ ok: false, error: { file: target } });
  });

  it('of a file that is gone is an error that names it', async () => {
    const report = await fix({ file: join(folder, 'gone.png'), pack: channelPacks.ebay, duplicates: [], target: join(folder, 'gone.jpg') });
    expect(report).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await expect(access(join(folder, 'gone.jpg'))).rejects.toThrow('ENOENT');
  });

  it('replaces the copy that was there, whatever its rights', async () => {
    const target = join(folder, 'again', 'mug.jpg');
    await mkdir(join(folder, 'again'));
    await writeFile(target, 'an older copy');
    await chmod(target, 0o444);
    const file = join(folder, 'again.png');
    await writeFile(file, await render({ ground: '#f0f0f0' }));
    expect(await fix({ file, pack: channelPacks['amazon-main'], duplicates: [], target })).toMatchObject({ ok: true, value: { copy: { path: target } } });
    expect((await sharp(await readFile(target)).metadata()).format).toBe('jpeg');
  });

  it('never breaks a rule that was kept, and mends what it was made for', async () => {
    const channels = fc.constantFrom<BuiltInChannelId>('amazon-main', 'walmart', 'tmall', 'google-merchant', 'pdd');
    await fc.assert(
      fc.asyncProperty(
        channels, fc.integer({ min: 900, max: 1700 }), fc.integer({ min: 900, max: 1700 }), fc.integer({ min: 40, max: 75 }), fc.integer({ min: 60, max: 98 }),
        fc.constantFrom('#ffffff', '#f4f4f4', '#ececee'), fc.boolean(),
        async (channel, width, height, percent, quality, ground, shaded) => {
          const scale = (percent / 100) * (Math.min(width, height) / 1000);
          const at = `translate(${width / 2 - 500 * scale} ${height / 2 - 500 * scale}) scale(${scale})`;
          const scene = { width, height, ground, product: `<g transform="${at}">${bottle()}</g>`, below: shaded ? `<g transform="${at}">${shadow()}</g>` : '' };
          const made = await fixed(await jpeg(await render(scene), quality), 'jpg', channel);
          const after = made.copy === null ? [] : (made.outcome?.after.findings ?? []);
          expect(made.copy === null ? [] : made.outcome?.broken).toEqual([]);
          expect(made.copy === null ? made.plan.mends : after.map(({ rule }) => rule).filter((rule) => made.plan.mends.includes(rule))).toEqual([]);
        },
      ),
      { numRuns: 14 },
    );
  }, 180_000);
});
