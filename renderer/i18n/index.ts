export { dayOf, daysUntil } from './days.ts';
export { createI18n } from './create-i18n.ts';
export type { Format } from '../../app/kernel/format.ts';
export { useFormat } from './use-format.ts';
export { languageFor, languages, type Language } from './languages.ts';
