import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';
import { PhotoFilter } from './photos.ts';

/** One way to look at the photos: which ones, in which order, and whether by rule. */
export const DeskView = PhotoFilter.extend({ group: z.enum(['none', 'rule']).default('none') });
export type DeskView = z.infer<typeof DeskView>;

export const viewNameLength = 60;
const Name = z.string().trim().min(1).max(viewNameLength);
const Id = z.object({ id: z.string() });

/** A view that a person gave a name. */
export const SavedView = z.object({ id: z.string(), name: Name, view: DeskView });
export type SavedView = z.infer<typeof SavedView>;

export const views = defineFeature({
  calls: {
    /** in the order of saving */
    list: query({ input: z.object({}), output: z.array(SavedView) }),
    save: command({ input: z.object({ name: Name, view: DeskView }), output: SavedView }),
    rename: command({ input: z.object({ id: z.string(), name: Name }), output: SavedView }),
    /** what it shows from now on */
    replace: command({ input: z.object({ id: z.string(), view: DeskView }), output: SavedView }),
    remove: command({ input: Id, output: z.object({}) }),
    /** brings a removed one back to its place */
    restore: command({ input: Id, output: SavedView }),
  },
  events: { changed: z.object({}) },
});
