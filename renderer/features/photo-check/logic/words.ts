import { useTranslation } from 'react-i18next';
import { createWords, type Say, type Words } from '../../../../app/photo-check/words/words.ts';
import { useFormat } from '../../../i18n/index.ts';
import { useChannelNames, type ChannelNames } from '../../../shell/channel-names.tsx';

export { createWords, personText, type ChannelChoice, type Say, type Words } from '../../../../app/photo-check/words/words.ts';

/** Looks up once each text that has no values: the grid says the same few dozen on thousands of tiles. */
function remembering(fill: Say): Say {
  const known = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return fill(key, values);
    const text = known.get(key) ?? fill(key);
    known.set(key, text);
    return text;
  };
}

/** One for each set of channel names, which is another one for another language. */
const known = new WeakMap<ChannelNames, Words>();

/** The words of the language on screen; the same object, for all who ask, until the language or the names of channels change. */
export function useWords(): Words {
  const { i18n } = useTranslation('photos');
  const format = useFormat();
  const names = useChannelNames();
  let words = known.get(names);
  if (words === undefined) {
    const t = i18n.getFixedT(i18n.language, 'photos');
    words = createWords(remembering((key, values) => t(key, { ...values })), format, i18n.language, names.short);
    known.set(names, words);
  }
  return words;
}
