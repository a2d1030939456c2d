import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';

export const sample = defineFeature({
  calls: {
    state: query({ input: z.object({}), output: z.object({ installed: z.boolean(), products: z.number(), photos: z.number() }) }),
    install: command({ input: z.object({}), output: z.object({ jobId: z.string().nullable(), photos: z.number() }) }),
    remove: command({ input: z.object({}), output: z.object({ removed: z.number() }) }),
  },
  events: {},
});
