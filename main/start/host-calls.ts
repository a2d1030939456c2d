import { ok } from '../../app/kernel/result.ts';
import { contract } from '../../app/contract/index.ts';
import type { CallResult, OutputOf, ParsedInputOf } from '../../app/contract/index.ts';
import type { Call } from '../../app/contract/define.ts';
import type { PackFiles } from './pack-files.ts';
import type { ExportOrder, ExportWhat } from '../../app/contract/exports.ts';
import type { SheetDraft } from '../../app/contract/products.ts';
import type { Choosable } from './choose-paths.ts';
import type { EngineStatus } from './supervisor.ts';

type HostCallName =
  | 'packs.import'
  | 'packs.export'
  | 'photos.choose'
  | 'photos.reveal'
  | 'fixes.export'
  | 'fixes.reveal'
  | 'exports.choose'
  | 'exports.reveal'
  | 'products.chooseSheet'
  | 'products.choosePictures'
  | 'watching.choose'
  | 'system.restartEngine'
  | 'system.engine'
  | 'system.about'
  | 'system.revealData';

type Handlers = { readonly [N in HostCallName]: (input: ParsedInputOf<N>) => Promise<CallResult<OutputOf<N>>> };

/** What the calls that the host answers by itself need of Electron and the engine. */
export interface HostServices {
  /** the system's dialog; empty where the person thought better of it */
  readonly choosePaths: (kind: Choosable) => Promise<readonly string[]>;
  readonly openSheet: (path: string) => Promise<CallResult<SheetDraft>>;
  readonly setPictureFolder: (draftId: string, folder: string) => Promise<CallResult<SheetDraft>>;
  readonly importPaths: (paths: readonly string[]) => Promise<CallResult<Exclude<OutputOf<'photos.choose'>, null>>>;
  readonly watchFolder: (path: string) => Promise<CallResult<Exclude<OutputOf<'watching.choose'>, null>>>;
  readonly packFiles: PackFiles;
  readonly pack: (channel: string) => Promise<CallResult<OutputOf<'packs.get'>>>;
  /** where to write; null where the person thought better of it */
  readonly chooseExportPath: (what: ExportWhat) => Promise<string | null>;
  readonly exportPhotos: (order: ExportOrder & { readonly path: string }) => Promise<CallResult<Exclude<OutputOf<'exports.choose'>, null>>>;
  readonly exportPath: (jobId: string) => Promise<CallResult<{ path: string } | null>>;
  readonly originalPath: (id: string) => Promise<CallResult<{ path: string } | null>>;
  /** the system's dialog for a folder to write into; null where the person thought better of it */
  readonly chooseTarget: () => Promise<string | null>;
  readonly exportFixes: (folder: string, ids: readonly string[] | null) => Promise<CallResult<Exclude<OutputOf<'fixes.export'>, null>>>;
  readonly fixedPath: (id: string) => Promise<CallResult<{ path: string } | null>>;
  /** shows a file or folder in the system's file manager */
  readonly reveal: (path: string) => void;
  readonly dataFolder: string;
  readonly engineStatus: () => EngineStatus;
  readonly startEngine: () => void;
  readonly about: () => OutputOf<'system.about'>;
}

function handlers(services: HostServices): Handlers {
  return {
    'packs.import': () => services.packFiles.open(),
    async 'packs.export'({ channel }) {
      const found = await services.pack(channel);
      return found.ok ? services.packFiles.save(found.value.pack) : found;
    },
    async 'photos.choose'({ kind }) {
      const paths = await services.choosePaths(kind);
      return paths.length === 0 ? ok(null) : services.importPaths(paths);
    },
    async 'photos.reveal'({ id }) {
      const found = await services.originalPath(id);
      if (!found.ok) return found;
      if (found.value === null) return { ok: false, error: { code: 'photo-not-found', params: { id } } };
      services.reveal(found.value.path);
      return ok({});
    },
    async 'fixes.export'({ ids }) {
      const folder = await services.chooseTarget();
      return folder === null ? ok(null) : services.exportFixes(folder, ids);
    },
    async 'fixes.reveal'({ id }) {
      const found = await services.fixedPath(id);
      if (!found.ok) return found;
      if (found.value === null) return { ok: false, error: { code: 'photo-not-found', params: { id } } };
      services.reveal(found.value.path);
      return ok({});
    },
    async 'exports.choose'(order) {
      const path = await services.chooseExportPath(order.what);
      return path === null ? ok(null) : services.exportPhotos({ ...order, path });
    },
    async 'exports.reveal'({ jobId }) {
      const found = await services.exportPath(jobId);
      if (!found.ok) return found;
      if (found.value === null) return { ok: false, error: { code: 'job-not-found' } };
      services.reveal(found.value.path);
      return ok({});
    },
    async 'products.chooseSheet'() {
      const [path] = await services.choosePaths('sheet');
      return path === undefined ? ok(null) : services.openSheet(path);
    },
    async 'products.choosePictures'({ draftId }) {
      const [folder] = await services.choosePaths('folder');
      return folder === undefined ? ok(null) : services.setPictureFolder(draftId, folder);
    },
    async 'watching.choose'() {
      const [folder] = await services.choosePaths('watched');
      return folder === undefined ? ok(null) : services.watchFolder(folder);
    },
    async 'system.restartEngine'() {
      services.startEngine();
      return ok({});
    },
    async 'system.engine'() {
      return ok(services.engineStatus());
    },
    async 'system.about'() {
      return ok(services.about());
    },
    async 'system.revealData'() {
      services.reveal(services.dataFolder);
      return ok({});
    },
  };
}

const schemas: { readonly [N in HostCallName]: Call } = {
  'packs.import': contract.packs.calls.import,
  'packs.export': contract.packs.calls.export,
  'photos.choose': contract.photos.calls.choose,
  'photos.reveal': contract.photos.calls.reveal,
  'fixes.export': contract.fixes.calls.export,
  'fixes.reveal': contract.fixes.calls.reveal,
  'exports.choose': contract.exports.calls.choose,
  'exports.reveal': contract.exports.calls.reveal,
  'products.chooseSheet': contract.products.calls.chooseSheet,
  'products.choosePictures': contract.products.calls.choosePictures,
  'watching.choose': contract.watching.calls.choose,
  'system.restartEngine': contract.system.calls.restartEngine,
  'system.engine': contract.system.calls.engine,
  'system.about': contract.system.calls.about,
  'system.revealData': contract.system.calls.revealData,
};

/** Every call that the host answers, with its input parsed before its handler sees it. */
export function hostCalls(services: HostServices): ReadonlyMap<string, (input: unknown) => Promise<CallResult<unknown>>> {
  const table = handlers(services);
  const names = Object.keys(table) as HostCallName[];
  return new Map(names.map((name) => [name, async (input: unknown) => {
    const parsed = schemas[name].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: { code: 'bad-input', params: { call: name }, detail: parsed.error.message } };
    return table[name](parsed.data as never);
  }]));
}
