export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The best of our languages for a BCP 47 tag of the system, e.g. 'zh-Hans-SG' → 'zh-CN'. */
export const languageFor = (locale: string): Language => (locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
