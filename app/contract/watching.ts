import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';

/** Why a watched folder cannot be looked through; each has a sentence and a remedy in the locale files. */
export const folderProblems = [
  /** not there: deleted, renamed, or on a drive that is not plugged in */
  'gone',
  /** there and empty, on another disk than before: the place where a drive is plugged in */
  'unplugged',
  'not-allowed',
  /** detail says why */
  'not-readable',
] as const;

/** A folder whose pictures are kept in step with the catalogue. */
export const WatchedFolder = z.object({
  id: z.string(),
  path: z.string(),
  state: z.enum(['looking', 'watching', 'paused', 'problem']),
  problem: z.object({ code: z.enum(folderProblems), detail: z.string() }).nullable(),
  /** of the last look that came to its end */
  lookedAt: z.number().nullable(),
  /** there at that look */
  pictures: z.number(),
  /** photos of the catalogue that were there and are not */
  missing: z.number(),
  /** files that are still being written, or wait for a check under way */
  unsettled: z.number(),
  /** folders in it that could not be read */
  unreadable: z.number(),
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

const Id = z.object({ id: z.string() });

export const watching = defineFeature({
  calls: {
    /** in the order of adding */
    list: query({ input: z.object({}), output: z.array(WatchedFolder) }),
    /** folders that photos came from and that are not watched, those with the most photos first */
    suggestions: query({ input: z.object({}), output: z.array(z.object({ path: z.string(), photoId: z.string(), photos: z.number() })) }),
    /** opens the system's dialog; null where the person thought better of it */
    choose: command({ where: 'host', input: z.object({}), output: WatchedFolder.nullable() }),
    /** the folder in which a photo lies */
    watchFolderOf: command({ input: z.object({ photoId: z.string() }), output: WatchedFolder }),
    pause: command({ input: Id, output: WatchedFolder }),
    resume: command({ input: Id, output: WatchedFolder }),
    /** watches it no longer; its photos stay in the catalogue */
    remove: command({ input: Id, output: z.object({}) }),
    restore: command({ input: Id, output: WatchedFolder }),
    /** looks through a folder now, or through all of them */
    look: command({ input: z.object({ id: z.string().nullable() }), output: z.object({}) }),
  },
  events: { changed: z.object({}) },
});
