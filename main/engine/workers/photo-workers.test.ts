import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPhotoWorkers, type PhotoWorkers, type PhotoWorkersOptions } from './photo-workers.ts';

const program = new URL('../../../tests/fixtures/workers/fickle-worker.ts', import.meta.url);

let folder: string;
let workers: PhotoWorkers;
const open = (options: Partial<PhotoWorkersOptions> = {}): PhotoWorkers => {
  workers = openPhotoWorkers({ count: 2, cacheDir: folder, program, ...options });
  return workers;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-pool-'));
});

afterEach(async () => {
  await workers.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the pool', () => {
  it('analyses more photos than it has workers', async () => {
    const pool = open();
    const files = Array.from({ length: 20 }, (_, i) => `photo-${i}`);
    const outcomes = await Promise.all(files.map((file) => pool.analyse(file)));
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.photo.file)).toEqual(files);
  });

  it.each(['crash', 'exit'])('names a photo that makes its worker %s twice, and goes on', async (name) => {
    const pool = open({ count: 1 });
    const [bad, good] = await Promise.all([pool.analyse(`will-${name}`), pool.analyse('good')]);
    expect(bad).toMatchObject({ ok: false, error: { code: 'worker-crashed', file: `will-${name}` } });
    expect(good.ok).toBe(true);
  });

  it('tries a photo once more after a crash', async () => {
    expect((await open().analyse('crashes-once')).ok).toBe(true);
  });

  it('gives up a photo whose decoding hangs, and replaces the worker', async () => {
    const pool = open({ count: 1, decodeTimeout: 300 });
    const [hanging, good] = await Promise.all([pool.analyse('will-hang'), pool.analyse('good')]);
    expect(hanging).toMatchObject({ ok: false, error: { code: 'decode-timeout' } });
    expect(good.ok).toBe(true);
  });

  it('rejects what is aborted while it waits, and only that', async () => {
    const pool = open({ count: 1, decodeTimeout: 500 });
    const abort = new AbortController();
    const first = pool.analyse('will-hang');
    const second = pool.analyse('good', abort.signal);
    const third = pool.analyse('good');
    abort.abort(new Error('not wanted any more'));
    await expect(second).rejects.toThrow('not wanted any more');
    expect((await first).ok).toBe(false);
    expect((await third).ok).toBe(true);
  });

  it('rejects what waits when it is closed', async () => {
    const pool = open({ count: 1 });
    const running = pool.analyse('will-hang');
    const waiting = pool.analyse('good');
    await Promise.all([expect(running).rejects.toThrow('closed'), expect(waiting).rejects.toThrow('closed'), pool.close()]);
    await expect(pool.analyse('late')).rejects.toThrow('closed');
  });
});
