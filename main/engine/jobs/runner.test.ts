import { describe, expect, it } from 'vitest';
import { repositories } from '../../store/index.ts';
import { testStore } from '../../store/test-store.ts';
import { openLog } from '../log.ts';
import { jobsHandlers } from '../features/jobs.ts';
import type { JobKind, Outcome } from './kind.ts';
import { createPace } from './pace.ts';
import { createJobRunner } from './runner.ts';

const done: Outcome = { state: 'done', commit: () => {} };
const context = { actor: { id: 'owner', role: 'owner' as const }, at: 3 };

/** The real runner and store with a kind whose items the test answers by hand. */
async function bench(lanes = 1) {
  const { db, store: onDisk, folder } = await testStore();
  const disk = { full: false };
  const store: typeof onDisk = {
    ...onDisk,
    transact(work) {
      if (disk.full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      return onDisk.transact(work);
    },
  };
  const asked: { item: string; answer: (outcome: Outcome | Error) => void }[] = [];
  const abandoned: string[] = [];
  let wanted: (() => void) | null = null;
  const kind: JobKind = {
    kind: 'test', open: async () => lanes, begin: () => {}, finish: async () => {}, close: async () => {},
    abandon: (item) => void abandoned.push(item),
    work: ({ item }) =>
      new Promise((resolve, reject) => {
        asked.push({ item, answer: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)) });
        wanted?.();
      }),
  };
  const ends = new Map<string, () => void>();
  const changed = (id: string): void => {
    const state = store.jobs.byId(id)?.state;
    if (state !== 'running' && state !== 'queued') ends.get(id)?.();
  };
  const make = (owner: string) => createJobRunner({ store, kinds: [kind], now: () => 9, owner, log: openLog(folder, () => 1), changed });
  const runner = make('1:a');
  const handlers = jobsHandlers({ store, runner, changed });
  const create = (items: readonly string[]): string => store.jobs.create('test', {}, items.map((item) => ({ item, name: item })), 1);
  /** the n-th item that was ever asked for, waiting until it is */
  const nth = async (n: number) => {
    while (asked.length <= n) await new Promise<void>((resolve) => { wanted = resolve; });
    const found = asked[n];
    if (found === undefined) throw new Error('not asked');
    return found;
  };
  return { db, disk, store, runner, make, handlers, create, nth, asked, abandoned };
}

