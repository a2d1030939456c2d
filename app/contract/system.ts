import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';

export const EngineState = z.object({
  state: z.enum(['starting', 'ready', 'restarting', 'stopped']),
  /** restarts in the last minute; past the budget the state is 'stopped' and the recovery screen shows */
  restarts: z.number(),
  /** why it is not ready, as an error code of the locale files */
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).default({}), detail: z.string().nullable() }).nullable(),
});
export type EngineState = z.infer<typeof EngineState>;

export const Storage = z.object({
  path: z.string(),
  schemaVersion: z.number(),
  databaseBytes: z.number(),
  picturesBytes: z.number(),
  freeBytes: z.number().nullable(),
  check: z.enum(['ok', 'failed', 'pending']),
  /** the record of who did what: 'broken' where a row was changed, removed or put in between behind the console's back */
  audit: z.enum(['ok', 'broken', 'pending']),
  lastBackupAt: z.number().nullable(),
  /** staff actions the platform has not seen yet */
  pendingEvents: z.number(),
});

export const system = defineFeature({
  calls: {
    storage: query({ input: z.object({}), output: Storage }),
    backup: command({ roles: [], input: z.object({}), output: Storage }),
    /** hidden behind the recovery screen: start the engine again, budget renewed */
    restartEngine: command({ where: 'host', roles: ['merchandiser', 'service', 'security', 'viewer'], input: z.object({}), output: z.object({}) }),
    engine: query({ where: 'host', input: z.object({}), output: EngineState }),
    about: query({
      where: 'host',
      input: z.object({}),
      output: z.object({
        version: z.string(),
        electron: z.string(),
        /** 'npm', 'override' or 'fallback': where that Electron came from */
        electronSource: z.string(),
        chromium: z.string(),
        node: z.string(),
        engineNode: z.string(),
        platform: z.string(),
        locale: z.string(),
      }),
    }),
    revealData: command({ where: 'host', roles: ['viewer', 'merchandiser'], input: z.object({}), output: z.object({}) }),
  },
  events: { engine: EngineState },
});
