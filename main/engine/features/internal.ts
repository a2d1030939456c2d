import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { internal, MediaKind, MediaVariant } from '../../../app/contract/internal.ts';
import { ok } from '../../../app/kernel/result.ts';
import type { exportsHandlers } from './exports.ts';
import { watchFolder, type WatchingCallsParts } from './watching.ts';
import { sourcesOf, type ChannelPack } from '../../../app/photo-check/index.ts';
import type { Store } from '../../store/index.ts';
import type { FixedCopies } from '../fixed-copies.ts';
import type { Emit } from '../emitter.ts';
import type { SheetDesk } from '../catalogue/sheet-desk.ts';
import type { ImportPhotos } from '../importing.ts';

/** Where the small pictures of a photo lie, as those who write them say. */
export interface Derivatives {
  readonly folder: (sha256: string) => string;
  readonly names: Readonly<Record<MediaVariant, string>>;
}

export interface InternalParts {
  readonly store: Store;
  readonly importPhotos: ImportPhotos;
  readonly sheets: Pick<SheetDesk, 'openSheet' | 'setPictureFolder'>;
  readonly derivatives: () => Promise<Derivatives>;
  readonly copies: Pick<FixedCopies, 'pathOf' | 'exportTo'>;
  readonly emit: Emit;
  readonly exports: ReturnType<typeof exportsHandlers>;
  readonly watching: WatchingCallsParts['watching'];
  readonly close: () => Promise<void>;
  /** every pack there is */
  readonly packs: () => readonly ChannelPack[];
}

const mimes: Readonly<Record<string, string>> = { '.webp': 'image/webp', '.png': 'image/png', '.jpg': 'image/jpeg' };

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** What the host alone may ask: paths in, paths out, the clean close. */
export function internalHandlers({ store, importPhotos, sheets, derivatives, copies, packs, emit, exports, watching, close }: InternalParts): Handlers<typeof internal> {
  const shaOf: Readonly<Record<MediaKind, (id: string) => string | null | undefined>> = {
    photo: (id) => store.photos.byId(id)?.sha256,
    approved: (id) => store.drifts.of(id)?.sha256,
    fix: (id) => store.fixes.fileOf(id)?.sha256,
  };
  return {
    async importPaths({ paths }, { actor, at }) {
      const report = await importPhotos({ paths, sample: false, actor: actor.id, at });
      emit('photos.imported', report);
      return ok(report);
    },
    watchFolder: ({ path }, { at }) => watchFolder({ store, watching }, path, at),
    openSheet: ({ path }) => sheets.openSheet(path),
    setPictureFolder: ({ draftId, folder }) => sheets.setPictureFolder(draftId, folder),
    async media({ kind, id, variant }) {
      const sha256 = shaOf[kind](id) ?? null;
      if (sha256 === null) return ok(null);
      const { folder, names } = await derivatives();
      const path = join(folder(sha256), names[variant]);
      return ok((await exists(path)) ? { path, mime: mimes[extname(path)] ?? 'application/octet-stream' } : null);
    },
    originalPath({ id }) {
      const photo = store.photos.byId(id);
      return ok(photo === null ? null : { path: photo.path });
    },
    fixedPath({ id }) {
      const copy = store.fixes.fileOf(id);
      return ok(copy === null ? null : { path: copies.pathOf(copy.file) });
    },
    exportFixes: async ({ folder, ids }) => ok(await copies.exportTo(folder, ids)),
    ...exports,
    ownPages: () => ok([...new Set(packs().flatMap(sourcesOf).map(({ url }) => url).filter((url) => url !== ''))]),
    async close() {
      await close();
      return ok({});
    },
  };
}
