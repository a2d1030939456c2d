import type { z } from 'zod';
import type { JobRow } from '../../app/contract/jobs.ts';
import type { SavedView } from '../../app/contract/views.ts';
import { Settings } from '../../app/contract/settings.ts';
import type { EngineState } from '../../app/contract/system.ts';
import { refusal, type FakeHandlers } from '../bridge/fake.ts';
import { fakeDefects } from './fake-defects.ts';
import { fakeRules, fakeSuggestions, fakeWords } from './fake-learning.ts';
import { fakeModels } from './fake-models.ts';
import { fakePacks } from './fake-packs.ts';
import { fakeDryRun, fakeProductCounts, fakeProductDetail, fakeProductLists, fakeProducts, fakeSheet } from './fake-products.ts';
import { fakeWatching } from './fake-watching.ts';
import { fakeChannels, fakeCounts, fakeDetail, fakeRows, noCounts } from './fake-photos.ts';

export interface ShopState {
  /** 'sample' = photos judged and a job running; 'empty' = nothing yet */
  readonly shop: 'sample' | 'empty';
  readonly engine: z.infer<typeof EngineState>['state'];
  readonly settings: Partial<Settings>;
}

const start = Date.UTC(2026, 10, 23, 6, 0);
const job = (id: string, rest: Partial<JobRow>): JobRow => ({
  id, kind: 'photos.check', state: 'done', total: 36, done: 36, failed: 0, createdAt: start, startedAt: start + 200,
  finishedAt: start + 12_400, etaMs: null, rate: null, resumed: 0, about: null, stumbled: [], reason: null, ...rest,
});

const someJobs: readonly JobRow[] = [
  job('j3', { state: 'running', total: 1240, done: 412, failed: 3, stumbled: ['a.jpg', 'b.jpg', 'c.jpg'], about: { name: 'mug-blue-1.jpg', folder: 'shop', photos: null, writes: null }, finishedAt: null, etaMs: 221_000, rate: 3.7 }),
  job('j2', { state: 'paused', total: 80, done: 21, finishedAt: null, resumed: 1, reason: { code: 'disk-full', message: 'ENOSPC' } }),
  job('j1', { done: 35, failed: 1, stumbled: ['headphones-3.jpg'], about: { name: 'lamp-brass-1.jpg', folder: 'new', photos: null, writes: null } }),
];

