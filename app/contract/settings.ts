import { z } from 'zod';
import { ChannelId, channelIds } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

export const Settings = z.object({
  /** null = as the system */
  language: z.enum(['en', 'zh-CN']).nullable().default(null),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  density: z.enum(['compact', 'comfortable']).default('compact'),
  pictureBackground: z.enum(['grey', 'white', 'black', 'checker']).default('grey'),
  railOpen: z.boolean().default(false),
  /** the channels this shop sells on */
  channels: z.array(ChannelId).min(1).default([...channelIds]),
  /** set once the first-run page was answered */
  welcomed: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;

export const settings = defineFeature({
  calls: {
    get: query({ input: z.object({}), output: Settings }),
    set: command({ roles: ['merchandiser', 'service', 'security', 'viewer'], input: Settings.partial(), output: Settings }),
  },
  events: { changed: Settings },
});
