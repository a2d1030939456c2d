import { describe, expect, it, onTestFinished } from 'vitest';
import { createJobRunner } from '../jobs/runner.ts';
import { defectTrain } from '../jobs/defect-train.ts';
import { followThread, runInThread } from '../in-thread.ts';
import { trainFrom } from '../../../app/photo-check/learning/defects/index.ts';
import { createOwnJudge } from '../learning/own-judge.ts';
import { hashOf, randomFrom } from '../../../app/kernel/random.ts';
import { pathsIn } from '../../store/test-store.ts';
import { addPhoto, sha, testAnalysis, testStore } from '../../store/test-store.ts';
import type { EventName } from '../../../app/contract/index.ts';
import { defectsHandlers } from './defects.ts';
import { photosHandlers } from './photos.ts';
import { createJudging } from '../judging.ts';
import { packJudge } from '../packs.ts';

const by = { actor: { id: 'owner', role: 'owner' as const }, at: 5 };
const embedder = { id: 'nsfw-mobilenet', version: '1', runtime: 'onnxruntime', device: 'cpu' };

/** A product like no other; a bad picture leans one way. */
function embeddingOf(product: string, bad: boolean): Float32Array<ArrayBuffer> {
  const random = randomFrom(hashOf(product));
  const raw = Array.from({ length: 96 }, (_, d) => random() - 0.5 + (bad && d < 10 ? 0.5 : 0));
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}

async function shop(count: number) {
  const { store, folder } = await testStore();
  const events: EventName[] = [];
  const steps: number[] = [];
  const ownJudge = createOwnJudge(store);
  let clock = 1_000;
  const now = (): number => ++clock;
  const runner = createJobRunner({
    store, now, owner: 'test 1', changed: () => {},
    log: { info: () => {}, error: (_where, error) => { throw error; } },
    kinds: [defectTrain({
      store, ownJudge, now, changed: () => {},
      train: (material, progress) => followThread(new URL('../learning/train-thread.ts', import.meta.url), material, progress),
      progress: (_id, done) => void steps.push(done),
    })],
  });
  onTestFinished(() => runner.stop());
  const defects = defectsHandlers({
    store, ownJudge, wakeJobs: runner.wake,
    emit: (name) => void events.push(name),
    ask: (question) => runInThread(new URL('../learning/ask-thread.ts', import.meta.url), { ...question, path: pathsIn(folder).path }),
  });
  const add = (name: string, bad: boolean): string => {
    const id = addPhoto(store, name);
    const analysis = { ...testAnalysis(sha(hashOf(name))), models: [embedder], embedding: embeddingOf(name, bad) };
    store.analyses.put(id, analysis, 2);
    ownJudge.judgeOne(id, analysis);
    return id;
  };
  const ids = Array.from({ length: count }, (_, n) => add(`thing${n}${'abcdefgh'[n % 8]}.jpg`, n % 2 === 1));
  const created = await defects.create({ name: 'Logo outdated', about: 'the blue one' }, by);
  const id = created.ok ? created.value.id : '';
  const row = async () => {
    const list = await defects.list({}, by);
    return list.ok ? list.value.find((one) => one.id === id) : undefined;
  };
  const label = (from: number, to: number) => ids.slice(from, to).forEach((photo, n) => void defects.label({ id, photoIds: [photo], label: (from + n) % 2 === 1 ? 'bad' : 'good' }, { ...by, at: now() }));
  const train = async (): Promise<void> => {
    const started = await defects.train({ id }, { ...by, at: now() });
    if (!started.ok) throw new Error(started.error.code);
    await expect.poll(() => store.jobs.byId(started.value.jobId)?.state, { timeout: 20_000 }).toBe('done');
  };
  return { store, defects, ids, id, row, label, train, add, steps };
}

