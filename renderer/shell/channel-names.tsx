import { createContext, use, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isBuiltIn, type ChannelId } from '../../app/photo-check/types.ts';
import { nameIn } from '../../app/photo-check/words/words.ts';
import { useCall } from '../bridge/index.ts';

/** What channels are called in the language on screen. */
export interface ChannelNames {
  /** Amazon */
  readonly short: (id: ChannelId) => string;
  /** Amazon main image */
  readonly full: (id: ChannelId) => string;
}

const ChannelNamesContext = createContext<ChannelNames | null>(null);

/** The same object until the language or the shop's own channels change. */
export function useChannelNames(): ChannelNames {
  const names = use(ChannelNamesContext);
  if (!names) throw new Error('useChannelNames needs a ChannelNamesProvider above it');
  return names;
}

/** Knows the names of the channels that come with the console and of the shop's own; an unknown one is called by its id. */
export function ChannelNamesProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const channels = useCall('photos.channels', {}).data;
  const names = useMemo((): ChannelNames => {
    const own = new Map(channels?.flatMap(({ id, name }) => (name === null ? [] : [[id, nameIn(name, language)] as const])));
    const named = (form: 'short' | 'full') => (id: ChannelId): string => {
      if (!isBuiltIn(id)) return own.get(id) ?? id;
      return form === 'short' ? t(`rules:channels.${id}.short`) : t(`rules:channels.${id}.name`);
    };
    return { short: named('short'), full: named('full') };
  }, [channels, language, t]);
  return <ChannelNamesContext value={names}>{children}</ChannelNamesContext>;
}
