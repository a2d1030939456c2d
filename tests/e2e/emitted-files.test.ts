import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const out = fileURLToPath(new URL('../../out', import.meta.url));
const read = (...parts: string[]): string => readFileSync(path.join(out, ...parts), 'utf8');
const requires = (source: string): string[] => [...source.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '');

describe('what the build leaves in out/', () => {
  it.each(['index.cjs', 'model-window.cjs'])('preload/%s stands alone: a sandboxed preload may require electron and nothing else', (file) => {
    const source = read('preload', file);
    expect(new Set(requires(source))).toEqual(new Set(['electron']));
    expect(source).not.toMatch(/\bimport\s*\(|^import\s/m);
  });

  it('preloads share no chunk', () => {
    expect(readdirSync(path.join(out, 'preload')).sort()).toEqual(['index.cjs', 'model-window.cjs']);
  });

  it('start/index.cjs needs electron and Node alone', () => {
    const own = requires(read('start', 'index.cjs')).filter((name) => name !== 'electron' && !builtinModules.includes(name.replace('node:', '')));
    expect(own).toEqual([]);
  });

  it('renderer/index.html has no inline script and asks nothing of the network', () => {
    const page = read('renderer', 'index.html');
    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts).not.toHaveLength(0);
    for (const [, attributes, body] of scripts) {
      expect(attributes).toContain('src="/assets/');
      expect(body?.trim()).toBe('');
    }
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\/[^"]/);
  });

  it('renderer pages name files that exist', () => {
    const files = new Set(readdirSync(path.join(out, 'renderer', 'assets')));
    const named = [...read('renderer', 'index.html').matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.filter((file) => !files.has(file))).toEqual([]);
  });
});
