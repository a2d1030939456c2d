import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cacheDir } from '../../setup/cache-dir.mjs';
import { err } from '../../app/kernel/result.ts';
import { analysisVersion } from '../../app/photo-check/index.ts';
import type { WritableDb } from '../store/db.ts';
import { repositories } from '../store/index.ts';
import { schemaVersion } from '../store/migrate.ts';
import { createSheetDesk } from './catalogue/sheet-desk.ts';
import { undoUnfinished } from './catalogue/undo-import.ts';
import { loadDuplicateIndex } from './duplicate-index.ts';
import { createEmit, gatherChanges, throttle } from './emitter.ts';
import { defectsHandlers } from './features/defects.ts';
import { fixesHandlers } from './features/fixes.ts';
import { createExporting } from './exporting.ts';
import { exportsHandlers } from './features/exports.ts';
import { internalHandlers, type Derivatives } from './features/internal.ts';
import { jobRow, jobsHandlers } from './features/jobs.ts';
import { learningHandlers } from './features/learning.ts';
import { modelsHandlers } from './features/models.ts';
import { packsHandlers } from './features/packs.ts';
import { photosHandlers } from './features/photos.ts';
import { productsHandlers } from './features/products.ts';
import { sampleHandlers } from './features/sample.ts';
import { settingsHandlers } from './features/settings.ts';
import { systemHandlers } from './features/system.ts';
import { createFixedCopies } from './fixed-copies.ts';
import { viewsHandlers } from './features/views.ts';
import { waiversHandlers } from './features/waivers.ts';
import { watchingHandlers } from './features/watching.ts';
import type { Folders } from './folders.ts';
import { createImport } from './importing.ts';
import { followThread, runInThread } from './in-thread.ts';
import { createIntake } from './intake.ts';
import { createJudging } from './judging.ts';
import { defectTrain, defectTrainKind } from './jobs/defect-train.ts';
import { ownerName } from './jobs/lease.ts';
import { photosCheck, photosCheckKind } from './jobs/photos-check.ts';
import { photosExportKind } from './jobs/photos-export.ts';
import { photosFix, photosFixKind } from './jobs/photos-fix.ts';
import { createJobRunner } from './jobs/runner.ts';
import { joinRunners } from './jobs/runners.ts';
import { createLabKeeper } from './lab.ts';
import { createOwnJudge } from './learning/own-judge.ts';
import { createModelDesk } from './models/model-desk.ts';
import type { Log } from './log.ts';
import { createPackShelf, packJudge } from './packs.ts';
import { createSearchIndex } from './search-index.ts';
import { loadPinyin } from './search-words.ts';
import { createRouter, type Route } from './router.ts';
import type { RenderedShop } from './sample-thread.ts';
import { createTurns } from './turns.ts';
import { createUpkeep } from './upkeep.ts';
import { createWatching } from './watching/index.ts';
import { createWhatIf } from './what-if.ts';
import type { HostChannel } from './channel.ts';

export interface EngineParts {
  readonly db: WritableDb;
  readonly folders: Folders;
  readonly log: Log;
  readonly host: Pick<HostChannel, 'send' | 'ask'>;
  readonly now: () => number;
  readonly env: NodeJS.ProcessEnv;
  /** the database turned out to be damaged while the engine ran */
  readonly onDamage: (detail: string) => void;
}

/** Where a build drew the sample shop; without it the first run draws it itself. */
const drawnSample = new URL('../../out/sample-shop', import.meta.url);
const progressIntervalMs = 100;
const hourMs = 60 * 60 * 1000;
/** How often a close that goes on says so. */
const aliveEveryMs = 1_000;
/** more changed photos than this are not named one by one */
const mostNamed = 500;

/** Loaded when the first small picture is asked for: the library that makes them is large. */
async function derivativesIn(folder: string): Promise<Derivatives> {
  const { derivativeNames, derivativesOf } = await import('../media/index.ts');
  const { thumbnail, preview, mask, offWhite } = derivativeNames;
  return { folder: (sha256) => derivativesOf(folder, sha256), names: { thumb: thumbnail, preview, mask, 'off-white': offWhite } };
}