/** A small shop behind the fake bridge: remembers settings and job states as the engine would. */
export function fakeShop(state: Partial<ShopState> = {}): FakeHandlers {
  const empty = state.shop === 'empty';
  let settings = Settings.parse({ language: 'en', theme: 'light', welcomed: !empty, ...state.settings });
  let jobs = empty ? [] : [...someJobs];
  let models = fakeModels.models;
  let installed = !empty;
  let views: readonly SavedView[] = [];
  const removed = new Map<string, SavedView>();
  const setView = (id: string, change: Partial<SavedView>): SavedView => {
    const found = views.find((one) => one.id === id);
    if (!found) throw refusal('view-not-found');
    const next = { ...found, ...change };
    views = views.map((one) => (one.id === id ? next : one));
    return next;
  };
  const set = (id: string, change: Partial<JobRow>): JobRow => {
    const found = jobs.find((one) => one.id === id);
    if (!found) throw refusal('job-not-found');
    const next = { ...found, ...change };
    jobs = jobs.map((one) => (one.id === id ? next : one));
    return next;
  };
  const storage = { path: '/home/shop/.config/Vitrine', schemaVersion: 4, databaseBytes: 3_400_000, picturesBytes: 48_200_000, freeBytes: 213_000_000_000, check: 'ok' as const, audit: 'ok' as const, lastBackupAt: start, pendingEvents: empty ? 0 : 4 };
  const oneModel = (id: string, change: Partial<(typeof models)[number]>) => {
    models = models.map((one) => (one.id === id ? { ...one, ...change } : one));
    const found = models.find((one) => one.id === id);
    if (!found) throw refusal('model-not-found');
    return found;
  };

  return {
    ...fakePacks((channel) => settings.channels.includes(channel)),
    'settings.get': () => settings,
    'settings.set': (change) => (settings = Settings.parse({ ...settings, ...change })),
    'photos.list': () => ({ total: empty ? 0 : fakeRows.length, rows: empty ? [] : [...fakeRows] }),
    'photos.rows': ({ ids }) => (empty ? [] : fakeRows.filter(({ id }) => ids.includes(id))),
    'photos.get': ({ id }) => fakeDetail(id),
    'photos.counts': () => (empty ? noCounts : fakeCounts),
    'photos.channels': () => fakeChannels.map((one) => ({ ...one, enabled: settings.channels.includes(one.id) })),
    'photos.decide': ({ ids }) => ({ eventIds: ids.map((id) => `e-${id}`) }),
    ...fakeDefects(empty),
    ...fakeWatching(empty),
    'learning.rules': () => ({ fewest: 10, rules: empty ? [] : [...fakeRules] }),
    'learning.words': ({ rule }) => fakeWords.filter((word) => word.rule === rule).map(({ rule: _, ...word }) => word),
    'learning.suggestions': ({ rule }) => ({ fewest: 8, suggestions: fakeSuggestions.filter((one) => one.rule === rule) }),
    'learning.draft': ({ channel }) => ({ schemaVersion: 1, channel, version: '2026-11-23', requirements: [], upcoming: [] }),
    'learning.say': ({ id }) => ({ eventIds: [`e-${id}`] }),
    'photos.wrong': ({ id }) => ({ eventIds: [`e-${id}`] }),
    'photos.remove': ({ ids }) => ({ eventIds: ids.map((id) => `e-${id}`) }),
    'photos.undo': ({ eventIds }) => ({ undone: eventIds.length }),
    'views.list': () => [...views],
    'views.save': ({ name, view }) => {
      const saved = { id: `v${views.length + removed.size}`, name, view };
      views = [...views, saved];
      return saved;
    },
    'views.rename': ({ id, name }) => setView(id, { name }),
    'views.replace': ({ id, view }) => setView(id, { view }),
    'views.remove': ({ id }) => {
      removed.set(id, setView(id, {}));
      views = views.filter((one) => one.id !== id);
      return {};
    },
    'views.restore': ({ id }) => {
      const back = removed.get(id);
      if (!back) throw refusal('view-not-found');
      views = [...views, back];
      return back;
    },
    'waivers.waive': ({ photoIds, rules }) => ({ eventIds: photoIds.flatMap((id) => rules.map((rule) => `w-${id}-${rule}`)) }),
    'waivers.withdraw': ({ subject, rule }) => ({ eventIds: [`u-${subject.id}-${rule}`] }),
    'waivers.undo': ({ eventIds }) => ({ undone: eventIds.length }),
    'photos.recheck': () => ({ jobId: 'j3' }),
    'photos.choose': () => null,
    'photos.reveal': () => ({}),
    'exports.choose': ({ ids }) => ({ jobId: 'j8', photos: ids?.length ?? 36 }),
    'exports.reveal': () => ({}),
    ...fakeProductLists(empty ? [] : fakeProducts),
    'products.get': ({ id }) => fakeProductDetail(id),
    'products.counts': () => (empty ? { total: 0, missing: 0, unresolved: 0, byVerdict: { pass: 0, warn: 0, fail: 0 } } : fakeProductCounts),
    'products.chooseSheet': () => fakeSheet,
    'products.choosePictures': () => ({ ...fakeSheet, pictureFolder: 'shots', pictureFiles: 3 }),
    'products.reread': ({ encoding }) => ({ ...fakeSheet, encoding: encoding ?? fakeSheet.encoding }),
    'products.dryRun': () => fakeDryRun,
    'products.apply': () => ({ importId: 'i1', added: 2, changed: 1, photos: 2, jobId: 'j3' }),
    'products.discard': () => ({}),
    'products.undoImport': () => ({ undone: 3 }),
    'products.arrange': ({ id }) => ({ eventIds: [`a-${id}`] }),
    'products.undo': ({ eventIds }) => ({ undone: eventIds.length }),
    'jobs.list': () => jobs,
    'jobs.problems': () => [
      { item: 'p35', name: 'headphones-3.jpg', code: 'truncated', message: 'ends after 40 % of its bytes', attempts: 1 },
      { item: 'p34', name: 'receipt.pdf.jpg', code: 'not-a-picture', message: 'PDF', attempts: 1 },
    ],
    'jobs.pause': ({ id }) => set(id, { state: 'paused', etaMs: null, rate: null }),
    'jobs.resume': ({ id }) => set(id, { state: 'running' }),
    'jobs.cancel': ({ id }) => set(id, { state: 'cancelled', finishedAt: start + 30_000, etaMs: null, rate: null }),
    'jobs.retryFailed': ({ id }) => set(id, { state: 'queued', failed: 0 }),
    'jobs.clear': () => {
      const before = jobs.length;
      jobs = jobs.filter((one) => one.finishedAt === null);
      return { cleared: before - jobs.length };
    },
    'models.list': () => ({ models, runtimes: fakeModels.runtimes }),
    'models.verify': ({ id }) => oneModel(id, { integrity: 'verified', golden: { passed: true, maxRelativeDifference: 2.8e-5 } }),
    'models.measure': ({ id }) => oneModel(id, {}),
    'models.choose': ({ id, runtime }) => oneModel(id, { chosen: runtime }),
    'sample.state': () => ({ installed, products: installed ? 40 : 0, photos: installed ? 76 : 0 }),
    'sample.install': () => {
      installed = true;
      return { jobId: 'j3', photos: 76 };
    },
    'sample.remove': () => {
      installed = false;
      return { removed: 76 };
    },
    'system.storage': () => storage,
    'system.backup': () => ({ ...storage, lastBackupAt: start + 60_000 }),
    'system.restartEngine': () => ({}),
    'system.engine': () => ({
      state: state.engine ?? 'ready',
      restarts: state.engine === 'stopped' ? 5 : 0,
      reason: state.engine === 'stopped' || state.engine === 'restarting' ? { code: 'engine-keeps-stopping', params: {}, detail: 'exit code 134\nSIGABRT' } : null,
    }),
    'system.about': () => ({ version: '0.1.0', electron: '33.2.1', electronSource: 'fallback', chromium: '130.0.6723.152', node: '20.18.1', engineNode: '24.21.0', platform: 'linux x64', locale: 'en-GB' }),
    'system.revealData': () => ({}),
  };
}