describe('the job runner', () => {
  it('stores what an item brought about together with its end, or neither', async () => {
    const { db, store, runner, create, nth } = await bench();
    const id = create(['a', 'b']);
    runner.wake();
    (await nth(0)).answer({ state: 'done', commit: () => store.facts.put('a', 'done') });
    (await nth(1)).answer({ state: 'done', commit: () => { store.facts.put('b', 'half'); throw new Error('half-way'); } });
    await runner.stop();
    expect(db.prepare('select key, value from facts').all()).toEqual([{ key: 'a', value: 'done' }]);
    expect(store.jobs.byId(id)).toMatchObject({ done: 1, failed: 1 });
    expect(store.jobItems.problems(id)).toMatchObject([{ item: 'b', code: 'worker-crashed', message: 'half-way' }]);
  });

  it('works on items that are added while it runs, and while a run ends', async () => {
    const { store, folder } = await testStore();
    const worked: string[] = [];
    const late = ['c', 'd'];
    const add = (item: string | undefined): boolean => item !== undefined && store.jobs.append(id, [{ item, name: item }]);
    const kind: JobKind = {
      kind: 'test', open: async () => 1, begin: () => {}, finish: async () => {}, abandon: () => {},
      close: async () => void add(late.shift()),
      work: async ({ item }) => {
        worked.push(item);
        if (item === 'a') add('b');
        return done;
      },
    };
    const id = store.jobs.create('test', {}, [{ item: 'a', name: 'a' }], 1);
    const ended = Promise.withResolvers<void>();
    const changed = (): void => { if (store.jobs.byId(id)?.state === 'done') ended.resolve(); };
    createJobRunner({ store, kinds: [kind], now: () => 9, owner: '1:a', log: openLog(folder, () => 1), changed }).wake();
    await ended.promise;
    expect(worked).toEqual(['a', 'b', 'c', 'd']);
    expect(store.jobs.byId(id)).toMatchObject({ total: 4, done: 4, failed: 0 });
    expect(store.jobs.append(id, [{ item: 'e', name: 'e' }])).toBe(false);
  });

  it('pauses after the items in hand, goes on where it was, and retries what failed', async () => {
    const { store, runner, handlers, create, nth, asked } = await bench();
    const id = create(['a', 'b', 'c']);
    runner.wake();
    const first = await nth(0);
    expect(await handlers.pause({ id }, context)).toMatchObject({ ok: true, value: { state: 'paused' } });
    first.answer(done);
    expect(await handlers.pause({ id }, context)).toEqual({ ok: false, error: { code: 'job-not-in-state', params: { state: 'paused' } } });
    expect(await handlers.resume({ id }, context)).toMatchObject({ ok: true, value: { state: 'queued' } });
    (await nth(1)).answer({ state: 'failed', error: { code: 'truncated', message: 'ends early' }, commit: () => {} });
    (await nth(2)).answer(done);
    await runner.stop();
    expect(asked.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
    expect(store.jobs.byId(id)).toMatchObject({ total: 3, done: 2, failed: 1 });
    store.jobItems.retryFailed(id);
    expect(store.jobItems.waiting(id)).toEqual(['b']);
    expect(store.jobs.byId(id)).toMatchObject({ done: 2, failed: 0 });
  });

  it('takes no more items of a cancelled job, and goes on with the next job', async () => {
    const { store, runner, handlers, create, nth } = await bench();
    const first = create(['a', 'b']);
    const second = create(['c']);
    runner.wake();
    const item = await nth(0);
    expect(await handlers.cancel({ id: first }, context)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    item.answer(done);
    const other = await nth(1);
    expect(other.item).toBe('c');
    other.answer(done);
    await runner.stop();
    expect(store.jobs.byId(first)).toMatchObject({ state: 'cancelled', done: 1 });
    expect(store.jobItems.waiting(first)).toEqual(['b']);
    expect(store.jobs.byId(second)).toMatchObject({ done: 1 });
  });

  it('pauses with the reason when the disk is full, and the item waits as if never started', async () => {
    const { db, store, runner, create, nth } = await bench();
    const id = create(['a']);
    runner.wake();
    const pages = db.pragma('page_count', { simple: true });
    (await nth(0)).answer({ state: 'done', commit() {
      db.pragma(`max_page_count = ${String(pages)}`);
      store.facts.put('big', 'x'.repeat(1_000_000));
    } });
    await runner.stop();
    expect(store.jobs.byId(id)).toMatchObject({ state: 'paused', reasonCode: 'disk-full', done: 0, failed: 0 });
    expect(store.jobItems.waiting(id)).toEqual(['a']);
    expect(store.jobItems.problems(id)).toMatchObject([{ code: 'disk-full', attempts: 0 }]);
    expect(store.facts.get('big')).toBeNull();
  });

  it('shows a pause that a full disk has no room for, lets no other lane go on, and writes it when there is room', async () => {
    const { disk, store, runner, handlers, create, nth, asked, abandoned } = await bench(2);
    const id = create(['a', 'b', 'c']);
    runner.wake();
    const first = await nth(0);
    const second = await nth(1);
    disk.full = true;
    first.answer(done);
    second.answer(done);
    await runner.stop();
    expect(asked.map(({ item }) => item)).toEqual(['a', 'b']);
    expect(store.jobs.byId(id)?.state).toBe('running');
    const shown = { state: 'paused', reason: { code: 'disk-full', message: 'database or disk is full' } };
    expect(await handlers.list({}, context)).toMatchObject({ ok: true, value: [shown] });

    disk.full = false;
    expect(await handlers.pause({ id }, context)).toEqual({ ok: false, error: { code: 'job-not-in-state', params: { state: 'paused' } } });
    expect(await handlers.list({}, context)).toMatchObject({ ok: true, value: [shown] });
    expect(store.jobs.byId(id)).toMatchObject({ state: 'paused', reasonCode: 'disk-full', done: 0, failed: 0 });
    expect(store.jobItems.waiting(id)).toEqual(['a', 'b', 'c']);
    expect(abandoned).toEqual(['a', 'b']);
  });

  it.each([
    { crashes: 2, givenUp: [] },
    { crashes: 3, givenUp: ['poison'] },
  ])('gives an item up only when the engine stopped on it repeatedly: after $crashes times', async ({ crashes, givenUp }) => {
    const { store, make, create, abandoned, nth } = await bench();
    const id = create(['poison', 'b']);
    for (let crash = 0; crash < crashes; crash += 1) {
      store.jobs.take(id, 'dead', 0, 1);
      store.jobItems.reclaim(id, 1);
      expect(store.jobItems.lease(id)?.item).toBe('poison');
    }
    const runner = make('2:b');
    runner.wake();
    const first = await nth(0);
    expect(first.item).toBe(givenUp.length > 0 ? 'b' : 'poison');
    const stopped = runner.stop();
    first.answer(done);
    await stopped;
    expect(abandoned).toEqual(givenUp);
    const problem = { code: 'engine-stopped-on-it', message: 'the engine stopped three times with this file in hand; check it again (R)', attempts: 3 };
    expect(store.jobItems.problems(id)).toMatchObject(givenUp.map((item) => ({ item, ...problem })));
    expect(store.jobs.byId(id)).toMatchObject({ resumed: 1, failed: givenUp.length });
  });

  it('puts back what takes too long when it is to stop, and stores nothing of it that comes later', async () => {
    const { store, runner, create, nth, abandoned } = await bench();
    const id = create(['a long training']);
    runner.wake();
    const item = await nth(0);
    await runner.stop(1);
    expect(abandoned).toEqual(['a long training']);
    item.answer({ state: 'done', commit: () => store.facts.put('a', 'too late') });
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(store.facts.get('a')).toBeNull();
    expect(store.jobs.byId(id)).toMatchObject({ state: 'running', done: 0, failed: 0 });
    expect(store.jobItems.lease(id)).toMatchObject({ item: 'a long training', attempts: 1 });
  });

  it('works alone through what was in hand when an engine died, so that only the cause is ever blamed', async () => {
    const { store, make, create, abandoned, asked } = await bench(3);
    const id = create(['a', 'poison', 'c', 'd', 'e']);
    /** Engines start one after the other; each dies when it has the poison in hand. What ended, ended well. */
    const inHand: string[][] = [];
    for (let engine = 1; engine <= 4; engine += 1) {
      const from = asked.length;
      make(`${engine}:dying`).wake();
      for (let hand = asked.slice(from); ; hand = asked.slice(from)) {
        await new Promise((resolve) => { setImmediate(resolve); });
        const open = asked.slice(from).filter(({ item }) => store.jobItems.waiting(id).includes(item));
        if (open.some(({ item }) => item === 'poison') || store.jobs.byId(id)?.state === 'done') {
          inHand.push(open.map(({ item }) => item));
          break;
        }
        for (const { answer } of hand) answer(done);
      }
      store.jobs.take(id, 'dead', 0, 1);
    }
    expect(inHand).toEqual([['a', 'poison', 'c'], ['poison'], ['poison'], []]);
    expect(abandoned).toEqual(['poison']);
    expect(store.jobItems.problems(id)).toMatchObject([{ item: 'poison', code: 'engine-stopped-on-it' }]);
    expect(store.jobs.byId(id)).toMatchObject({ done: 4, failed: 1 });
  });

  it('stores no effect of an item that is no longer its own', async () => {
    const { db, store, runner, create, nth } = await bench();
    const id = create(['a']);
    runner.wake();
    const item = await nth(0);
    repositories(db, () => 1).jobItems.reclaim(id, 1);
    item.answer({ state: 'done', commit: () => store.facts.put('a', 'twice') });
    (await nth(1)).answer({ state: 'done', commit: () => store.facts.put('a', 'once') });
    await runner.stop();
    expect(store.facts.get('a')).toBe('once');
    expect(store.jobs.byId(id)).toMatchObject({ done: 1 });
  });
});

describe('pace', () => {
  const nothing = { rate: null, etaMs: null };

  it('is unknown after a few items, then the rate of the last ones', () => {
    const pace = createPace();
    for (const at of [500, 1000, 1500]) {
      pace.tick(at);
      expect(pace.of(10)).toEqual(nothing);
    }
    pace.tick(2000);
    expect(pace.of(10)).toEqual({ rate: 2, etaMs: 5000 });
    for (let n = 1; n <= 40; n += 1) pace.tick(2000 + n * 100);
    expect(pace.of(10).rate).toBeCloseTo(10);
  });

  it('says nothing right after the engine came back, and then counts neither the rest nor the reading of models', () => {
    const pace = createPace();
    for (let n = 1; n <= 8; n += 1) pace.tick(n * 1000);
    pace.restart(2);
    for (const at of [600_000, 600_001, 601_000, 601_001]) {
      expect(pace.of(100)).toEqual(nothing);
      pace.tick(at);
    }
    pace.tick(602_000);
    expect(pace.of(100).rate).toBeCloseTo(1.5, 1);
    expect(pace.of(100).etaMs).toBeLessThan(70_000);
  });

  it('does not take the first items of several lanes, which end nearly at once, for a pace', () => {
    const pace = createPace(4);
    for (const at of [4000, 4001, 4002, 4003]) pace.tick(at);
    expect(pace.of(30)).toEqual(nothing);
    for (const at of [8000, 8001, 8002, 8003]) pace.tick(at);
    expect(pace.of(30).etaMs).toBeCloseTo(30_000, -3);
  });
});
