/** Sources of the window, those of the console that write sentences, and the locale files, as text, and what can be read from them without a compiler. */
const rawSources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../app/photo-check/{words,report}/*.ts', '!../**/*.test.{ts,tsx}', '!../../app/**/*.test.ts', '!../dev/**', '!../testing/**'], { query: '?raw', import: 'default', eager: true });
const rawLocales = import.meta.glob<Record<string, unknown>>('../../assets/locales/*/*.json', { import: 'default', eager: true });

export const sources: readonly { readonly path: string; readonly text: string }[] = Object.entries(rawSources).map(([path, text]) => ({ path: path.replace(/^(\.\.\/)+/, ''), text }));

/** 'namespace:path.to.leaf' → text, of one language; a list counts as its items. */
export function leavesOf(language: string): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (prefix: string, node: unknown): void => {
    if (typeof node === 'string') leaves.set(prefix, node);
    else if (node && typeof node === 'object') for (const [key, child] of Object.entries(node)) walk(prefix.endsWith(':') ? prefix + key : `${prefix}.${key}`, child);
  };
  for (const [path, texts] of Object.entries(rawLocales)) {
    const [locale, file] = path.split('/').slice(-2);
    if (locale === language) walk(`${file?.replace('.json', '')}:`, texts);
  }
  return leaves;
}

const plural = /_(zero|one|two|few|many|other)$/;
/** A key without the ending of its plural form. */
export const stem = (key: string): string => key.replace(plural, '');

/** The desk of photos, and what writes its sentences elsewhere, write their keys without their namespace, through a `say` of their own. */
const folderNamespace = (path: string): string | null => (/^(features|app)\/photo-check\//.test(path) ? 'photos' : null);

export interface KeyUse {
  readonly path: string;
  readonly key: string;
  /** matches the leaves that this use can reach: computed parts match anything */
  readonly pattern: RegExp;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
// A key may also name a list, whose items follow.
const patternOf = (key: string): RegExp => new RegExp(`^${key.split(/\$\{[^}]*\}/).map(escape).join('.+')}(\\.\\d+)?$`);

/** Every key that the code names, literal or computed. */
export function keyUses(namespaces: readonly string[]): readonly KeyUse[] {
  const full = new RegExp(`(['"\`])((?:${namespaces.join('|')}):[^'"\`\\s]+)\\1`, 'g');
  const short = /\bsay\(\s*(['"`])([^'"`\s:]+)\1/g;
  return sources.flatMap(({ path, text }) => {
    const namespace = folderNamespace(path);
    const keys = [...text.matchAll(full)].map((match) => match[2] ?? '');
    if (namespace) keys.push(...[...text.matchAll(short)].map((match) => `${namespace}:${match[2]}`));
    return keys.map((key) => ({ path, key, pattern: patternOf(key) }));
  });
}

/** Keys that a folder with a namespace of its own may mean by any of its literals, e.g. in a table of words. */
export function looseUses(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path, text } of sources) {
    const namespace = folderNamespace(path);
    if (namespace) for (const match of text.matchAll(/(['"`])([\w.${}()-]+)\1/g)) found.add(`${namespace}:${match[2]}`);
  }
  return found;
}

/** Words written into TSX: text between tags, or in an attribute that people see or hear. */
export function writtenWords(text: string): readonly string[] {
  const between = [...text.matchAll(/>\s*([^<>{}=;()|&]*\p{L}[^<>{}=;()|&]*?)\s*<\//gu)].map((match) => match[1] ?? '');
  const attributes = [...text.matchAll(/\b(?:title|label|placeholder|aria-label|alt|description)="([^"]*\p{L}[^"]*)"/gu)].map((match) => match[1] ?? '');
  return [...between, ...attributes];
}