describe('a defect of the merchant', () => {
  it('is named, labelled and taken back', async () => {
    const { store, defects, ids, id, row } = await shop(4);
    expect(id).toBe('own-logo-outdated');
    await defects.label({ id, photoIds: ids.slice(0, 2), label: 'bad' }, by);
    const said = await defects.label({ id, photoIds: ids.slice(2, 3), label: 'good' }, by);
    expect(await row()).toMatchObject({ good: 1, bad: 2, unlabelled: 1, newLabels: 3, version: null, enabled: false });
    store.photoEvents.undo(said.ok ? said.value.eventIds : [], { actor: 'owner', at: 6 });
    await defects.label({ id, photoIds: ids.slice(0, 1), label: null }, by);
    expect(await row()).toMatchObject({ good: 0, bad: 1, unlabelled: 3 });
  });

  it('says how many pictures are missing, and refuses to train or warn without', async () => {
    const { defects, id, label, row } = await shop(10);
    label(0, 10);
    expect(await row()).toMatchObject({ good: 5, bad: 5, missingGood: 3, missingBad: 3 });
    expect(await defects.train({ id }, by)).toMatchObject({ ok: false, error: { code: 'defect-too-few', params: { good: 3, bad: 3 } } });
    expect(await defects.switch({ id, on: true }, by)).toMatchObject({ ok: false, error: { code: 'defect-not-trained' } });
  });

  it('is learnt by a job, judges stored photos and new ones, and warns where it is switched on', async () => {
    const { store, defects, ids, id, row, label, train, add, steps } = await shop(48);
    label(0, 28);
    await train();
    expect(await row()).toMatchObject({ version: 1, newLabels: 0, outdated: false, training: false, versions: [{ version: 1, report: { good: 14, bad: 14, usable: true } }] });
    expect(steps.at(-1)).toBe(16);
    const found = await defects.found({ id, limit: 60 }, by);
    const flagged = new Set(found.ok ? found.value.map(({ photoId }) => photoId) : []);
    const right = ids.filter((photo, n) => flagged.has(photo) === (n % 2 === 1)).length;
    expect(right).toBeGreaterThan(40);

    const bad = add('brand-new.jpg', true);
    expect(store.defects.ofPhoto(bad)).toEqual([]);
    await defects.switch({ id, on: true }, by);
    const on = await defects.ofPhoto({ photoId: bad }, by);
    expect(on.ok && on.value).toMatchObject([{ defect: id, name: 'Logo outdated', version: 1, pictures: 28, label: null }]);
    expect(on.ok && on.value[0]?.like).toHaveLength(3);
    await defects.switch({ id, on: false }, by);
    expect(await defects.ofPhoto({ photoId: bad }, by)).toEqual({ ok: true, value: [] });
  });

  it('is kept version by version; what is no better than guessing comes into no use', async () => {
    const { defects, ids, id, row, label, train } = await shop(40);
    label(0, 24);
    await train();
    for (const photo of ids) await defects.label({ id, photoIds: [photo], label: hashOf(`${photo} x`) % 2 === 0 ? 'bad' : 'good' }, { ...by, at: 2_000 });
    await train();
    const after = await row();
    expect(after?.versions.map(({ version, report }) => [version, report.usable])).toEqual([[2, false], [1, true]]);
    expect(after?.version).toBe(1);
    expect(await defects.use({ id, version: 2 }, by)).toMatchObject({ ok: false, error: { code: 'defect-not-trained' } });
    expect(await defects.use({ id, version: 1 }, by)).toEqual({ ok: true, value: {} });
  });

  it('keeps the version that warns where a later one is not better, and offers that', async () => {
    const { store, defects, id, row, label, train } = await shop(48);
    label(0, 24);
    await train();
    await defects.switch({ id, on: true }, by);
    const learnt = store.defects.model(id, 1);
    const [report] = store.defects.versions(id).map((one) => one.report);
    // The labels are the same: the next version is as good, and no better.
    await train();
    expect(await row()).toMatchObject({ version: 1, offered: 2, versions: [{ version: 2 }, { version: 1 }] });
    expect(store.defects.model(id, 2)).toEqual(learnt);
    expect(report?.balanced).toEqual(store.defects.versions(id)[0]?.report.balanced);
    await defects.use({ id, version: 2 }, by);
    expect(await row()).toMatchObject({ version: 2, offered: null });
    await defects.use({ id, version: 1 }, by);
    await defects.switch({ id, on: false }, by);
    await train();
    expect(await row()).toMatchObject({ version: 3, offered: null });
  });

  it('calls labels new that were given while it was learning', async () => {
    const { store, defects, ids, id, row, label } = await shop(40);
    label(0, 24);
    const job = defectTrain({
      store, ownJudge: createOwnJudge(store), now: () => 9_000, changed: () => {}, progress: () => {},
      async train(material) {
        await defects.label({ id, photoIds: ids.slice(24, 27), label: 'good' }, { ...by, at: 8_000 });
        return trainFrom(material);
      },
    });
    const outcome = await job.work({ jobId: 'j', seq: 0, item: id, name: '', attempts: 1 });
    if (outcome.state === 'done') outcome.commit();
    expect(await row()).toMatchObject({ newLabels: 3, versions: [{ version: 1, trainedAt: 9_000, report: { good: 12, bad: 12 } }] });
  });

  it('is forgotten of a photo that can no longer be read, or that no model looks at any more', async () => {
    const { store, defects, id, label, train, add } = await shop(40);
    label(0, 24);
    await train();
    await defects.switch({ id, on: true }, by);
    const [broken, unseen] = [add('broken.jpg', true), add('unseen.jpg', true)];
    const judge = createOwnJudge(store);
    for (const photo of [broken, unseen]) expect(store.defects.ofPhoto(photo)).toHaveLength(1);
    store.photos.fail(broken, { code: 'truncated', message: '' }, 9);
    expect(store.defects.ofPhoto(broken)).toEqual([]);
    judge.judgeOne(unseen, { embedding: null, models: [] });
    expect(store.defects.ofPhoto(unseen)).toEqual([]);
  });

  it('asks for the pictures that teach the most, and for none twice', async () => {
    const { defects, ids, id, label } = await shop(30);
    const first = await defects.next({ id, count: 5 }, by);
    expect(first.ok && first.value.map(({ why }) => why)).toEqual(['typical', 'different', 'different', 'different', 'different']);
    label(0, 20);
    const later = await defects.next({ id, count: 30 }, by);
    const asked = later.ok ? later.value.map(({ photoId }) => photoId) : [];
    expect(asked.toSorted()).toEqual(ids.slice(20).toSorted());
  });

  it('comes back with all it learnt when its removal is undone', async () => {
    const { defects, id, row, label, train } = await shop(40);
    label(0, 24);
    await train();
    const before = await row();
    await defects.remove({ id }, by);
    expect(await row()).toBeUndefined();
    expect(await defects.next({ id, count: 1 }, by)).toMatchObject({ ok: false, error: { code: 'defect-not-found' } });
    await defects.restore({ id }, by);
    expect(await row()).toEqual(before);
    const again = await defects.create({ name: 'Logo outdated', about: '' }, by);
    expect(again).toEqual({ ok: true, value: { id: 'own-logo-outdated-2' } });
  });

  it('judges nothing by what another model saw', async () => {
    const { store, defects, id, row, label, train } = await shop(40);
    label(0, 24);
    await train();
    await defects.switch({ id, on: true }, by);
    const photo = addPhoto(store, 'later.jpg');
    const analysis = { ...testAnalysis(sha(99)), models: [{ ...embedder, version: '2' }], embedding: embeddingOf('later', true) };
    store.analyses.put(photo, analysis, 3);
    createOwnJudge(store).judgeOne(photo, analysis);
    expect(store.defects.ofPhoto(photo)).toEqual([]);
    await defects.label({ id, photoIds: [photo], label: 'bad' }, by);
    expect(await row()).toMatchObject({ outdated: true });
  });
});

it('photos.undo takes a label back as it takes back all that staff do', async () => {
  const { store, defects, ids, id, row } = await shop(3);
  const judge = packJudge();
  const judging = createJudging({ store, judge, now: () => 1, changed: () => {}, onError: (error) => { throw error; } });
  const photos = photosHandlers({ store, judge, judging, search: { rulesNamed: async () => () => new Set() }, wakeJobs: () => {}, changed: () => {} });
  const said = await defects.label({ id, photoIds: ids, label: 'bad' }, by);
  expect(await row()).toMatchObject({ bad: 3 });
  await photos.undo({ eventIds: said.ok ? said.value.eventIds : [] }, by);
  expect(await row()).toMatchObject({ bad: 0 });
});
