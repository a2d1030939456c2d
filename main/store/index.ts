import { analysesOf } from './analyses.ts';
import { auditOf } from './audit.ts';
import { transact, type WritableDb } from './db.ts';
import { defectsOf } from './defects.ts';
import { driftsOf } from './drifts.ts';
import { duplicatesOf } from './duplicates.ts';
import { evidenceOf } from './evidence.ts';
import { factsOf } from './facts.ts';
import { fixEventsOf } from './fix-events.ts';
import { fixesOf } from './fixes.ts';
import { importsOf } from './imports.ts';
import { jobItemsOf } from './job-items.ts';
import { jobSubjectsOf } from './job-subjects.ts';
import { jobsOf } from './jobs.ts';
import { labelsOf } from './labels.ts';
import { modelRecordsOf } from './models.ts';
import { outboxOf } from './outbox.ts';
import { packsOf } from './packs.ts';
import { photoEventsOf } from './photo-events.ts';
import { photoFilesOf } from './photo-files.ts';
import { photoHistoryOf } from './photo-history.ts';
import { photoListOf } from './photo-list.ts';
import { photosOf } from './photos.ts';
import { searchKeysOf } from './photo-search.ts';
import { placementsOf } from './placements.ts';
import { printedTextOf } from './printed-text.ts';
import { productEventsOf } from './product-events.ts';
import { productLinksOf } from './product-links.ts';
import { productListOf } from './product-list.ts';
import { productsOf } from './products.ts';
import { savedViewsOf } from './saved-views.ts';
import { settingsOf } from './settings.ts';
import { staffWordsOf } from './staff-words.ts';
import { waiversOf } from './waivers.ts';
import { watchedFoldersOf } from './watched-folders.ts';

/** Every repository over one open database. */
export function repositories(db: WritableDb, now: () => number) {
  return {
    photos: photosOf(db),
    photoList: photoListOf(db),
    photoFiles: photoFilesOf(db),
    photoEvents: photoEventsOf(db),
    photoHistory: photoHistoryOf(db),
    staffWords: staffWordsOf(db),
    labels: labelsOf(db),
    defects: defectsOf(db),
    analyses: analysesOf(db),
    waivers: waiversOf(db),
    searchKeys: searchKeysOf(db),
    savedViews: savedViewsOf(db),
    watchedFolders: watchedFoldersOf(db),
    drifts: driftsOf(db),
    duplicates: duplicatesOf(db),
    evidence: evidenceOf(db),
    fixes: fixesOf(db),
    fixEvents: fixEventsOf(db),
    products: productsOf(db),
    productList: productListOf(db),
    productEvents: productEventsOf(db),
    placements: placementsOf(db),
    printedText: printedTextOf(db),
    productLinks: productLinksOf(db),
    imports: importsOf(db),
    facts: factsOf(db),
    outbox: outboxOf(db),
    packs: packsOf(db),
    jobs: jobsOf(db),
    jobItems: jobItemsOf(db),
    jobSubjects: jobSubjectsOf(db),
    settings: settingsOf(db, now),
    models: modelRecordsOf(db),
    audit: auditOf(db),
    /** all of `work` is stored, or nothing */
    transact: <T>(work: () => T): T => transact(db, work),
  };
}
export type Store = ReturnType<typeof repositories>;
