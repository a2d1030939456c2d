import { describe, expect, it } from 'vitest';
import { addPhoto, sha, testAnalysis, testStore } from './test-store.ts';

const by = (at: number) => ({ actor: 'mei', at });

/** A photo that was looked at and approved; `written` is what a check does once its file was written anew. */
async function approved() {
  const { store } = await testStore();
  const id = addPhoto(store, 'mug.jpg');
  const written = (n: number, change: Parameters<typeof testAnalysis>[1] = {}): void =>
    store.transact(() => {
      store.drifts.keepLook(id);
      store.analyses.put(id, testAnalysis(sha(n), change), 10 + n);
      store.drifts.settle([id]);
    });
  written(1);
  const [event = ''] = store.photoEvents.decide([id], 'passed', by(5));
  const kind = () => store.drifts.of(id)?.kind ?? null;
  return { store, id, written, kind, event };
}

const another = { dhash: 'fedcba9876543210', embedding: new Float32Array([0.8, -0.6]) };

describe('a photo that staff approved', () => {
  it('drifts when its file holds another picture, or the same one saved again', async () => {
    const { store, id, written, kind } = await approved();
    expect(kind()).toBeNull();
    written(2);
    expect(kind()).toBe('resaved');
    written(3, another);
    expect(store.drifts.of(id)).toEqual({ kind: 'changed', similarity: 0, sha256: sha(1), approvedAt: 5, approvedBy: 'mei' });
  });

  it('does so no more once the approved file is back, byte for byte', async () => {
    const { written, kind } = await approved();
    written(3, another);
    written(1);
    expect(kind()).toBeNull();
  });

  it('is approved again as it is now; undone, it is held against what was approved before', async () => {
    const { store, id, written, kind } = await approved();
    written(3, another);
    const again = store.photoEvents.decide([id], 'passed', by(6));
    expect(again).toHaveLength(1);
    expect(kind()).toBeNull();
    expect(store.photoEvents.decide([id], 'passed', by(7))).toEqual([]);
    store.photoEvents.undo(again, by(8));
    expect(kind()).toBe('changed');
    expect(store.photoList.get(id, [])?.decision).toBe('passed');
  });

  it('counts as drifted no longer when it is rejected or the approval is taken back', async () => {
    const { store, id, written, kind, event } = await approved();
    written(3, another);
    const rejected = store.photoEvents.decide([id], 'rejected', by(6));
    expect(kind()).toBeNull();
    store.photoEvents.undo(rejected, by(7));
    expect(kind()).toBe('changed');
    store.photoEvents.undo([event], by(8));
    expect(kind()).toBeNull();
  });

  it('is listed and counted', async () => {
    const { store, id, written } = await approved();
    addPhoto(store, 'lamp.jpg');
    written(3, another);
    const { rows } = store.photoList.list({ channel: 'all', show: 'drift', rule: null, search: '', sort: 'name', offset: 0, limit: 9 }, []);
    expect(rows.map((row) => [row.id, row.drift, row.decision])).toEqual([[id, 'changed', 'passed']]);
    expect(store.photoList.counts({ channel: 'all', search: '' }, [])).toMatchObject({ total: 2, drift: 1, passed: 1 });
  });

  it('is only known to be another file where nothing is left of what was measured', async () => {
    const { store, id, kind } = await approved();
    store.transact(() => {
      store.photos.fail(id, { code: 'truncated', message: '' }, 11);
      store.analyses.put(id, testAnalysis(sha(4)), 12);
      store.drifts.settle([id]);
    });
    expect(kind()).toBe('changed');
    expect(store.drifts.of(id)?.similarity).toBeNull();
  });
});

it('a photo nobody approved never drifts', async () => {
  const { store } = await testStore();
  const id = addPhoto(store, 'mug.jpg');
  for (const n of [1, 2]) {
    store.drifts.keepLook(id);
    store.analyses.put(id, testAnalysis(sha(n)), n);
    store.drifts.settle([id]);
  }
  expect(store.drifts.of(id)).toBeNull();
});
