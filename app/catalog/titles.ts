import type { Titles } from './types.ts';

/** The title in a language, else in the other one; null where there is none. */
export const titleIn = (titles: Titles, language: string): string | null =>
  language === 'zh-CN' ? (titles['zh-CN'] ?? titles.en) : (titles.en ?? titles['zh-CN']);
