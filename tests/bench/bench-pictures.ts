import { join } from 'node:path';
import { copyFile, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { bottle, jpeg, render } from '../fixtures/pictures.ts';

/** Width and height of the pictures that benches render, in pixels. */
export const side = 1600;

/** A product of its own colour and size, enlarged to the bench's side. */
export const product = (i: number): string => `<g transform="scale(${side / 1000})">${bottle(`hsl(${(i * 47) % 360} 55% ${25 + (i % 5) * 10}%)`, 0.8 + (i % 4) * 0.07)}</g>`;

/** A wall of coloured tiles, as a shelf behind the product would be. */
export function tiles(i: number): string {
  const cells = Array.from({ length: 400 }, (_, cell) => {
    const x = (cell % 20) * (side / 20);
    const y = Math.floor(cell / 20) * (side / 20);
    return `<rect x="${x}" y="${y}" width="${side / 20}" height="${side / 20}" fill="hsl(${(cell * 73 + i * 31) % 360} 40% ${30 + ((cell * 7) % 40)}%)"/>`;
  });
  return cells.join('');
}

/** Writes `<name>-0.jpg`, `<name>-1.jpg` …, each another product; returns their paths. */
export async function renderAll(folder: string, name: string, count: number, below: (i: number) => string): Promise<readonly string[]> {
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const file = join(folder, `${name}-${i}.jpg`);
    await writeFile(file, await jpeg(await render({ width: side, height: side, below: below(i), product: product(i) }), 90));
    files.push(file);
  }
  return files;
}

/** What is done to a sound picture, so that pictures with known faults stand among the sound ones. */
const faults: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'soft-2': (picture) => picture.blur(2),
  'soft-6': (picture) => picture.blur(6),
  'soft-12': (picture) => picture.blur(12),
  dark: (picture) => picture.linear(0.12, 0),
  bright: (picture) => picture.linear(0.15, 215),
  grey: (picture) => picture.greyscale(),
  'saved-again': (picture) => picture.resize(side - 100),
};

/** As `renderAll`, on white, and of every eighth picture a copy and a version with each fault: `<name>-8-soft-2.jpg`. */
export async function renderFaulty(folder: string, name: string, count: number): Promise<readonly string[]> {
  const sound = await renderAll(folder, name, count, () => '');
  const files = [...sound];
  for (let i = 0; i < sound.length; i += 8) {
    const source = sound[i] ?? '';
    const copy = source.replace(/\.jpg$/, '-copy.jpg');
    await copyFile(source, copy);
    files.push(copy);
    for (const [fault, change] of Object.entries(faults)) {
      const file = source.replace(/\.jpg$/, `-${fault}.jpg`);
      await writeFile(file, await change(sharp(source)).jpeg({ quality: 90 }).toBuffer());
      files.push(file);
    }
  }
  return files;
}
