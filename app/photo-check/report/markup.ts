const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Characters that no HTML document may hold, and those that turn the direction of what follows. */
const unwelcome = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Text as HTML shows it, between tags and in quoted attributes alike. */
export const escapeText = (text: string): string => text.replaceAll(unwelcome, '\uFFFD').replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

/** Markup that was put together by `html` alone, so that nothing of others is in it unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | null | readonly Part[];

function markupOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return part.map(markupOf).join('');
}

/** A template of HTML: whatever is filled in is escaped, unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((text, index) => text + markupOf(parts[index] ?? null)).join(''));

/** An address that a report may link to: web pages alone. Null for anything else. */
export const webAddress = (url: string): string | null => (/^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url : null);

/** A picture that a report may show: one that is in it. Null for anything else. */
export const ownPicture = (address: string | null): string | null => (address !== null && /^data:image\/(?:webp|jpeg|png);base64,[A-Za-z0-9+/]+=*$/.test(address) ? address : null);
