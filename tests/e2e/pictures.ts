import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const shapes = {
  ball: (size: number): string => `<circle cx="800" cy="800" r="${size / 2}" fill="hsl(200 70% 40%)"/><circle cx="640" cy="640" r="120" fill="hsl(200 70% 70%)"/>`,
  egg: (size: number): string => `<ellipse cx="800" cy="800" rx="${size / 3.4}" ry="${size / 2}" fill="hsl(25 70% 45%)"/><circle cx="760" cy="1000" r="90" fill="hsl(25 70% 20%)"/><circle cx="860" cy="520" r="60" fill="hsl(25 70% 75%)"/>`,
} as const;

/** Draws one product on pure white, 1600 px square; `fill` is how much of the frame its longer side takes (0–1). */
export async function drawProduct(file: string, shape: keyof typeof shapes, fill: number): Promise<void> {
  const product = `<svg width="1600" height="1600">${shapes[shape](Math.round(1600 * fill))}</svg>`;
  await sharp({ create: { width: 1600, height: 1600, channels: 3, background: '#ffffff' } }).composite([{ input: Buffer.from(product) }]).jpeg({ quality: 92 }).toFile(file);
}

/** Draws `count` square product photos of different colours into `folder`; every second one is small and grey behind. */
export async function drawPhotos(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const poor = index % 2 === 1;
      const size = poor ? 300 : 1_600;
      const hue = Math.round((360 * index) / count);
      const product = `<svg width="${size}" height="${size}"><circle cx="50%" cy="50%" r="44%" fill="hsl(${hue} 70% 40%)"/><circle cx="${30 + index * 2}%" cy="40%" r="8%" fill="hsl(${hue} 70% 70%)"/></svg>`;
      const file = path.join(folder, `photo-${String(index).padStart(2, '0')}.jpg`);
      await sharp({ create: { width: size, height: size, channels: 3, background: poor ? '#999999' : '#ffffff' } })
        .composite([{ input: Buffer.from(product) }])
        .jpeg({ quality: 92 })
        .toFile(file);
      return file;
    }),
  );
}
