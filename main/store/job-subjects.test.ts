import { describe, expect, it } from 'vitest';
import { addPhoto, testStore } from './test-store.ts';

describe('what a job is about', () => {
  it('is its first photo, in its folder, and as many as there are items', async () => {
    const { store } = await testStore();
    const ids = ['a.jpg', 'b.jpg'].map((name) => addPhoto(store, name));
    const job = store.jobs.create('photos.check', { sample: false }, ids.map((item, n) => ({ item, name: `${n}.jpg` })), 1);
    expect(store.jobSubjects.of(job)).toMatchObject({ name: '0.jpg', photos: null, writes: null });
    expect(store.jobSubjects.of(job)?.folder).not.toBeNull();
    expect(store.jobSubjects.of('none')).toBeNull();
  });

  it('counts the photos that are fixed, not the copies', async () => {
    const { store } = await testStore();
    const job = store.jobs.create('photos.fix', { actor: 'owner' }, ['p ebay', 'p jd', 'q jd'].map((item) => ({ item, name: 'a.jpg' })), 1);
    expect(store.jobSubjects.of(job)).toEqual({ name: 'a.jpg', folder: null, photos: 2, writes: null });
  });

  it('is what an export writes, and for how many photos', async () => {
    const { store } = await testStore();
    const payload = { what: 'csv', path: '/home/shop/photos.csv', photoIds: ['a', 'b', 'c'] };
    const job = store.jobs.create('photos.export', payload, [{ item: 'csv:0', name: 'a.jpg' }], 1);
    expect(store.jobSubjects.of(job)).toEqual({ name: 'a.jpg', folder: null, photos: 3, writes: { what: 'csv', target: 'photos.csv' } });
  });

  it('names the first that failed', async () => {
    const { store } = await testStore();
    const job = store.jobs.create('photos.check', {}, ['a', 'b', 'c', 'd', 'e'].map((item) => ({ item, name: `${item}.jpg` })), 1);
    for (let n = 0; n < 4; n++) {
      const item = store.jobItems.lease(job);
      if (item) store.jobItems.failed(item, { code: 'broken', message: '' }, 2);
    }
    expect(store.jobSubjects.failed(job)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });
});
