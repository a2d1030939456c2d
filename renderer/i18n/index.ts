export { dayOf, daysUntil } from './days.ts';
export { createI18n } from './create-i18n.ts';
export { useFormat, type Format } from './format.ts';
export { languageFor, languages, type Language } from './languages.ts';
