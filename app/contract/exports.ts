import { z } from 'zod';
import { command, defineFeature } from './define.ts';
import { PhotoFilter } from './photos.ts';

/** A table for spreadsheets, a page with pictures, or folders with copies of what each channel accepts. */
export const ExportWhat = z.enum(['csv', 'report', 'folders']);
export type ExportWhat = z.infer<typeof ExportWhat>;

/** Which photos, and how they are written down. */
export const ExportOrder = z.object({
  what: ExportWhat,
  /** the photos that this shows, in its order */
  filter: PhotoFilter,
  /** of those, these alone; null = all */
  ids: z.array(z.string()).min(1).max(100_000).nullable(),
  /** folders: also what a channel accepts with warnings */
  warnings: z.boolean().default(false),
  /** folders: also what staff passed though the channel refuses it */
  refused: z.boolean().default(false),
  language: z.enum(['en', 'zh-CN']),
});
export type ExportOrder = z.infer<typeof ExportOrder>;

export const exports = defineFeature({
  calls: {
    /** opens the system's dialog for the place, then begins a job that writes there; null where the person thought better of it */
    choose: command({ where: 'host', roles: ['merchandiser', 'viewer'], input: ExportOrder, output: z.object({ jobId: z.string(), photos: z.number() }).nullable() }),
    /** shows what a job wrote in the system's file manager */
    reveal: command({ where: 'host', roles: ['merchandiser', 'viewer'], input: z.object({ jobId: z.string() }), output: z.object({}) }),
  },
  events: {},
});
