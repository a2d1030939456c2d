import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';
import { ExportWhat } from './exports.ts';

export const JobState = z.enum(['queued', 'running', 'paused', 'cancelled', 'done', 'failed']);

/** What a job is about, for a person to know it again. */
export const JobSubject = z.object({
  /** of its first item: a file, or what is learnt */
  name: z.string(),
  /** in which the first photo lies */
  folder: z.string().nullable(),
  /** null = as many as there are items */
  photos: z.number().nullable(),
  /** the kind and the name of what it writes; null where it writes nothing */
  writes: z.object({ what: ExportWhat, target: z.string() }).nullable(),
});
export type JobSubject = z.infer<typeof JobSubject>;

export const JobRow = z.object({
  id: z.string(),
  /** e.g. 'photos.check'; names itself in the locale files */
  kind: z.string(),
  /** null where it has nothing to do */
  about: JobSubject.nullable(),
  state: JobState,
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  /** the first items that failed, by name */
  stumbled: z.array(z.string()),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  /** milliseconds still to go by the pace of the last items; null while unknown */
  etaMs: z.number().nullable(),
  /** items a second, lately */
  rate: z.number().nullable(),
  /** times it was taken up again after the engine had stopped */
  resumed: z.number(),
  /** why it paused or failed by itself, e.g. 'disk-full': `code` as of errors; null where a person did it */
  reason: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type JobRow = z.infer<typeof JobRow>;

const Id = z.object({ id: z.string() });

export const jobs = defineFeature({
  calls: {
    list: query({ input: z.object({}), output: z.array(JobRow) }),
    problems: query({
      input: Id,
      output: z.array(z.object({ item: z.string(), name: z.string(), code: z.string(), message: z.string(), attempts: z.number() })),
    }),
    pause: command({ input: Id, output: JobRow }),
    resume: command({ input: Id, output: JobRow }),
    cancel: command({ input: Id, output: JobRow }),
    retryFailed: command({ input: Id, output: JobRow }),
    /** takes ended jobs off the list */
    clear: command({ input: z.object({}), output: z.object({ cleared: z.number() }) }),
  },
  events: { changed: JobRow },
});
