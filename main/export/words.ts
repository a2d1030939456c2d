import { createInstance } from 'i18next';
import enPhotos from '../../assets/locales/en/photos.json' with { type: 'json' };
import enReport from '../../assets/locales/en/report.json' with { type: 'json' };
import enRules from '../../assets/locales/en/rules.json' with { type: 'json' };
import enWaivers from '../../assets/locales/en/waivers.json' with { type: 'json' };
import zhPhotos from '../../assets/locales/zh-CN/photos.json' with { type: 'json' };
import zhReport from '../../assets/locales/zh-CN/report.json' with { type: 'json' };
import zhRules from '../../assets/locales/zh-CN/rules.json' with { type: 'json' };
import zhWaivers from '../../assets/locales/zh-CN/waivers.json' with { type: 'json' };
import { createFormat } from '../../app/kernel/format.ts';
import { isBuiltIn, type ChannelId, type ChannelName } from '../../app/photo-check/types.ts';
import { createWords, nameIn, type Words } from '../../app/photo-check/words/words.ts';

export type ReportLanguage = 'en' | 'zh-CN';

const resources = {
  en: { photos: enPhotos, report: enReport, rules: enRules, waivers: enWaivers },
  'zh-CN': { photos: zhPhotos, report: zhReport, rules: zhRules, waivers: zhWaivers },
};

/** The words of the window, for what is written without one. `ownName`: what the shop calls a channel of its own; null where it has none of that id. */
export function reportWords(language: ReportLanguage, ownName: (id: ChannelId) => ChannelName | null): Words {
  const i18n = createInstance();
  void i18n.init({ lng: language, fallbackLng: false, resources, ns: Object.keys(resources.en), defaultNS: 'photos', initAsync: false, interpolation: { escapeValue: false } });
  return createWords((key, values) => i18n.t(key, { ...values }), createFormat(language), language, (id) => {
    const own = isBuiltIn(id) ? null : ownName(id);
    if (own !== null) return nameIn(own, language);
    return isBuiltIn(id) ? i18n.t(`rules:channels.${id}.short`) : id;
  });
}
