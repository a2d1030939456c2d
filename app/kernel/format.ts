export interface Format {
  /** 1,234.5 */
  number(value: number, maximumFractionDigits?: number): string;
  /** £14.50 · JP¥1,200; a code that is none of ISO 4217 stands behind the number: 14.5 points */
  money(amount: number, currency: string): string;
  /** .853 → 85.3% */
  percent(share: number, maximumFractionDigits?: number): string;
  /** 1,536 → 1.5 KB (1 KB = 1,024 bytes) */
  bytes(value: number): string;
  /** milliseconds of a measurement: 4.9 ms, 286 ms */
  milliseconds(value: number): string;
  /** how long still, in the two largest units: 2m 5s · 2分钟5秒 */
  duration(milliseconds: number): string;
  /** day and time, 24-hour: 23 Nov 2026, 14:05 · 2026年11月23日 14:05 */
  dateTime(epochMs: number): string;
  /** 23 Nov 2026 · 2026年11月23日, from epoch milliseconds or an ISO day */
  date(at: number | string): string;
  /** version of a channel pack: 23 Nov 2026, the third of a day 23 Nov 2026 (3) */
  packVersion(version: string): string;
  /** Monday 23 November 2026 · 2026年11月23日星期一 */
  weekday(epochMs: number): string;
  /** 3 minutes ago; falls back to the date after a week */
  ago(epochMs: number, now?: number): string;
  /** Amazon, eBay and Etsy · Amazon、eBay和Etsy */
  list(items: readonly string[]): string;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const agoSteps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Numbers, units, dates and lists as `locale` writes them. English dates are written day first, as in the texts. */
export function createFormat(locale: string): Format {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const day = new Intl.DateTimeFormat(tag, { year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric' });
  // An ISO day is that day everywhere, also west of Greenwich.
  const isoDay = new Intl.DateTimeFormat(tag, { year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const numerals = new Map<string, Intl.NumberFormat>();
  const numeral = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const known = numerals.get(key) ?? new Intl.NumberFormat(tag, options);
    numerals.set(key, known);
    return known.format(value);
  };
  const unit = (value: number, name: string, digits: number, unitDisplay: 'short' | 'narrow' = 'short'): string =>
    numeral(value, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits });
  const date = (at: number | string): string => (typeof at === 'string' ? isoDay : day).format(new Date(at));
  const dateTime = (at: number): string => `${date(at)}${locale === 'en' ? ', ' : ' '}${time.format(at)}`;

  return {
    number: (value, digits = 1) => numeral(value, { maximumFractionDigits: digits }),
    money: (amount, currency) =>
      /^[A-Z]{3}$/.test(currency) ? numeral(amount, { style: 'currency', currency }) : `${numeral(amount, { maximumFractionDigits: 2 })} ${currency}`,
    percent: (share, digits = 1) => numeral(share, { style: 'percent', maximumFractionDigits: digits }),
    bytes(value) {
      const step = value > 0 ? Math.min(Math.floor(Math.log(value) / Math.log(1024)), byteUnits.length - 1) : 0;
      const name = byteUnits[step] ?? 'byte';
      return unit(value / 1024 ** step, name, step > 0 && value / 1024 ** step < 100 ? 1 : 0);
    },
    milliseconds: (value) => `${numeral(value, { maximumFractionDigits: value < 10 ? 1 : 0 })} ms`,
    duration(milliseconds) {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      const parts: [number, string][] = [
        [Math.floor(seconds / 3600), 'hour'],
        [Math.floor((seconds % 3600) / 60), 'minute'],
        [seconds % 60, 'second'],
      ];
      const from = parts.findIndex(([amount]) => amount > 0);
      return parts
        .slice(from, from + 2)
        .filter(([amount]) => amount > 0)
        .map(([amount, name]) => unit(amount, name, 0, 'narrow'))
        .join(locale === 'en' ? ' ' : '');
    },
    dateTime,
    date,
    packVersion(version) {
      const [day = '', number] = version.split('.');
      if (number === undefined) return date(day);
      return locale === 'en' ? `${date(day)} (${number})` : `${date(day)}（${number}）`;
    },
    weekday: (at) => new Intl.DateTimeFormat(tag, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }).format(at),
    ago(at, now = Date.now()) {
      const elapsed = now - at;
      if (elapsed > 7 * 86_400_000) return date(at);
      for (const [name, size] of agoSteps) if (elapsed >= size) return relative.format(-Math.floor(elapsed / size), name);
      return relative.format(0, 'minute');
    },
    list: (items) => conjunction.format(items),
  };
}
