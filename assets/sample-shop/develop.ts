import sharp, { type CreateRaw, type Kernel, type OverlayOptions } from 'sharp';
import type { CutOut } from './studio/light.ts';
import type { Ground, PictureSpec } from './picture.ts';

/** RGB, 8 bits, with no alpha. */
export interface Developed {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/**
 * Sets cut-out goods into their frame: ground, fill, overlay, blur, exposure, and whatever a careless hand adds.
 * `beside` are the further goods of the picture, in its order.
 */
export async function develop(goods: CutOut, spec: PictureSpec, beside: readonly CutOut[] = []): Promise<Developed> {
  const [width, height] = spec.size ?? [2200, 2200];
  const by = spec.enlarged ?? 1;
  const taken = await take(goods, spec, beside, Math.round(width / by), Math.round(height / by));
  const enlarged = by === 1 ? taken : { width, height, data: await sharp(taken.data, { raw: rawOf(taken, 3) }).resize(width, height, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer() };
  return spoil(enlarged, spec);
}

async function take(goods: CutOut, spec: PictureSpec, beside: readonly CutOut[], width: number, height: number): Promise<Developed> {
  const { placed, left, top } = await fit(goods, spec, width, height);
  const ground = spec.ground ?? { kind: 'plain', colour: [255, 255, 255] };
  const layers: OverlayOptions[] = [...(await behind(ground, placed, left, top)), { input: placed.data, raw: rawOf(placed, 4), left, top }];
  for (const [i, cutOut] of beside.entries()) {
    const other = await fit(cutOut, spec.beside?.[i] ?? {}, width, height);
    layers.push({ input: other.placed.data, raw: rawOf(other.placed, 4), left: other.left, top: other.top });
  }
  if (spec.overlay) layers.push({ input: svg(width, height, '0 0 1000 1000', spec.overlay), left: 0, top: 0 });
  const colour = ground.kind === 'plain' ? ground.colour : [255, 255, 255];
  const composed = await sharp({ create: { width, height, channels: 3, background: { r: colour[0] ?? 255, g: colour[1] ?? 255, b: colour[2] ?? 255 } } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer();
  const blurred = spec.blur ? await sharp(composed, { raw: { width, height, channels: 3 } }).blur(spec.blur).raw().toBuffer() : composed;
  const data = spec.exposure && spec.exposure < 1 ? Buffer.from(expose(blurred, spec.exposure, 3)) : blurred;
  return { width, height, data };
}

/** What a tinted light, a high ISO setting and a frame do to pixels. */
function spoil({ width, height, data }: Developed, { light, grain = 0, frame }: PictureSpec): Developed {
  if (!light && grain === 0 && !frame) return { width, height, data };
  const out = Buffer.from(data);
  const next = gaussian(1);
  const rim = frame ? Math.round(frame.share * Math.min(width, height)) : 0;
  for (let i = 0, at = 0; i < width * height; i++, at += 3) {
    const x = i % width;
    const y = (i - x) / width;
    const framed = frame && Math.min(x, y, width - 1 - x, height - 1 - y) < rim;
    const noise = grain === 0 ? 0 : next() * grain;
    for (let c = 0; c < 3; c++) out[at + c] = framed ? frame.colour[c]! : Math.max(0, Math.min(255, Math.round(data[at + c]! * (light?.[c] ?? 1) + noise)));
  }
  return { width, height, data: out };
}

/** Normally distributed numbers, the same ones for the same seed (G. E. P. Box, M. E. Muller, 1958). */
function gaussian(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Writes developed pixels as a file of the asked format; the same pixels give the same bytes. */
export async function encode({ width, height, data }: Developed, { format = 'jpeg', quality = 88, profile, orientation }: PictureSpec): Promise<Buffer> {
  const upright = sharp(data, { raw: { width, height, channels: 3 } });
  // Orientation 6 says: to be turned clockwise; the pixels lie the other way.
  const turned = orientation ? upright.rotate(270).withMetadata({ orientation }) : upright;
  const image = profile ? turned.withIccProfile(profile) : turned;
  switch (format) {
    case 'jpeg':
      return image.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'png':
      return image.png({ compressionLevel: 6 }).toBuffer();
    case 'webp':
      return image.webp({ quality, effort: 2 }).toBuffer();
    case 'gif':
      return image.gif({ effort: 2, dither: 0.6 }).toBuffer();
    case 'avif':
      return image.avif({ quality: 60, effort: 0 }).toBuffer();
  }
}

interface Placed { readonly width: number; readonly height: number; readonly data: Buffer }

const rawOf = ({ width, height }: { width: number; height: number }, channels: 3 | 4): CreateRaw => ({ width, height, channels });

/** The edge that a camera adds to its own pictures; scaling up has softened them. */
const crisp: Kernel = { width: 3, height: 3, kernel: [0, -1, 0, -1, 8, -1, 0, -1, 0], scale: 4 };

/** Scales goods to the asked fill and cuts what falls outside the frame. */
async function fit(goods: CutOut, { fill = 0.87, centre = [0.5, 0.5], exposure = 1 }: Pick<PictureSpec, 'fill' | 'centre' | 'exposure'>, width: number, height: number): Promise<{ placed: Placed; left: number; top: number }> {
  const scale = Math.min((width * fill) / goods.width, (height * fill) / goods.height);
  const [wide, high] = [Math.round(goods.width * scale), Math.round(goods.height * scale)];
  const left = Math.round(width * centre[0] - wide / 2);
  const top = Math.round(height * centre[1] - high / 2);
  const cut = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    width: Math.min(wide, width - left) - Math.max(0, -left),
    height: Math.min(high, height - top) - Math.max(0, -top),
  };
  const resized = await sharp(expose(goods.data, Math.max(1, exposure), 4), { raw: rawOf(goods, 4) })
    .resize(wide, high, { fit: 'fill' })
    .convolve(crisp)
    .raw().toBuffer();
  const data = await sharp(resized, { raw: { width: wide, height: high, channels: 4 } }).extract(cut).raw().toBuffer();
  return { placed: { width: cut.width, height: cut.height, data }, left: Math.max(0, left), top: Math.max(0, top) };
}

/** Multiplies the light of pixels of 3 or 4 channels; alpha stays. */
function expose(data: Uint8Array, exposure: number, channels: 3 | 4): Uint8Array {
  if (exposure === 1) return data;
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round(255 * ((value / 255) ** 2.2 * exposure) ** (1 / 2.2))));
  return data.map((value, i) => (channels === 4 && i % 4 === 3 ? value : (table[value] ?? value)));
}

async function behind(ground: Ground, placed: Placed, left: number, top: number): Promise<OverlayOptions[]> {
  if (ground.kind === 'plain') return [];
  if (ground.kind === 'halves') {
    const half = (x: number, colour: string): string => `<rect x="${x}" width="500" height="1000" fill="${colour}"/>`;
    return [{ input: svg(2200, 2200, '0 0 1000 1000', half(0, ground.left) + half(500, ground.right)), left: 0, top: 0 }];
  }
  const { width, height } = placed;
  const spread = Math.round(width * 0.09);
  const shadow = `<ellipse cx="${spread + width / 2}" cy="${spread * 1.4}" rx="${width * 0.5}" ry="${spread * 0.55}" fill="#2c2a28" opacity=".8"/>`;
  const cast = await sharp(svg(width + 2 * spread, spread * 3, `0 0 ${width + 2 * spread} ${spread * 3}`, shadow)).blur(Math.max(1, spread * 0.28)).png().toBuffer();
  const fall: OverlayOptions = { input: cast, left: Math.max(0, left - spread), top: Math.max(0, top + height - Math.round(spread * 1.9)) };
  return ground.kind === 'shadow' ? [fall] : [{ input: tableTop, left: 0, top: 0 }, fall];
}

const planks = Array.from({ length: 7 }, (_, i) => `<rect y="${1340 + i * 124}" width="2200" height="120" fill="hsl(${28 + (i % 3) * 2} 34% ${46 - i * 1.5}%)"/>`).join('');
/** A wall and a table, for pictures of 2200 × 2200. */
const tableTop = svg(
  2200, 2200, '0 0 2200 2200',
  `<defs><linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#dcd5c8"/><stop offset="1" stop-color="#a99f8f"/></linearGradient></defs>
  <rect width="2200" height="2200" fill="url(#wall)"/><rect y="1336" width="2200" height="864" fill="#4b3424"/>${planks}`,
);

function svg(width: number, height: number, viewBox: string, content: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`);
}
