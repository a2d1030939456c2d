import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createWords, type Words } from '../../../../app/photo-check/words/words.ts';
import { useFormat } from '../../../i18n/index.ts';
import { useChannelNames } from '../../../shell/channel-names.tsx';

export { createWords, personText, type ChannelChoice, type Say, type Words } from '../../../../app/photo-check/words/words.ts';

/** The words of the language on screen; the same object until the language or the names of channels change. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('photos');
  const format = useFormat();
  const { short } = useChannelNames();
  return useMemo(() => createWords((key, values) => t(key, { ...values }), format, i18n.language, short), [t, format, i18n.language, short]);
}
