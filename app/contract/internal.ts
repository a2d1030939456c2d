import { z } from 'zod';
import { ExportOrder } from './exports.ts';
import { ImportReport } from './photos.ts';
import { SheetDraft } from './products.ts';
import { WatchedFolder } from './watching.ts';
import { command, defineFeature, query } from './define.ts';

export const MediaVariant = z.enum(['thumb', 'preview', 'mask', 'off-white']);
export type MediaVariant = z.infer<typeof MediaVariant>;

/** A photo of the catalogue, what staff approved where that is another picture by now, or a fixed copy. */
export const MediaKind = z.enum(['photo', 'approved', 'fix']);
export type MediaKind = z.infer<typeof MediaKind>;

/**
 * Calls between the desktop host and the engine alone. The bridge does not carry them: a window can
 * neither name a path nor learn one through these.
 */
export const internal = defineFeature({
  calls: {
    /** absolute paths of files and folders that a person dropped or chose */
    importPaths: command({ input: z.object({ paths: z.array(z.string()).min(1).max(100_000) }), output: ImportReport }),
    /** absolute path of a table of products that a person dropped or chose */
    openSheet: command({ input: z.object({ path: z.string() }), output: SheetDraft }),
    /** absolute path of a folder that a person chose to be watched */
    watchFolder: command({ input: z.object({ path: z.string().min(1) }), output: WatchedFolder }),
    /** absolute path of the folder in which a table's pictures lie */
    setPictureFolder: command({ input: z.object({ draftId: z.string(), folder: z.string() }), output: SheetDraft }),
    /** null where the photo or that picture of it does not exist */
    media: query({
      input: z.object({ kind: MediaKind, id: z.string(), variant: MediaVariant }),
      output: z.object({ path: z.string(), mime: z.string() }).nullable(),
    }),
    originalPath: query({ input: z.object({ id: z.string() }), output: z.object({ path: z.string() }).nullable() }),
    /** where a fixed copy lies; null where there is none */
    fixedPath: query({ input: z.object({ id: z.string() }), output: z.object({ path: z.string() }).nullable() }),
    /** writes accepted copies into a new folder in one that a person chose; null ids = all there are */
    exportFixes: command({
      input: z.object({ folder: z.string(), ids: z.array(z.string()).nullable() }),
      output: z.object({ folder: z.string(), written: z.number(), stale: z.number(), failed: z.number() }),
    }),
    /** begins to write photos down at an absolute path: a file to be replaced, or the folder that a new one is made in */
    exportPhotos: command({ roles: ['merchandiser', 'viewer'], input: ExportOrder.extend({ path: z.string().min(1) }), output: z.object({ jobId: z.string(), photos: z.number() }) }),
    /** where such a job writes; null where there is none */
    exportPath: query({ input: z.object({ jobId: z.string() }), output: z.object({ path: z.string() }).nullable() }),
    /** addresses that the packs of this shop name beside those of the console's */
    ownPages: query({ input: z.object({}), output: z.array(z.string()) }),
    /** clean close: backup, checkpoint, then the host ends the process */
    close: command({ input: z.object({}), output: z.object({}) }),
  },
  events: {},
});
