import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelChoice, ChannelId, Verdict } from '../../../../app/photo-check/types.ts';
import { useFormat, type Format } from '../../../i18n/index.ts';
import { useChannelNames } from '../../../shell/channel-names.tsx';

export type { ChannelChoice } from '../../../../app/photo-check/types.ts';

/** A text of the photo namespace, with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** All that turns facts into sentences of the language on screen. */
export interface Words {
  readonly say: Say;
  readonly format: Format;
  /** Amazon; All channels */
  readonly channel: (choice: ChannelChoice) => string;
  /** Pass; Not judged where there is none */
  readonly verdict: (verdict: Verdict | null | undefined) => string;
  /** JPEG, PNG or GIF */
  readonly either: (items: readonly string[]) => string;
}

/** `channelName`: what a channel is called, in a word or two. */
export function createWords(say: Say, format: Format, language: string, channelName: (id: ChannelId) => string): Words {
  const disjunction = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' });
  return {
    say,
    format,
    channel: (choice) => (choice === 'all' ? say('channel.all') : channelName(choice)),
    verdict: (verdict) => {
      const name = verdict ?? 'none';
      return say(`rules:verdicts.${name}`);
    },
    either: (items) => disjunction.format(items),
  };
}

/** The words of the language on screen; the same object until the language or the names of channels change. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('photos');
  const format = useFormat();
  const { short } = useChannelNames();
  return useMemo(() => createWords((key, values) => t(key, { ...values }), format, i18n.language, short), [t, format, i18n.language, short]);
}
