import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import of one file, whether of types or of values. */
export interface Import {
  /** repository path of the importing file, with forward slashes */
  readonly from: string;
  /** repository path of the imported file, or the package name (`node:fs`, `zod`, `@mantine/core`) */
  readonly to: string;
  readonly kind: 'file' | 'package';
  /** true where nothing is left of it at run time */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(['node_modules', 'out', 'release', '.git', '.cache', 'coverage']);

/** Every TypeScript and ES module source below the given folders of a repository, tests included. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries.flatMap((entry): SourceFile[] => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(root, [path]);
      return /\.(ts|tsx|mts|mjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
    });
  });
}

export const isTest = (path: string): boolean => /\.test\.tsx?$|(^|\/)(test-setup|testing)\b/.test(path) || path.startsWith('tests/');

/** `import … from`, `export … from` and `import '…'` at the start of a statement. */
const statement = /^[ \t]*(?:import|export)\s+(type\s)?(?:([^'"`;]*?)\sfrom\s*)?['"]([^'"]+)['"]/gm;
/** `import('…')` in code and in types. */
const inline = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g;
/** Scripts that are started rather than imported: `new URL('./worker.ts', import.meta.url)`. */
const started = /new URL\(\s*['"](\.[^'"]+\.m?ts)['"]\s*,\s*import\.meta\.url/g;

/**
 * The imports of a file, read from its text: dependency-cruiser needs the compiler's JavaScript API, which
 * TypeScript 7 does not have, and stripping types first would hide `import type`.
 */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const found: { readonly specifier: string; readonly typeOnly: boolean }[] = [];
  for (const [, type, names, specifier = ''] of code.matchAll(statement)) found.push({ specifier, typeOnly: type !== undefined || onlyTypes(names) });
  for (const [, type, specifier = ''] of code.matchAll(inline)) found.push({ specifier, typeOnly: type !== undefined });
  for (const [, specifier = ''] of code.matchAll(started)) found.push({ specifier, typeOnly: false });
  return found.map(({ specifier, typeOnly }) =>
    specifier.startsWith('.')
      ? { from: path, to: posix.normalize(posix.join(dirname(path), specifier)), kind: 'file', typeOnly }
      : { from: path, to: packageName(specifier), kind: 'package', typeOnly },
  );
}

/** `{ type A, type B }` leaves nothing behind either. */
function onlyTypes(names: string | undefined): boolean {
  const list = names && /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  return !!list && list.split(',').map((name) => name.trim()).filter(Boolean).every((name) => name.startsWith('type '));
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Blanks comments, and leaves strings and everything's line as it was. */
export function withoutComments(text: string): string {
  return text.replace(/(["'`])(?:\\[\s\S]|(?!\1)[^\\])*?\1|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match, quote: string | undefined) =>
    quote ? match : match.replace(/[^\n]/g, ' '),
  );
}
