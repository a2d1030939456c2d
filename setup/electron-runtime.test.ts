import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveElectron } from './electron-runtime.mjs';

const executable = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform as string] ?? 'electron';
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'vitrine-electron-'));

function dist(at: string, version = '45.4.1'): string {
  mkdirSync(path.dirname(path.join(at, executable)), { recursive: true });
  writeFileSync(path.join(at, executable), '');
  writeFileSync(path.join(at, 'version'), `v${version}\n`);
  return at;
}

/** A project whose electron package was installed without its binary, and whose installer says `installer`. */
function project(installer = 'process.exit(1)'): string {
  const root = folder();
  mkdirSync(path.join(root, 'node_modules', 'electron'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules', 'electron', 'install.js'), installer);
  return root;
}

describe('resolveElectron', () => {
  it('takes the folder that ELECTRON_OVERRIDE_DIST_PATH names before all else', async () => {
    const override = dist(folder(), '46.0.0');
    expect(await resolveElectron(project(), { ELECTRON_OVERRIDE_DIST_PATH: override })).toMatchObject({ dist: override, version: '46.0.0', source: 'override' });
  });

  it('says so where that folder holds no Electron', async () => {
    await expect(resolveElectron(project(), { ELECTRON_OVERRIDE_DIST_PATH: folder() })).rejects.toThrow('holds no Electron');
  });

  it("takes the npm package's own once its installer has finished", async () => {
    const root = project();
    const own = dist(path.join(root, 'node_modules', 'electron', 'dist'));
    writeFileSync(path.join(root, 'node_modules', 'electron', 'path.txt'), executable);
    expect(await resolveElectron(root, { VITRINE_CACHE: folder() })).toMatchObject({ dist: own, source: 'npm' });
  });

  // The fallback is for Linux on x64 alone.
  it.runIf(process.platform === 'linux' && process.arch === 'x64')('does not try a failed download again within the hour, and uses the fallback that is there', async () => {
    const cache = folder();
    const tried = path.join(cache, 'tried');
    const root = project(`require('fs').appendFileSync(${JSON.stringify(tried)}, 'x'); process.exit(1)`);
    dist(path.join(cache, 'electron-33.2.1-fallback'), '33.2.1');
    const env = { VITRINE_CACHE: cache };
    expect(await resolveElectron(root, env)).toMatchObject({ version: '33.2.1', source: 'fallback' });
    expect(await resolveElectron(root, env)).toMatchObject({ source: 'fallback' });
    expect(readFileSync(tried, 'utf8')).toBe('x');
  });
});
