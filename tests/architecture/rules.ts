import { isTest, withoutComments, type Import, type SourceFile } from './imports.ts';

/** One arrow that the house forbids. `broken` says whether an import goes against it. */
interface Arrow {
  readonly says: string;
  readonly broken: (arrow: Import) => boolean;
}

const inside = (path: string, ...folders: readonly string[]): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const toFile = ({ kind }: Import): boolean => kind === 'file';

/** The room's arrows to files lead only into these folders. */
const leadsOnlyInto = (room: string, folders: readonly string[]): Arrow => ({
  says: `${room} imports only ${folders.join(', ')}`,
  broken: (arrow) => inside(arrow.from, room) && toFile(arrow) && !inside(arrow.to, ...folders),
});

const featureOf = (path: string): string | null => {
  const match = /^(app|renderer\/features|main\/engine\/features)\/([^/]+)\//.exec(path);
  return match && !['app/kernel', 'app/contract'].includes(`${match[1]}/${match[2]}`) ? `${match[1]}/${match[2]}` : null;
};

/** What of `app` the window may run: the contract, and helpers that need nothing but numbers and strings. */
const helpersForTheWindow = ['app/contract', 'app/kernel', 'app/photo-check/types.ts', 'app/photo-check/waivers.ts', 'app/photo-check/words', 'app/catalog/titles.ts'];

export const arrows: readonly Arrow[] = [
  leadsOnlyInto('app', ['app']),
  {
    says: 'app uses no package but zod',
    broken: ({ from, to, kind }) => inside(from, 'app') && kind === 'package' && to !== 'zod',
  },
  leadsOnlyInto('models', ['models', 'app']),
  leadsOnlyInto('main', ['main', 'models', 'app', 'assets', 'setup', 'package.json']),
  leadsOnlyInto('assets', ['assets', 'app']),
  leadsOnlyInto('renderer', ['renderer', 'app', 'assets/locales']),
  {
    says: 'renderer runs of app only the contract and small pure helpers; the rest it may name as types',
    broken: (arrow) => inside(arrow.from, 'renderer') && toFile(arrow) && !arrow.typeOnly && inside(arrow.to, 'app') && !inside(arrow.to, ...helpersForTheWindow),
  },
  {
    says: 'renderer uses neither Node nor Electron',
    broken: ({ from, to, kind }) => inside(from, 'renderer') && kind === 'package' && (to.startsWith('node:') || to === 'electron'),
  },
  {
    says: 'nothing but the window imports renderer',
    broken: (arrow) => !inside(arrow.from, 'renderer') && toFile(arrow) && inside(arrow.to, 'renderer'),
  },
  {
    says: 'only main/start imports main/start',
    broken: (arrow) => !inside(arrow.from, 'main/start') && toFile(arrow) && inside(arrow.to, 'main/start'),
  },
  {
    says: 'only main/engine imports main/engine; the command line takes its workers through their index.ts',
    broken: ({ from, to }) => !inside(from, 'main/engine') && inside(to, 'main/engine') && !(inside(from, 'main/cli') && to === 'main/engine/workers/index.ts'),
  },
  {
    says: 'preload knows the contract and its own folder, and Electron',
    broken: ({ from, to, kind }) => inside(from, 'main/preload') && (kind === 'file' ? !inside(to, 'main/preload', 'app/contract') : to !== 'electron'),
  },
  {
    says: 'only main/start and main/preload use Electron',
    broken: ({ from, to, kind }) => kind === 'package' && to === 'electron' && !inside(from, 'main/start', 'main/preload'),
  },
  {
    says: 'one feature reaches another only through its index.ts',
    broken: ({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== null && other !== null && own !== other && own.split('/')[0] === other.split('/')[0] && to !== `${other}/index.ts`;
    },
  },
];

/** Every import that goes against an arrow, as `rule: from → to`. Tests may reach for what they test. */
export function brokenArrows(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from }) => !isTest(from))
    .flatMap((arrow) => arrows.filter(({ broken }) => broken(arrow)).map(({ says }) => `${says}: ${arrow.from} → ${arrow.to}`));
}

const longestFile = 350;
const banned: readonly (readonly [says: string, pattern: RegExp, where: 'code' | 'text'])[] = [
  ['any', /(?:[:<|&,(]\s*|\bas\s+|\bextends\s+|=\s*)any\b(?!\s*[(:'.])/, 'code'],
  ['a silenced check', /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint)-disable/, 'text'],
  ['unfinished work', /\b(?:TODO|FIXME|XXX)\b/, 'text'],
];

/** What a file holds that the house bans, as `path: what`. */
export function bannedIn({ path, text }: SourceFile): string[] {
  const code = withoutComments(text).replace(/(["'`])(?:\\[\s\S]|(?!\1)[^\\])*?\1/g, '""');
  const found = banned.filter(([, pattern, where]) => pattern.test(where === 'code' ? code : text)).map(([says]) => `${path}: ${says}`);
  const lines = text.split('\n').length - 1;
  return lines > longestFile && !isTest(path) ? [...found, `${path}: ${lines} lines, more than ${longestFile}`] : found;
}

/** Rings of imports that need each other at run time, each as the files it goes through. */
export function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind, typeOnly } of imports) {
    if (kind === 'file' && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const rings: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      rings.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return rings;
}
