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

/** THE table: what each event makes stale. A new event of the contract does not compile until it is here. */
export const effects: { readonly [E in EventName]: Effect<E> } = {
  // Named photos are brought into the lists row by row (`changed-photos.ts`): a list may hold 20,000 of them.
  'photos.changed': { stale: ({ ids }) => [...(ids === null ? (['photos.list'] as const) : []), 'photos.get', 'photos.counts', 'sample.state'] },
  'photos.imported': { stale: () => ['photos.list', 'photos.counts', 'jobs.list'] },
  'jobs.changed': {
    // Progress comes many times a second: the row is replaced in place, problems are asked for when they grow.
    // What a job wrote takes room: that is asked for when it ends.
    stale: (job) => [...(job.failed > 0 ? (['jobs.problems'] as const) : []), ...(job.finishedAt === null ? [] : (['system.storage'] as const))],
    write: (client, job) => client.setQueryData<JobRow[]>(['jobs.list', {}], (rows) => rows && upsert(rows, job)),
  },
  'models.changed': { stale: () => ['models.list'] },
  'views.changed': { stale: () => ['views.list'] },
  'settings.changed': {
    stale: () => ['photos.channels', 'photos.counts', 'photos.list'],
    write: (client, settings) => client.setQueryData(['settings.get', {}], settings),
  },
  'system.engine': {
    stale: (engine) => (engine.state === 'ready' ? 'all' : []),
    write: (client, engine) => client.setQueryData(['system.engine', {}], engine),
  },
};

/** What commands make stale beside what the events say that they cause. */
export const staleAfterCommand: { readonly [N in CallName]?: readonly CallName[] } = {
  'sample.install': ['sample.state', 'photos.list', 'photos.counts', 'jobs.list'],
  'sample.remove': ['sample.state', 'photos.list', 'photos.counts'],
  'system.backup': ['system.storage'],
  'system.restartEngine': ['system.engine'],
  'settings.set': ['settings.get', 'photos.channels'],
  'photos.choose': ['jobs.list'],
  'photos.recheck': ['jobs.list'],
  'exports.choose': ['jobs.list'],
  'photos.decide': ['system.storage'],
  'photos.wrong': ['system.storage'],
  'photos.remove': ['system.storage'],
  'photos.undo': ['system.storage'],
  'waivers.waive': ['system.storage'],
  'waivers.withdraw': ['system.storage'],
  'waivers.undo': ['system.storage'],
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
