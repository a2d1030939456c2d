import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheDir } from './cache-dir.mjs';

describe('cacheDir', () => {
  it('is what VITRINE_CACHE says, on every system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      expect(cacheDir({ VITRINE_CACHE: '/shop/cache', XDG_CACHE_HOME: '/x' }, platform)).toBe('/shop/cache');
    }
  });

  it("is each system's place for caches otherwise", () => {
    expect(cacheDir({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/vitrine');
    expect(cacheDir({}, 'linux')).toBe(path.join(homedir(), '.cache', 'vitrine'));
    expect(cacheDir({}, 'darwin')).toBe(path.join(homedir(), 'Library', 'Caches', 'vitrine'));
    expect(cacheDir({ LOCALAPPDATA: '/local' }, 'win32')).toBe(path.join('/local', 'vitrine', 'cache'));
  });
});
