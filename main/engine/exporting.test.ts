import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { PhotoFilter } from '../../app/contract/photos.ts';
import type { ChannelVerdict, Verdict } from '../../app/photo-check/types.ts';
import { testAnalysis, sha, testFolder, testStore } from '../store/test-store.ts';
import type { Store } from '../store/index.ts';
import { createExporting } from './exporting.ts';
import { exportsHandlers } from './features/exports.ts';
import { createJobRunner } from './jobs/runner.ts';
import { openLog } from './log.ts';
import { writtenFoldersIn } from './written-folders.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: Date.UTC(2026, 10, 24, 6, 5) };
const source = { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true };
const judged = (verdict: Verdict): ChannelVerdict => ({
  verdict,
  pack: '2026-11-23',
  findings: verdict === 'pass' ? [] : [{ rule: 'blurry', severity: verdict, measured: { value: 0.5, unit: 'score' }, required: { value: 0.7, unit: 'score', bound: 'min' }, boxes: [], source, confidence: 1 }],
});

/** A shop of three photos with real files and thumbnails: one that passes on eBay alone, one that warns, one that fails. */
async function shop() {
  const { store } = await testStore();
  const root = testFolder();
  const pictures = join(root, 'pictures');
  const add = async (folder: string, name: string, n: number, ebay: Verdict): Promise<string> => {
    const path = join(root, folder, name);
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(path, `original ${n}`);
    const id = store.photos.add({ path, name, bytes: 10, modifiedMs: 1 }, false, 1);
    store.analyses.put(id, testAnalysis(sha(n)), 2);
    store.analyses.putVerdicts(id, { ebay: judged(ebay), etsy: judged('fail') });
    mkdirSync(join(pictures, sha(n)), { recursive: true });
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } }).webp().toFile(join(pictures, sha(n), 'thumb.webp'));
    return id;
  };
  const ids = { good: await add('a', 'mug.jpg', 1, 'pass'), soft: await add('b', 'mug.jpg', 2, 'warn'), bad: await add('c', '=bad.jpg', 3, 'fail') };
  store.settings.set({ channels: ['ebay', 'etsy'] });
  return { store, root, ids, pictures };
}

/** Runs what was begun until no job is left to run. */
function exporter({ store, root, pictures }: { store: Store; root: string; pictures: string }) {
  const exporting = createExporting({
    store, root, copies: { pathOf: (name) => join(root, 'fixed', name) }, channelName: () => null,
    derivatives: async () => ({ folder: (sha256) => join(pictures, sha256), names: { thumb: 'thumb.webp', preview: 'p', mask: 'm', 'off-white': 'o' } }),
  });
  const runner = createJobRunner({ store, kinds: [exporting.kind], now: () => 9, owner: '1:a', log: openLog(testFolder(), () => 1), changed: () => {} });
  const { exportPhotos, exportPath } = exportsHandlers({ store, search: { rulesNamed: async () => () => new Set() }, wakeJobs: () => {} });
  /** `meanwhile` is called with the new folder or file before anything is written into it */
  async function run(order: Partial<Parameters<typeof exportPhotos>[0]> & { readonly path: string }, meanwhile: (path: string) => void = () => {}) {
    const begun = await exportPhotos({ what: 'csv', filter: PhotoFilter.parse({ sort: 'name' }), ids: null, warnings: false, refused: false, language: 'en', ...order }, context);
    if (!begun.ok) return { begun, job: null, path: null };
    const begunAt = await exportPath({ jobId: begun.value.jobId }, context);
    meanwhile((begunAt.ok && begunAt.value?.path) || order.path);
    runner.wake();
    for (let job = store.jobs.byId(begun.value.jobId); job?.state === 'queued' || job?.state === 'running'; job = store.jobs.byId(begun.value.jobId)) await new Promise((resolve) => setImmediate(resolve));
    const where = await exportPath({ jobId: begun.value.jobId }, context);
    return { begun, job: store.jobs.byId(begun.value.jobId), path: where.ok ? (where.value?.path ?? null) : null };
  }
  return { run, exporting };
}

