import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, type SourceFile } from './imports.ts';
import { arrows, bannedIn, brokenArrows, cycles } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = sourceFiles(root, ['app', 'assets', 'main', 'models', 'renderer', 'setup', 'tests'].filter((folder) => existsSync(`${root}/${folder}`)));
const product = files.filter(({ path }) => !path.startsWith('tests/architecture/'));
const imports = product.flatMap(importsOf);

describe('the house', () => {
  it('is read whole', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'app/contract/photos.ts', to: 'app/photo-check/types.ts', kind: 'file', typeOnly: false });
    expect(imports.filter(({ kind, to }) => kind === 'file' && !existsSync(`${root}/${to}`)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no arrow against its plan', () => expect(brokenArrows(imports)).toEqual([]));
  it('has no imports in a ring', () => expect(cycles(imports)).toEqual([]));
  it('has no long file, no any, no silenced check, no unfinished work', () => expect(product.flatMap(bannedIn)).toEqual([]));
});

/** Breaks as text, kept apart so that this file does not break the house itself. */
const planted: readonly (readonly [path: string, text: string, complaint: string])[] = [
  ['app/photo-check/a.ts', `import { join } from 'node:path';`, 'app uses no package but zod'],
  ['app/photo-check/a.ts', `import type { Store } from '../../main/store/index.ts';`, 'app imports only app'],
  ['models/a.ts', `export { open } from '../main/store/open.ts';`, 'models imports only'],
  ['main/store/a.ts', `const page = import('../../renderer/shell/app.tsx');`, 'nothing but the window imports renderer'],
  ['main/media/a.ts', `import { start } from '../start/index.ts';`, 'only main/start imports main/start'],
  ['main/cli/a.ts', `import { router } from '../engine/router.ts';`, 'only main/engine imports main/engine'],
  ['main/store/a.ts', `new Worker(new URL('../engine/jobs/run.ts', import.meta.url));`, 'only main/engine imports main/engine'],
  ['main/engine/a.ts', `import { app } from 'electron';`, 'only main/start and main/preload use Electron'],
  ['main/preload/a.ts', `import { readFileSync } from 'node:fs';`, 'preload knows the contract'],
  ['renderer/shell/a.tsx', `import {\n  judge,\n} from '../../app/photo-check/judge.ts';`, 'renderer runs of app only the contract'],
  ['renderer/shell/a.tsx', `import fs from 'node:fs';`, 'renderer uses neither Node nor Electron'],
  ['renderer/shell/a.tsx', `import type { Model } from '../../models/index.ts';`, 'renderer imports only'],
  ['renderer/features/today/a.tsx', `import { Grid } from '../photo-check/grid.tsx';`, 'one feature reaches another'],
  ['app/risk/a.ts', `import { mean } from '../photo-check/measure/mean.ts';`, 'one feature reaches another'],
  ['assets/sample-shop/a.ts', `import { sniff } from '../../main/media/sniff.ts';`, 'assets imports only'],
];

describe('a planted arrow', () => {
  it.each(planted)('in %s is found: %s', (path, text, complaint) => {
    expect(brokenArrows(importsOf({ path, text })).join('\n')).toContain(complaint);
  });

  it('is planted against every arrow', () => {
    const complaints = planted.flatMap(([path, text]) => brokenArrows(importsOf({ path, text })));
    expect(arrows.map(({ says }) => says).filter((says) => !complaints.some((complaint) => complaint.startsWith(says)))).toEqual([]);
  });

  it.each([
    ['app/a.ts', `import { z } from 'zod';\nimport { ok } from './kernel/result.ts';`],
    ['renderer/shell/a.tsx', `import type { Judge } from '../../app/photo-check/judge.ts';\nimport { contract } from '../../app/contract/index.ts';`],
    ['main/cli/a.ts', `import { openPhotoWorkers } from '../engine/workers/index.ts';`],
    ['app/photo-check/a.ts', `// import { x } from 'electron';\nexport const text = 1; /* import 'node:fs' */`],
    ['app/photo-check/a.test.ts', `import { readFileSync } from 'node:fs';`],
  ])('that follows the plan in %s is let through', (path, text) => {
    expect(brokenArrows(importsOf({ path, text }))).toEqual([]);
  });
});

describe('a planted fault', () => {
  const file = (text: string): SourceFile => ({ path: 'app/a.ts', text });
  const silenced = ['@ts', 'ignore'].join('-');
  it.each([
    ['a type', 'const a: any = 1;', 'any'],
    ['an assertion', 'const a = b as any;', 'any'],
    ['a type argument', 'new Map<string, any>()', 'any'],
    ['a silenced check', `// ${silenced}`, 'a silenced check'],
    ['a note to self', `// ${'TO'}DO later`, 'unfinished work'],
    ['a long file', 'x;\n'.repeat(351), '351 lines'],
  ])('%s is found', (_, text, what) => expect(bannedIn(file(text)).join()).toContain(what));

  it('words are no types', () => expect(bannedIn(file(`/** any picture: any */ const s = 'as any'; list.any();`))).toEqual([]));
  it('a ring is found', () => {
    const ring = [...importsOf({ path: 'app/a.ts', text: `import { b } from './b.ts';` }), ...importsOf({ path: 'app/b.ts', text: `import { a } from './a.ts';` })];
    expect(cycles(ring)).toEqual(['app/a.ts → app/b.ts → app/a.ts']);
  });
});
