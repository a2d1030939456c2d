import type { QueryClient } from '@tanstack/react-query';
import type { CallName, EventName, EventOf } from '../../app/contract/index.ts';
import type { JobRow } from '../../app/contract/jobs.ts';

/** What an event means for what the window already knows. */
type Effect<E extends EventName> = {
  /** queries to ask again; `'all'` after the engine came back */
  readonly stale: (payload: EventOf<E>) => readonly CallName[] | 'all';
  /** answers that the event itself carries: written at once, no round trip */
  readonly write?: (client: QueryClient, payload: EventOf<E>) => void;
};

/** What shows products, and the verdicts of their pictures with them. Of a list only the pages in sight are asked for again. */
const productQueries = ['products.list', 'products.place', 'products.get', 'products.counts'] as const;

/** THE table: what each event makes stale. A new event of the contract does not compile until it is here. */
export const effects: { readonly [E in EventName]: Effect<E> } = {
  // Named photos are brought into the lists row by row (`changed-photos.ts`): a list may hold 20,000 of them.
  'photos.changed': { stale: ({ ids }) => [...(ids === null ? (['photos.list'] as const) : []), 'photos.get', 'photos.counts', 'learning.rules', 'learning.words', 'learning.suggestions', 'defects.ofPhoto', 'defects.list', 'defects.found', 'fixes.ofPhoto', 'fixes.ofJob', 'sample.state', ...productQueries] },
  'packs.changed': { stale: () => ['packs.list', 'packs.get', 'packs.preview', 'packs.impact', 'photos.channels', 'photos.counts', 'photos.list', 'learning.rules', 'learning.suggestions', ...productQueries] },
  'fixes.changed': { stale: () => ['fixes.ofPhoto', 'fixes.ofJob'] },
  'photos.imported': { stale: () => ['photos.list', 'photos.counts', 'jobs.list'] },
  'products.changed': { stale: () => productQueries },
  // followed by the page that opened the table
  'products.progress': { stale: () => [] },
  'watching.changed': { stale: () => ['watching.list', 'watching.suggestions', 'photos.counts'] },
  'jobs.changed': {
    // Progress comes many times a second: the row is replaced in place, problems are asked for when they grow.
    // What a job wrote takes room: that is asked for when it ends.
    stale: (job) => [
      ...(job.failed > 0 ? (['jobs.problems'] as const) : []),
      ...(job.finishedAt === null ? [] : (['system.storage', 'packs.preview', 'packs.impact'] as const)),
      ...(job.finishedAt !== null && job.kind === 'photos.fix' ? (['fixes.ofJob'] as const) : []),
    ],
    write: (client, job) => client.setQueryData<JobRow[]>(['jobs.list', {}], (rows) => rows && upsert(rows, job)),
  },
  'defects.changed': { stale: () => ['defects.list', 'defects.labels', 'defects.found', 'defects.ofPhoto', 'jobs.list', 'photos.counts', 'photos.list'] },
  // Progress is shown where it is listened to.
  'defects.progress': { stale: () => [] },
  'models.changed': { stale: () => ['models.list'] },
  'views.changed': { stale: () => ['views.list'] },
  'settings.changed': {
    stale: () => ['photos.channels', 'photos.counts', 'photos.list', 'packs.list', ...productQueries],
    write: (client, settings) => client.setQueryData(['settings.get', {}], settings),
  },
  'system.engine': {
    stale: (engine) => (engine.state === 'ready' ? 'all' : []),
    write: (client, engine) => client.setQueryData(['system.engine', {}], engine),
  },
};

/** The editor shows what is stored as soon as that is the last word. */
const packsAfterCommand = ['packs.get', 'packs.list', 'packs.preview', 'photos.channels', 'system.storage'] as const;

/**
 * Queries whose answers take long where a shop is large: whoever gave the command does not wait for them. What is done
 * next, an undo above all, comes after what was done, not after what is counted because of it.
 */