describe('a table', () => {
  it('has a line for every photo that is listed, in its order and language', async () => {
    const parts = await shop();
    const { run, exporting } = exporter(parts);
    const path = join(parts.root, '照片.csv');
    const { job } = await run({ path, language: 'zh-CN' });
    expect(job).toMatchObject({ state: 'done', total: 1, done: 1 });
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines[0]?.startsWith('\uFEFF"文件","路径"')).toBe(true);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([`"'=bad.jpg"`, '"mug.jpg"', '"mug.jpg"', '']);
    await exporting.sweep();
    expect(readdirSync(join(parts.root, 'exports'))).toEqual([]);
  });

  it('has those that were chosen alone, and says so where none is left', async () => {
    const parts = await shop();
    const { run } = exporter(parts);
    const path = join(parts.root, 'one.csv');
    await run({ path, ids: [parts.ids.bad] });
    expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(3);
    expect((await run({ path, filter: PhotoFilter.parse({ show: 'rejected' }) })).begun).toMatchObject({ ok: false, error: { code: 'nothing-to-export' } });
  });

  it('is put together once more where the engine ended before its job was recorded as done', async () => {
    const parts = await shop();
    const { run } = exporter(parts);
    const path = join(parts.root, 'photos.csv');
    const { job } = await run({ path });
    const first = readFileSync(path, 'utf8');
    parts.store.jobs.setState(job?.id ?? '', 'running', 9);
    await run({ path: join(parts.root, 'another.csv') });
    expect(parts.store.jobs.byId(job?.id ?? '')).toMatchObject({ state: 'done', done: 1, failed: 0 });
    expect(readFileSync(path, 'utf8')).toBe(first);
    await run({ path: join(parts.root, 'third.csv') });
    expect(readdirSync(join(parts.root, 'exports'))).toHaveLength(1);
  });

  it('is not begun where it cannot be written, and leaves what was there', async () => {
    const parts = await shop();
    const { run } = exporter(parts);
    expect((await run({ path: join(parts.root, 'no such folder/x.csv') })).begun).toMatchObject({ ok: false, error: { code: 'export-not-written' } });
    expect(existsSync(join(parts.root, 'no such folder'))).toBe(false);
  });
});

