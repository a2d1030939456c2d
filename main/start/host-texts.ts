import en from '../../assets/locales/en/host.json' with { type: 'json' };
import zhCN from '../../assets/locales/zh-CN/host.json' with { type: 'json' };

/** What the host itself says: menus and dialogs. */
export type HostTexts = Readonly<Record<keyof typeof en, string>>;

/**
 * @param language what the settings say; null = as the system
 * @param systemLocale BCP 47, e.g. 'zh-Hans-CN'
 */
export function hostTexts(language: 'en' | 'zh-CN' | null, systemLocale: string): HostTexts {
  const chinese = language === null ? systemLocale.toLowerCase().startsWith('zh') : language === 'zh-CN';
  return chinese ? zhCN : en;
}
