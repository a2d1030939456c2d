import { createInstance, type i18n as I18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, type Language } from './languages.ts';

const files = import.meta.glob<Record<string, unknown>>('../../assets/locales/*/*.json', { eager: true, import: 'default' });

/** locale → namespace (= file name) → texts */
const resources: Resource = {};
for (const [path, texts] of Object.entries(files)) {
  const [locale, namespace] = path.split('/').slice(-2) as [string, string];
  (resources[locale] ??= {})[namespace.replace('.json', '')] = texts as Resource[string][string];
}

/** An instance of its own for each window and each test; all texts are in the bundle, so it is ready at once. */
export function createI18n(language: Language): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: languages,
    resources,
    ns: Object.keys(resources['en'] ?? {}),
    defaultNS: 'shell',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
