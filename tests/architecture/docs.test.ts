import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundledManifest } from '../../models/manifest.ts';
import { ChannelPack, ruleIds } from '../../app/photo-check/index.ts';
import { rulesPage } from './rules-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', 'THIRD_PARTY.md'];

describe('the documentation', () => {
  it('of the rules is what the packs say', async () => {
    await expect(rulesPage()).toMatchFileSnapshot(`${root}/docs/rules.md`);
    for (const rule of ruleIds) expect(rulesPage()).toContain(`## ${rule}\n`);
  });

  it('of the format of packs is what the console reads', async () => {
    const schema = { title: 'A channel pack of Vitrine', ...z.toJSONSchema(ChannelPack, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`${root}/docs/pack.schema.json`);
  });

  it.each(pages)('%s points only to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    const paths = [...read(page).matchAll(/`((?:app|main|models|renderer|setup|assets|tests)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect([...links, ...paths].filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  });

  it.each(pages)('%s names only scripts that package.json has', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('names every model with its package and its licence, and says where that is in doubt', () => {
    const rows = read('THIRD_PARTY.md').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const found = bundledManifest.models.map(({ id }) => rows.find((cells) => cells[1] === id)?.slice(1, 5));
    const task = (id: string): string | undefined => rows.find((cells) => cells[1] === id)?.[2];
    expect(found).toEqual(
      bundledManifest.models.map(({ id, licence, package: { name, version } }) => [id, task(id), `${name} ${version}`, `${licence.spdx}${licence.flagged ? ', see note' : ''}`]),
    );
  });
});
