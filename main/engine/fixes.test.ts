import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../app/contract/index.ts';
import { bottle, render, shadow } from '../../tests/fixtures/pictures.ts';
import { testFolder } from '../store/test-store.ts';
import { jobEnd, startTestProcess, type TestProcess } from './test-process.ts';

const patient = 240_000;
const shas = (folder: string): string[] => readdirSync(folder).sort().map((name) => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex'));

/** Small products on off-white paper: one bottle, one ball, one that is blurred besides. */
async function shopFolder(): Promise<string> {
  const folder = join(testFolder(), 'shop');
  mkdirSync(folder);
  const at = 'translate(300 400) scale(1.1)';
  const products = {
    'bottle.png': { product: `<g transform="${at}">${bottle()}</g>`, below: `<g transform="${at}">${shadow()}</g>` },
    'ball.png': { product: '<circle cx="900" cy="900" r="450" fill="#9c2c77"/><rect x="700" y="820" width="400" height="120" fill="#f7d6e6"/><circle cx="760" cy="700" r="60" fill="#f0a6ca"/>' },
    'soft.png': { product: '<path d="M900 400 L1400 1400 H400 Z" fill="#235789"/>', blur: 9 },
  };
  for (const [name, scene] of Object.entries(products)) await sharp(await render({ width: 1800, height: 1800, ground: '#f0f0f0', ...scene })).toFile(join(folder, name));
  return folder;
}

async function open(data: string): Promise<TestProcess> {
  const engine = startTestProcess(data);
  expect(await engine.greeting).toMatchObject({ t: 'ready' });
  return engine;
}

async function checked(engine: TestProcess, folder: string): Promise<ReadonlyMap<string, string>> {
  const { jobId } = await engine.ask<{ jobId: string }>('internal.importPaths', { paths: [folder] });
  await jobEnd(engine, jobId);
  const { rows } = await engine.ask<OutputOf<'photos.list'>>('photos.list', {});
  return new Map(rows.map(({ name, id }) => [name, id]));
}

describe('fixing', () => {
  it('plans, makes, takes, exports and takes back, and never touches an original', async () => {
    const folder = await shopFolder();
    const before = shas(folder);
    const data = testFolder();
    const engine = await open(data);
    const ids = await checked(engine, folder);
    const scope = { ids: [...ids.values()], channel: 'amazon-main', rule: 'background-not-white' };
    const planned = await engine.ask<OutputOf<'fixes.plan'>>('fixes.plan', scope);
    expect(planned.counts).toEqual({ yes: 2, partly: 1, no: 0, nothing: 0 });
    expect(planned.reasons).toContainEqual({ rule: 'blurry', reason: 'blurred', count: 1 });
    expect(readdirSync(join(data, 'fixed'))).toEqual([]);

    const { jobId, items } = await engine.ask<OutputOf<'fixes.apply'>>('fixes.apply', scope);
    expect(items).toBe(3);
    expect(await jobEnd(engine, jobId ?? '')).toMatchObject({ kind: 'photos.fix', state: 'done', done: 3, failed: 0 });
    const { rows } = await engine.ask<OutputOf<'fixes.ofJob'>>('fixes.ofJob', { jobId });
    expect(rows.map(({ name, state }) => [name, state])).toEqual([['ball.png', 'draft'], ['bottle.png', 'draft'], ['soft.png', 'draft']]);
    expect(rows.map(({ outcome }) => outcome?.after.verdict)).toEqual(['pass', 'pass', 'fail']);
    expect(rows.map(({ outcome }) => outcome?.broken)).toEqual([[], [], []]);
    const thumb = await engine.ask<{ path: string } | null>('internal.media', { kind: 'fix', id: rows[0]?.id, variant: 'thumb' });
    expect(existsSync(thumb?.path ?? '')).toBe(true);

    const [ball, , soft] = rows;
    expect(await engine.ask('fixes.discard', { ids: [soft?.id] })).toEqual({ discarded: 1 });
    const { eventIds } = await engine.ask<{ eventIds: string[] }>('fixes.accept', { ids: rows.map(({ id }) => id) });
    expect(eventIds).toHaveLength(2);
    const target = join(testFolder(), 'for the shop');
    mkdirSync(target);
    mkdirSync(join(target, 'amazon-main'));
    writeFileSync(join(target, 'amazon-main/ball.jpg'), 'somebody’s own');
    const exported = await engine.ask<{ folder: string }>('internal.exportFixes', { folder: target, ids: null });
    expect(exported).toMatchObject({ written: 2, stale: 0, failed: 0 });
    expect(dirname(exported.folder)).toBe(target);
    expect(readdirSync(join(exported.folder, 'amazon-main')).sort()).toEqual(['ball.jpg', 'bottle.jpg']);
    expect(createHash('sha256').update(readFileSync(join(exported.folder, 'amazon-main/ball.jpg'))).digest('hex')).toBe(ball?.file?.sha256);
    expect(readFileSync(join(target, 'amazon-main/ball.jpg'), 'utf8')).toBe('somebody’s own');

    expect(await engine.ask('fixes.undo', { eventIds })).toEqual({ undone: 2 });
    const after = await engine.ask<OutputOf<'photos.list'>>('photos.list', {});
    expect(after.rows.flatMap(({ fixed }) => fixed)).toEqual([]);
    expect(shas(folder)).toEqual(before);
  }, patient);

  it('goes on after kill -9, and every photo ends with one copy', async () => {
    const folder = await shopFolder();
    const data = testFolder();
    let engine = await open(data);
    const ids = await checked(engine, folder);
    const { jobId } = await engine.ask<OutputOf<'fixes.apply'>>('fixes.apply', { ids: [...ids.values()], channel: 'amazon-main' });
    await engine.event('jobs.changed', (job) => job.id === jobId && job.done >= 1);
    await engine.kill();
    engine = await open(data);
    expect(await jobEnd(engine, jobId ?? '')).toMatchObject({ state: 'done', done: 3 });
    const { rows } = await engine.ask<OutputOf<'fixes.ofJob'>>('fixes.ofJob', { jobId });
    expect(rows.map(({ name }) => name)).toEqual(['ball.png', 'bottle.png', 'soft.png']);
    expect(rows.filter(({ file }) => file !== null)).toHaveLength(3);
  }, patient);

  it('says of a file that is gone that it is, and of a channel without objections that there is nothing to do', async () => {
    const folder = await shopFolder();
    const engine = await open(testFolder());
    const ids = await checked(engine, folder);
    const ball = ids.get('ball.png') ?? '';
    expect(await engine.ask('fixes.apply', { ids: [ball], channel: 'shopify' })).toEqual({ jobId: null, items: 0 });
    rmSync(join(folder, 'ball.png'));
    const { jobId } = await engine.ask<OutputOf<'fixes.apply'>>('fixes.apply', { ids: [ball], channel: 'amazon-main' });
    await jobEnd(engine, jobId ?? '');
    expect(await engine.ask('fixes.ofJob', { jobId })).toMatchObject({ rows: [], failed: [{ photoId: ball, channel: 'amazon-main', code: 'not-found' }] });
  }, patient);
});
