import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { say, seconds } from './say.mjs';

/** What Electron and a virtual screen need on a bare Debian, and the fonts for Chinese. */
const packages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-noto-cjk'];
/** Debian 13 renamed some (64-bit time); where the new name is known it is taken, since the old one may be no package. */
const renamed = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' };
const chineseFonts = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'];

const installLine = (names) => `apt-get update && apt-get install -y --no-install-recommends ${nameHere(names).join(' ')}`;

/** True where apt's lists have an installable package of this name. */
function isInstallable(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}

/** The packages by the names that this Debian has for them. */
const nameHere = (names) => names.map((name) => (name in renamed && isInstallable(renamed[name]) ? renamed[name] : name));

/** Names of shared libraries that `executable` asks for and this system lacks. */
export function missingLibraries(executable) {
  const result = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (result.status !== 0) return [];
  return result.stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

const isOnPath = (command) => (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && fs.existsSync(`${folder}/${command}`));

function whatIsMissing(electronExecutable, needsScreen) {
  const missing = missingLibraries(electronExecutable);
  if (needsScreen && !isOnPath('Xvfb')) missing.push('Xvfb');
  return missing;
}

function install(names) {
  const start = performance.now();
  say('libraries', `installing Debian packages: ${names.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Nobody answers a question here: stdin is closed and apt asks none.
  const options = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env, timeout: 600_000 };
  spawnSync('apt-get', ['update', '-qq'], options);
  const result = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...nameHere(names)], options);
  if (result.status === 0) say('libraries', `installed in ${seconds(start)}`);
  else say('libraries', `apt-get failed: ${(result.stderr ?? '').trim().split('\n').at(-1)}`);
}

/**
 * Makes sure that Electron's shared libraries, and Xvfb where there is no screen, are on this Linux. Installs them
 * when run as root on Debian or a relative of it.
 * @param {string} electronExecutable
 * @param {boolean} needsScreen
 * @throws naming what is missing and the exact line that installs it
 */
export function ensureLibraries(electronExecutable, needsScreen) {
  if (process.platform !== 'linux') return;
  const canInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  let missing = whatIsMissing(electronExecutable, needsScreen);
  const lacksChinese = !chineseFonts.some((folder) => fs.existsSync(folder));
  if (canInstall && (missing.length > 0 || lacksChinese)) {
    install(missing.length > 0 ? packages : ['fonts-noto-cjk']);
    missing = whatIsMissing(electronExecutable, needsScreen);
  } else if (lacksChinese) {
    say('libraries', `no Noto CJK fonts found; for good Chinese text: sudo sh -c "${installLine(['fonts-noto-cjk'])}"`);
  }
  if (missing.length === 0) return;
  throw new Error(`This system lacks ${missing.join(', ')}. Install what Electron needs with:\n  sudo sh -c "${installLine(packages)}"`);
}
