import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../../app/kernel/picture.ts';

/** The picture of an SVG body on white, for tests. */
export async function drawn(body: string, width: number, height: number): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  return pictureOf(sharp(Buffer.from(svg)));
}

/** The pixels of whatever sharp was asked for, for tests. */
export async function pictureOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data: new Uint8Array(data) };
}

/** A picture as sharp's input. */
export const asSharp = ({ data, width, height }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** Characters as strokes on a grid 10 high, so that reading them needs no font. */
const strokes: Readonly<Record<string, string>> = {
  A: 'M0 10L3 0L6 10M1.2 6.5H4.8',
  E: 'M6 0H0V10H6M0 5H5',
  F: 'M6 0H0V10M0 5H5',
  H: 'M0 0V10M6 0V10M0 5H6',
  L: 'M0 0V10H6',
  N: 'M0 10V0L6 10V0',
  W: 'M0 0L2 10L4 2L6 10L8 0',
  中: 'M0 2H9V6H0ZM4.5 -1V11',
  大: 'M0 3.5H9.5M4.7 -1V3.5Q4.5 7 0 10.5M4.8 3.8Q5.5 7.5 9.5 10.5',
  王: 'M0.5 0H9M1 5H8.5M0 10H9.5M4.7 0V10',
  田: 'M0 0H9V10H0ZM0 5H9M4.5 0V10',
  工: 'M1 0H9M0 10H10M5 0V10',
};

/** SVG of a line of such characters, its first one's top-left corner at x, y. */
export function written(text: string, x: number, y: number, height: number, degrees = 0): string {
  const advance = /[A-Z]/.test(text) ? 9.2 : 12.5;
  const paths = Array.from(text)
    .map((character, index) => {
      const path = strokes[character];
      return path === undefined ? '' : `<path transform="translate(${index * advance} 0)" d="${path}"/>`;
    })
    .join('');
  const place = `translate(${x} ${y}) rotate(${degrees}) scale(${height / 10})`;
  return `<g transform="${place}" fill="none" stroke="#222" stroke-width="1.25" stroke-linecap="square">${paths}</g>`;
}

export const stopSign =
  '<rect width="600" height="400" fill="#9cc4e4"/><rect x="290" y="280" width="20" height="120" fill="#888"/>' +
  '<polygon points="236,46 364,46 454,136 454,264 364,354 236,354 146,264 146,136" fill="#c00" stroke="#fff" stroke-width="12"/>';

export const portrait =
  '<rect width="600" height="600" fill="#cfd8dc"/><ellipse cx="300" cy="300" rx="150" ry="200" fill="#e0ac85"/>' +
  '<path d="M150 260 Q300 20 450 260 Q300 150 150 260" fill="#3b2417"/>' +
  '<ellipse cx="240" cy="280" rx="30" ry="16" fill="#fff"/><circle cx="240" cy="280" r="13" fill="#222"/>' +
  '<ellipse cx="360" cy="280" rx="30" ry="16" fill="#fff"/><circle cx="360" cy="280" r="13" fill="#222"/>' +
  '<path d="M205 250 Q240 232 275 250" stroke="#3b2417" stroke-width="10" fill="none"/>' +
  '<path d="M325 250 Q360 232 395 250" stroke="#3b2417" stroke-width="10" fill="none"/>' +
  '<path d="M300 290 L285 350 L312 352" stroke="#b57f5a" stroke-width="8" fill="none"/>' +
  '<path d="M240 410 Q300 440 360 410 Q300 400 240 410" fill="#a33"/>';

/** A vase with a shaded body on white: a product without text. */
export const vase =
  '<defs><linearGradient id="g"><stop offset="0" stop-color="#1c4f7c"/><stop offset=".45" stop-color="#3f8fd0"/>' +
  '<stop offset="1" stop-color="#143a5a"/></linearGradient></defs>' +
  '<path d="M280 140 h150 q-10 90 40 160 q90 130 20 260 q-20 50 -70 50 h-130 q-50 0 -70 -50 q-70 -130 20 -260 q50 -70 40 -160 z" fill="url(#g)"/>' +
  '<ellipse cx="355" cy="140" rx="75" ry="16" fill="#0f2c45"/>';