export const notWaitedFor: ReadonlySet<CallName> = new Set(['system.storage', 'packs.preview', 'packs.impact', 'photos.list', 'photos.counts', 'products.list', 'products.counts', 'learning.rules', 'learning.suggestions']);

/** What commands make stale beside what the events say that they cause. */
export const staleAfterCommand: { readonly [N in CallName]?: readonly CallName[] } = {
  'sample.install': [...productQueries, 'sample.state', 'photos.list', 'photos.counts', 'jobs.list'],
  'sample.remove': [...productQueries, 'sample.state', 'photos.list', 'photos.counts'],
  'system.backup': ['system.storage'],
  'system.restartEngine': ['system.engine'],
  'settings.set': ['settings.get', 'photos.channels', 'packs.list'],
  'photos.choose': ['jobs.list'],
  'products.apply': [...productQueries, 'jobs.list', 'photos.list', 'photos.counts', 'system.storage'],
  'products.undoImport': [...productQueries, 'photos.list', 'photos.counts', 'system.storage'],
  'products.arrange': [...productQueries, 'system.storage'],
  'products.undo': [...productQueries, 'system.storage'],
  'photos.recheck': ['jobs.list'],
  'exports.choose': ['jobs.list'],
  'photos.decide': ['system.storage'],
  'photos.wrong': ['system.storage'],
  'learning.say': ['system.storage'],
  'defects.create': ['defects.list'],
  'defects.edit': ['defects.list', 'defects.ofPhoto'],
  'defects.remove': ['defects.list', 'defects.ofPhoto'],
  'defects.restore': ['defects.list', 'defects.ofPhoto'],
  'defects.label': ['defects.list', 'defects.labels', 'defects.ofPhoto', 'system.storage'],
  'defects.train': ['defects.list', 'jobs.list'],
  'defects.switch': ['defects.list', 'defects.ofPhoto'],
  'defects.use': ['defects.list', 'defects.found', 'defects.ofPhoto'],
  'photos.remove': ['system.storage'],
  'fixes.apply': ['jobs.list'],
  'fixes.accept': ['system.storage', 'fixes.ofPhoto'],
  'fixes.discard': ['fixes.ofPhoto'],
  'fixes.revert': ['system.storage', 'fixes.ofPhoto'],
  'fixes.undo': ['system.storage', 'fixes.ofPhoto'],
  'packs.save': [...packsAfterCommand],
  'packs.adjust': [...packsAfterCommand],
  'packs.create': [...packsAfterCommand],
  'packs.reset': [...packsAfterCommand],
  'packs.remove': [...packsAfterCommand],
  'packs.undo': [...packsAfterCommand],
  'photos.undo': ['system.storage', 'defects.list', 'defects.labels', 'defects.ofPhoto'],
  'waivers.waive': ['system.storage', 'packs.preview', 'packs.impact'],
  'waivers.withdraw': ['system.storage', 'packs.preview', 'packs.impact'],
  'waivers.undo': ['system.storage', 'packs.preview', 'packs.impact'],
  'watching.choose': ['watching.list', 'watching.suggestions'],
  'views.save': ['views.list'],
  'views.rename': ['views.list'],
  'views.replace': ['views.list'],
  'views.remove': ['views.list'],
  'views.restore': ['views.list'],
  'jobs.pause': ['jobs.list'],
  'jobs.resume': ['jobs.list'],
  'jobs.cancel': ['jobs.list', 'photos.counts'],
  'jobs.retryFailed': ['jobs.list', 'jobs.problems'],
  'jobs.clear': ['jobs.list'],
  'models.verify': ['models.list'],
  'models.measure': ['models.list'],
  'models.choose': ['models.list'],
};

function upsert(rows: readonly JobRow[], job: JobRow): JobRow[] {
  return rows.some((row) => row.id === job.id) ? rows.map((row) => (row.id === job.id ? job : row)) : [job, ...rows];
}
