import { z } from 'zod';
import { builtInChannelIds, ChannelId } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

const fields = {
  /** null = as the system */
  language: z.enum(['en', 'zh-CN']).nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['compact', 'comfortable']),
  pictureBackground: z.enum(['grey', 'white', 'black', 'checker']),
  railOpen: z.boolean(),
  /** the channels this shop sells on */
  channels: z.array(ChannelId).min(1),
  /** set once the first-run page was answered */
  welcomed: z.boolean(),
};

export const Settings = z.object({
  language: fields.language.default(null),
  theme: fields.theme.default('system'),
  density: fields.density.default('compact'),
  pictureBackground: fields.pictureBackground.default('grey'),
  railOpen: fields.railOpen.default(false),
  channels: fields.channels.default([...builtInChannelIds]),
  welcomed: fields.welcomed.default(false),
});
export type Settings = z.infer<typeof Settings>;

/** Some settings. Not `Settings.partial()`: that fills in the defaults, and a change of one setting would reset all others. */
export const SettingsChange = z.object(fields).partial();

export const settings = defineFeature({
  calls: {
    get: query({ input: z.object({}), output: Settings }),
    set: command({ roles: ['merchandiser', 'service', 'security', 'viewer'], input: SettingsChange, output: Settings }),
  },
  events: { changed: Settings },
});
