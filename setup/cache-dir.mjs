import os from 'node:os';
import path from 'node:path';

/**
 * Folder for what can be made again: the fallback Electron, converted models.
 * `VITRINE_CACHE` wins; otherwise each system's own place for caches.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string} absolute path; the folder may not exist yet
 */
export function cacheDir(env = process.env, platform = process.platform) {
  if (env.VITRINE_CACHE) return path.resolve(env.VITRINE_CACHE);
  const home = os.homedir();
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'vitrine', 'cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'vitrine');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'vitrine');
}