describe('a report', () => {
  it('holds the pictures, verdicts as waivers leave them, and counts of all photos', async () => {
    const parts = await shop();
    parts.store.waivers.set([{ kind: 'photo', id: parts.ids.bad }], { rule: 'blurry', channel: 'ebay' }, { reason: 'other', note: 'soft on purpose' }, { actor: 'Mei', at: 5 });
    const { run } = exporter(parts);
    const path = join(parts.root, 'report.html');
    writeFileSync(path, 'an older report');
    const { job } = await run({ path, what: 'report' });
    expect(job?.state).toBe('done');
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page.match(/src="data:image\/webp;base64,/g)).toHaveLength(3);
    expect(page).toContain('<th scope="row">eBay</th><td class="number fail">0</td><td class="number warn">1</td><td class="number pass">2</td>');
    expect(page).toContain('soft on purpose');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
    expect(readdirSync(parts.root).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('goes on where an engine that ended had left it', async () => {
    const parts = await shop();
    for (let n = 10; n < 60; n++) parts.store.photos.add({ path: join(parts.root, `${n}.jpg`), name: `${n}.jpg`, bytes: 1, modifiedMs: 1 }, false, 1);
    const { run, exporting } = exporter(parts);
    const path = join(parts.root, 'report.html');
    const first = exportsHandlers({ store: parts.store, search: { rulesNamed: async () => () => new Set() }, wakeJobs: () => {} });
    const begun = await first.exportPhotos({ what: 'report', path, filter: PhotoFilter.parse({ sort: 'name' }), ids: null, warnings: false, refused: false, language: 'en' }, context);
    const jobId = begun.ok ? begun.value.jobId : '';
    const item = parts.store.jobItems.lease(jobId);
    if (item === null) throw new Error('no item');
    const outcome = await exporting.kind.work(item);
    expect(outcome.state).toBe('done');
    parts.store.jobItems.done(item, 1);
    parts.store.jobItems.lease(jobId);
    await exporting.sweep();
    await run({ path: join(parts.root, 'another.csv') });
    expect(parts.store.jobs.byId(jobId)).toMatchObject({ state: 'done', total: 3, done: 3 });
    expect(readFileSync(path, 'utf8').match(/<section class="photo">/g)).toHaveLength(53);
  });
});

describe('folders', () => {
  it('hold real copies of what each channel accepts, in a new folder', async () => {
    const parts = await shop();
    const { run } = exporter(parts);
    const out = join(parts.root, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const { job, path } = await run({ path: out, what: 'folders' });
    expect(await writtenFoldersIn(parts.store, out)).toEqual([path]);
    expect(job).toMatchObject({ state: 'done', total: 3, failed: 0 });
    expect(readdirSync(path ?? '', { recursive: true })).toEqual(['ebay', 'ebay/mug.jpg']);
    expect(readFileSync(join(path ?? '', 'ebay/mug.jpg'), 'utf8')).toBe('original 1');
    const again = await run({ path: out, what: 'folders', warnings: true });
    expect(again.path).not.toBe(path);
    expect(new Set(readdirSync(again.path ?? '', { recursive: true, encoding: 'utf8' }))).toEqual(new Set(['ebay', 'ebay/mug-2.jpg', 'ebay/mug.jpg']));
    expect(readdirSync(out)).toHaveLength(3);
  });

  it('follow a person\'s word over the rules, to a channel that refuses the photo only where that was asked for', async () => {
    const parts = await shop();
    parts.store.photoEvents.decide([parts.ids.good], 'rejected', { actor: 'owner', at: 1 });
    parts.store.photoEvents.decide([parts.ids.bad], 'passed', { actor: 'owner', at: 1 });
    const { run } = exporter(parts);
    const { path } = await run({ path: parts.root, what: 'folders', filter: PhotoFilter.parse({ channel: 'ebay' }) });
    expect(readdirSync(path ?? '', { recursive: true })).toEqual([]);
    const asked = await run({ path: parts.root, what: 'folders', refused: true, filter: PhotoFilter.parse({ channel: 'ebay' }) });
    expect(readdirSync(asked.path ?? '', { recursive: true })).toEqual(['ebay', 'ebay/=bad.jpg']);
  });

  it('hold the mended copy where a person accepted one, and the original where its picture has changed since', async () => {
    const parts = await shop();
    const { store, root, ids } = parts;
    const file = { name: 'bad/etsy-1.jpg', sha256: sha(70), bytes: 6, width: 9, height: 9 };
    mkdirSync(join(root, 'fixed/bad'), { recursive: true });
    writeFileSync(join(root, 'fixed', file.name), 'mended');
    const copy = { photoId: ids.bad, channel: 'etsy', jobId: 'j', plan: { fixable: 'yes' as const, steps: [], unfixable: [] }, outcome: null, models: [], madeBy: 'owner', madeAt: 1 };
    store.fixes.put({ ...copy, id: 'f1', sourceSha256: sha(3), file });
    store.fixEvents.accept(['f1'], { actor: 'owner', at: 2 });
    const { run } = exporter(parts);
    const { path } = await run({ path: root, what: 'folders' });
    expect(new Set(readdirSync(path ?? '', { recursive: true, encoding: 'utf8' }))).toEqual(new Set(['ebay', 'ebay/mug.jpg', 'etsy', 'etsy/=bad.jpg']));
    expect(readFileSync(join(path ?? '', 'etsy/=bad.jpg'), 'utf8')).toBe('mended');
    store.analyses.put(ids.bad, testAnalysis(sha(4)), 5);
    const after = await run({ path: root, what: 'folders' });
    expect(existsSync(join(after.path ?? '', 'etsy'))).toBe(false);
  });

  it('name the originals that are gone, and copy the rest', async () => {
    const parts = await shop();
    const record = parts.store.photos.byId(parts.ids.good);
    writeFileSync(join(parts.root, 'kept'), '');
    parts.store.photos.add({ path: join(parts.root, 'gone.jpg'), name: 'gone.jpg', bytes: 1, modifiedMs: 1 }, false, 1);
    const gone = parts.store.photos.byPath(join(parts.root, 'gone.jpg'))?.id ?? '';
    parts.store.analyses.put(gone, testAnalysis(sha(9)), 2);
    parts.store.analyses.putVerdicts(gone, { ebay: judged('pass') });
    const { run } = exporter(parts);
    const { job, path } = await run({ path: parts.root, what: 'folders' });
    expect(job).toMatchObject({ state: 'done', done: 3, failed: 1 });
    expect(parts.store.jobItems.problems(job?.id ?? '')).toMatchObject([{ name: 'gone.jpg', code: 'not-found' }]);
    expect(readFileSync(join(path ?? '', 'ebay/mug.jpg'), 'utf8')).toBe(readFileSync(record?.path ?? '', 'utf8'));
  });
});

it('a file in the way in one folder is named and left alone, and the other folders get their copies', async () => {
  const parts = await shop();
  parts.store.photoEvents.decide([parts.ids.good], 'passed', { actor: 'owner', at: 1 });
  const { run } = exporter(parts);
  const { job, path } = await run({ path: parts.root, what: 'folders', refused: true, ids: [parts.ids.good] }, (folder) => {
    mkdirSync(join(folder, 'ebay'), { recursive: true });
    writeFileSync(join(folder, 'ebay/mug.jpg'), 'of another program');
  });
  expect(parts.store.jobItems.problems(job?.id ?? '')).toMatchObject([{ name: 'mug.jpg', code: 'export-name-taken', message: 'ebay/mug.jpg' }]);
  expect(readFileSync(join(path ?? '', 'ebay/mug.jpg'), 'utf8')).toBe('of another program');
  expect(readFileSync(join(path ?? '', 'etsy/mug.jpg'), 'utf8')).toBe('original 1');
});

it('parts of jobs that will not go on are taken away', async () => {
  const parts = await shop();
  const { exporting } = exporter(parts);
  mkdirSync(join(parts.root, 'exports/no-such-job'), { recursive: true });
  await exporting.sweep();
  expect(readdirSync(join(parts.root, 'exports'))).toEqual([]);
});
