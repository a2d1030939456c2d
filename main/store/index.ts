import { analysesOf } from './analyses.ts';
import { auditOf } from './audit.ts';
import { transact, type WritableDb } from './db.ts';
import { duplicatesOf } from './duplicates.ts';
import { factsOf } from './facts.ts';
import { jobItemsOf } from './job-items.ts';
import { jobsOf } from './jobs.ts';
import { modelRecordsOf } from './models.ts';
import { outboxOf } from './outbox.ts';
import { photoEventsOf } from './photo-events.ts';
import { photoHistoryOf } from './photo-history.ts';
import { photoListOf } from './photo-list.ts';
import { photosOf } from './photos.ts';
import { searchKeysOf } from './photo-search.ts';
import { savedViewsOf } from './saved-views.ts';
import { settingsOf } from './settings.ts';
import { waiversOf } from './waivers.ts';

/** Every repository over one open database. */
export function repositories(db: WritableDb, now: () => number) {
  return {
    photos: photosOf(db),
    photoList: photoListOf(db),
    photoEvents: photoEventsOf(db),
    photoHistory: photoHistoryOf(db),
    analyses: analysesOf(db),
    waivers: waiversOf(db),
    searchKeys: searchKeysOf(db),
    savedViews: savedViewsOf(db),
    duplicates: duplicatesOf(db),
    facts: factsOf(db),
    outbox: outboxOf(db),
    jobs: jobsOf(db),
    jobItems: jobItemsOf(db),
    settings: settingsOf(db, now),
    models: modelRecordsOf(db),
    audit: auditOf(db),
    /** all of `work` is stored, or nothing */
    transact: <T>(work: () => T): T => transact(db, work),
  };
}
export type Store = ReturnType<typeof repositories>;
