import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from '../../app/kernel/format.ts';

const formats = new Map<string, Format>();

/** The one formatter of a language: making one takes longer than drawing the tile that asks for it. */
function formatOf(language: string): Format {
  const known = formats.get(language) ?? createFormat(language);
  formats.set(language, known);
  return known;
}

/** The formatter of the language on screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(i18n.language);
}
