import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPhotoWorkers, type PhotoWorkers } from '../../main/engine/workers/index.ts';
import { findPhotos } from '../../main/media/index.ts';
import { writeBrokenPictures, type BrokenPicture } from '../fixtures/broken-pictures.ts';

let folder: string;
let pictures: readonly BrokenPicture[];
let workers: PhotoWorkers;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-broken-'));
  pictures = await writeBrokenPictures(folder);
  workers = openPhotoWorkers({ count: 2, cacheDir: folder, models: false, derivativesDir: join(folder, '.derivatives') });
});

afterAll(async () => {
  await workers.close();
  await rm(folder, { recursive: true, force: true });
});

describe('400 broken inputs', () => {
  it('are that many', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(400);
  });

  it('each end as a judgement or as an error that names the file, and no worker dies of one', async () => {
    const wrong: string[] = [];
    await Promise.all(
      pictures.map(async ({ file, may }) => {
        const outcome = await workers.analyse(file);
        const became = outcome.ok ? 'judged' : outcome.error.code;
        if (!may.includes(became)) wrong.push(`${file}: ${became}, expected ${may.join(' or ')}`);
        if (!outcome.ok && !outcome.error.message.includes(file)) wrong.push(`${file} is not named in: ${outcome.error.message}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('tell what unusual pictures are', async () => {
    const photo = async (name: string): Promise<unknown> => {
      const outcome = await workers.analyse(join(folder, name));
      return outcome.ok ? outcome.value.photo : outcome.error;
    };
    expect(await photo('cmyk.jpg')).toMatchObject({ format: 'jpeg', colourSpace: 'cmyk' });
    expect(await photo('16-bit.png')).toMatchObject({ format: 'png', bitDepth: 16 });
    expect(await photo('animated.gif')).toMatchObject({ format: 'gif', frames: 3, width: 96, height: 96 });
    expect(await photo('animated.webp')).toMatchObject({ format: 'webp', frames: 3, width: 96, height: 96 });
    expect(await photo('turned.jpg')).toMatchObject({ orientation: 6 });
    expect(await photo('png-named.jpg')).toMatchObject({ format: 'png', extension: 'jpg' });
    expect(await photo('no-extension')).toMatchObject({ format: 'gif', extension: '' });
    expect(await photo('cut-1.jpg')).toMatchObject({ code: 'not-a-picture' });
  });

  it('are found by walking the folder without hanging', async () => {
    const found = await findPhotos([folder]);
    expect(found.errors.map(({ code }) => code).sort()).toEqual(['link-loop', 'link-loop', 'link-loop', 'not-found']);
    expect(found.files).toContain(join(folder, 'no-extension'));
    expect(found.files).toContain(join(folder, 'link.png'));
  });
});