/** Builds the engine over an open store: everything is made here, and handed what it needs. */
export function createEngine({ db, folders, log, host, now, env, onDamage }: EngineParts): { route: Route; start(): void } {
  const store = repositories(db, now);
  const emit = createEmit((name, payload) => host.send({ t: 'event', name, payload }));
  const photosChanged = gatherChanges(emit);
  const changed = (photoIds: readonly string[] | null): void => {
    photosChanged.changed(photoIds);
    search.soon();
  };
  const shelf = createPackShelf(store.packs, (channel, why) => log.error('packs', new Error(`the pack of ${channel} cannot be read: ${why}`)));
  const judge = packJudge(shelf.all);
  const search = createSearchIndex({ store, loadPinyin, onError: (error) => log.error('search', error) });
  const judging = createJudging({ store, judge, now, changed, onError: (error) => log.error('judging', error) });
  const ownJudge = createOwnJudge(store);
  const upkeep = createUpkeep({ db, folders, now, log, onDamage });
  const derivatives = (): Promise<Derivatives> => derivativesIn(folders.pictures);

  const forgetPictures = (sha256: string): void =>
    void derivatives()
      .then(({ folder }) => rm(folder(sha256), { recursive: true, force: true }))
      .catch((error: unknown) => log.error('pictures', error));

  const lab = createLabKeeper({
    loadWorkers: async () => (await import('./workers/index.ts')).openPhotoWorkers,
    options: () => ({ cacheDir: cacheDir(env), derivativesDir: folders.pictures, modelPreferences: Object.fromEntries(store.models.choices()) }),
  });
  const desk = createModelDesk({
    data: () => ({ cacheDir: cacheDir(env), preferences: Object.fromEntries(store.models.choices()), measured: store.models.allMeasurements() }),
    askHost: host.ask,
  });
  const jobChanges = throttle<string>(progressIntervalMs, (id) => {
    const job = store.jobs.byId(id);
    if (job !== null) emit('jobs.changed', jobRow(job, runner, store.jobSubjects));
  });
  const jobChanged = (id: string): void => jobChanges.poke(id);
  const copies = createFixedCopies({ store, folder: folders.fixed, derivatives, log, now });
  const fixesChanged = (photoIds: readonly string[]): void => {
    if (photoIds.length === 0) return;
    emit('fixes.changed', { photoIds: photoIds.length > mostNamed ? null : [...photoIds] });
    changed(photoIds);
  };
  const working = { store, now, owner: ownerName(process.pid, randomUUID()), log, changed: jobChanged };
  const checking = photosCheck({ store, judging, ownJudge, now, openLab: lab.open, openIndex: () => loadDuplicateIndex(store.analyses.fingerprints), changed, forgetPictures });
  const fixing = photosFix({ store, judge, now, openLab: lab.open, copies, changed: fixesChanged });
  const learning = defectTrain({
    store, ownJudge, now,
    train: (material, progress) => followThread(new URL('./learning/train-thread.ts', import.meta.url), material, progress),
    progress: (id, done, total) => emit('defects.progress', { id, done, total }),
    changed: (id) => emit('defects.changed', { id }),
  });
  const exporting = createExporting({ store, derivatives, copies, channelName: (id) => shelf.of(id)?.name ?? null, root: folders.root });
  const awaited = [photosFixKind, defectTrainKind, photosExportKind];
  // A person waits for a fix, a training or an export: it does not queue behind the check of a whole catalogue.
  const runner = joinRunners([
    createJobRunner({ ...working, kinds: [checking], takes: { among: false, kinds: awaited } }),
    createJobRunner({ ...working, kinds: [fixing, learning, exporting.kind], takes: { among: true, kinds: awaited } }),
  ]);
  const wakeJobs = (): void => runner.wake();
  const findPhotos = async (paths: readonly string[]) => (await import('../media/index.ts')).findPhotos(paths);
  const importPhotos = createImport({ store, findPhotos, wakeJobs, changed });
  const intake = createIntake(store);
  const watching = createWatching({
    store, intake, now, log, wakeJobs, changed, dataFolder: folders.root,
    listFolder: async (root, without) => (await import('../media/index.ts')).listFolder(root, new Set([folders.root, ...without])),
    told: () => emit('watching.changed', {}),
  });
  const sheets = createSheetDesk({
    database: folders.database,
    rememberedMapping: (signature) => store.imports.mappingFor(signature),
    onRows: (draftId, rows) => emit('products.progress', { draftId, rows }),
  });
  const inTurn = createTurns();
  const productsChanged = (ids: readonly string[] | null): void => emit('products.changed', { ids: ids === null ? null : [...ids] });
  const render = (): Promise<RenderedShop> => runInThread(new URL('./sample-thread.ts', import.meta.url), { folder: folders.sampleShop, drawn: fileURLToPath(drawnSample) });

  let closing: Promise<void> | null = null;
  async function putInOrder(): Promise<void> {
    const alive = setInterval(() => host.send({ t: 'closing' }), aliveEveryMs);
    try {
      await watching.close();
      await runner.stop();
      await Promise.all([lab.close(), desk.close(), sheets.close(), judging.close(), search.close()]);
      jobChanges.flush();
      photosChanged.flush();
      await upkeep.close();
      db.pragma('wal_checkpoint(TRUNCATE)');
      log.info('closed');
    } finally {
      clearInterval(alive);
    }
  }
  const close = (): Promise<void> => (closing ??= putInOrder());

  /** A requirement comes into force on its day, also where the console stays open over midnight. */
  function judgeByToday(): void {
    try {
      judging.notePacks();
      judging.settleSoon();
    } catch (error) {
      log.error('judging', error);
    }
  }

  /** Measurements of an older version of the rules' yardstick are taken again, by a job like any other. */
  function checkOutdated(): void {
    const items = store.analyses.takenBefore(analysisVersion).flatMap((id) => {
      const photo = store.photos.byId(id);
      return photo === null || store.jobItems.isUnfinished(id) ? [] : [{ item: id, name: photo.name }];
    });
    if (items.length > 0) store.jobs.create(photosCheckKind, { recheck: true }, items, now());
  }

  /** Tables that were being written or taken back when the engine ended; those that come now are written after that. */
  async function undoCutOff(): Promise<void> {
    const undone = await inTurn(() => undoUnfinished(store, { actor: 'vitrine', at: now() }));
    if (undone === 0) return;
    judging.settleSoon();
    changed(null);
    productsChanged(null);
  }

  const route = createRouter({
    handlers: {
      photos: photosHandlers({ store, judge, judging, search, wakeJobs, changed }),
      packs: packsHandlers({ store, shelf, judging, whatIf: createWhatIf({ evidence: store.evidence.page, besides: judging.besides }), emit }),
      fixes: fixesHandlers({ store, judge, copies, wakeJobs, changed: fixesChanged, now }),
      defects: defectsHandlers({
        store, ownJudge, emit, wakeJobs,
        ask: (question) => runInThread(new URL('./learning/ask-thread.ts', import.meta.url), { ...question, path: folders.database }),
      }),
      learning: learningHandlers({ store, judge, shelf, changed }),
      products: productsHandlers({ store, desk: sheets, intake, judging, inTurn, wakeJobs, photosChanged: changed, productsChanged }),
      jobs: jobsHandlers({ store, runner, changed: jobChanged }),
      models: modelsHandlers({ records: store.models, desk, emit, choiceChanged: lab.renew }),
      sample: sampleHandlers({
        store, folder: folders.sampleShop, render, importPhotos, derivatives, runner, judging, changed, productsChanged, jobChanged, log, now,
      }),
      settings: settingsHandlers({ settings: store.settings, emit }),
      system: systemHandlers({ store, folders, upkeep, schemaVersion: schemaVersion(db) }),
      views: viewsHandlers({ views: store.savedViews, emit }),
      waivers: waiversHandlers({ store, changed }),
      watching: watchingHandlers({ store, watching }),
      exports: {},
      internal: internalHandlers({ store, importPhotos, sheets, derivatives, copies, packs: shelf.all, emit, watching, exports: exportsHandlers({ store, search, wakeJobs }), close }),
    },
    audit: store.audit,
    now,
    checkAnswers: env['VITRINE_CHECK_ANSWERS'] === '1',
    onBug: (call, error) => log.error(`call ${call}`, error),
  });

  return {
    /** From the clean close on nothing is taken in any more: it would be in no backup. */
    route: (name, input, actor) =>
      closing === null || name === 'internal.close' ? route(name, input, actor) : Promise.resolve(err({ code: 'closing' })),
    start() {
      store.photos.settleInterrupted();
      void undoCutOff().catch((error: unknown) => log.error('imports', error));
      judgeByToday();
      setInterval(judgeByToday, hourMs).unref();
      checkOutdated();
      void copies.sweep().catch((error: unknown) => log.error('fixed-copies', error));
      runner.wake();
      search.soon();
      void exporting.sweep().catch((error: unknown) => log.error('exports', error));
      watching.start();
      upkeep.start();
    },
  };
}
