import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { addPhoto, sha, testAnalysis, testFolder, testStore } from '../../store/test-store.ts';
import { createFixedCopies } from '../fixed-copies.ts';
import { openLog } from '../log.ts';
import { packJudge } from '../packs.ts';
import { fixesHandlers } from './fixes.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: 5 };
const source = { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true };

/** Two photos that nothing can be done about, the first with an earlier draft whose file is there. */
async function hopelessShop() {
  const { db, store } = await testStore();
  const folder = testFolder();
  const judge = packJudge();
  const copies = createFixedCopies({ store, folder, derivatives: async () => ({ folder: (sha256) => join(folder, sha256), names: { thumb: 't', preview: 'p', mask: 'm', 'off-white': 'o' } }), log: openLog(testFolder(), () => 1), now: () => 9 });
  const [id = '', other = ''] = ['soft.jpg', 'softer.jpg'].map((name) => {
    const photo = addPhoto(store, name);
    store.analyses.put(photo, testAnalysis(sha(1)), 2);
    store.analyses.putVerdicts(photo, {
      ebay: { verdict: 'fail', pack: '2026-11-23', findings: [{ rule: 'blurry', severity: 'fail', measured: { value: 0.1, unit: 'score' }, required: { value: 0.7, unit: 'score', bound: 'min' }, boxes: [], source, confidence: 1 }] },
    });
    return photo;
  });
  const file = { name: copies.nameFor(id, 'ebay', 'draft'), sha256: sha(9), bytes: 5, width: 9, height: 9 };
  mkdirSync(dirname(copies.pathOf(file.name)), { recursive: true });
  writeFileSync(copies.pathOf(file.name), 'draft');
  store.fixes.put({ id: 'draft', photoId: id, channel: 'ebay', jobId: 'j', sourceSha256: sha(1), file, plan: { fixable: 'partly', steps: [], unfixable: [] }, outcome: null, models: [], madeBy: 'owner', madeAt: 3 });
  const handlers = fixesHandlers({ store, judge, copies, wakeJobs: () => {}, changed: () => {}, now: () => Date.UTC(2026, 10, 24) });
  const apply = () => handlers.apply({ ids: [id, other], channel: 'ebay', rule: null }, context);
  const ofJob = (jobId: string) => handlers.ofJob({ jobId }, context);
  return { db, store, id, other, apply, ofJob, isThere: () => existsSync(copies.pathOf(file.name)) };
}

it('takes the file of a draft away once what replaces it is stored', async () => {
  const { store, id, apply, isThere } = await hopelessShop();
  expect(await apply()).toMatchObject({ ok: true, value: { items: 0 } });
  expect(store.fixes.ofPhoto(id)).toMatchObject([{ state: 'none' }]);
  await vi.waitFor(() => expect(isThere()).toBe(false));
});

it('keeps the file of a draft where nothing could be stored', async () => {
  const { db, store, id, other, apply, isThere } = await hopelessShop();
  db.exec(`create trigger full before insert on fixes when new.photo_id = '${other}' begin select raise(abort, 'the disk is full'); end`);
  await expect(apply()).rejects.toThrow('the disk is full');
  for (let turn = 0; turn < 50; turn++) await stat('.');
  expect(store.fixes.ofPhoto(id)).toMatchObject([{ id: 'draft', state: 'draft' }]);
  expect(isThere()).toBe(true);
});

it('tells with the copies how many are still to come, and none once the job has ended', async () => {
  const { store, ofJob } = await hopelessShop();
  const jobId = store.jobs.create('photos.fix', { actor: 'owner' }, [{ item: 'a ebay', name: 'a.jpg' }, { item: 'b ebay', name: 'b.jpg' }], 3);
  expect(await ofJob(jobId)).toMatchObject({ ok: true, value: { waiting: 2 } });
  const item = store.jobItems.lease(jobId);
  if (item) store.jobItems.done(item, 4);
  expect(await ofJob(jobId)).toMatchObject({ ok: true, value: { waiting: 1 } });
  store.jobs.setState(jobId, 'cancelled', 5);
  expect(await ofJob(jobId)).toMatchObject({ ok: true, value: { waiting: 0 } });
});
