import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { drawSample } from './draw-sample.mjs';
import { say, seconds } from './say.mjs';

/** All that the built files are made of. */
const sources = ['app', 'main/start', 'main/preload', 'models/runtime/window/page', 'renderer', 'assets/locales', 'assets/icons', 'setup/bundled-node.mjs', 'package-lock.json'];
/** All that the sample shop's pictures are drawn by. */
const drawnBy = ['assets/sample-shop', 'package-lock.json'];
const configs = {
  main: ['vite.main.config.ts'],
  preload: ['vite.preload.config.ts', 'index'],
  modelPreload: ['vite.preload.config.ts', 'model-window'],
  renderer: ['vite.renderer.config.ts'],
  modelWindow: ['vite.model-window.config.ts'],
};

function filesBelow(target) {
  if (!fs.existsSync(target)) return [];
  if (fs.statSync(target).isFile()) return target.includes('.test.') ? [] : [target];
  return fs.readdirSync(target).sort().flatMap((name) => filesBelow(path.join(target, name)));
}

function fingerprint(root, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesBelow(path.join(root, name)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds the Electron process, the preloads and the pages into out/ and draws the sample shop, each unless nothing it is
 * made of has changed.
 * @param {string} root the project's folder
 */
export async function buildAll(root) {
  await Promise.all([drawSample(root, fingerprint(root, drawnBy)), buildPages(root)]);
}

async function buildPages(root) {
  const start = performance.now();
  const out = path.join(root, 'out');
  const note = path.join(out, 'built-from');
  const now = fingerprint(root, [...new Set([...sources, ...Object.values(configs).map(([file]) => file)])]);
  if (fs.existsSync(note) && fs.readFileSync(note, 'utf8') === now) return;
  fs.rmSync(note, { force: true });
  say('build', 'building the Electron process and its pages…');
  for (const [file, mode = 'production'] of Object.values(configs)) {
    if (file.includes('model-window') && !fs.existsSync(path.join(root, 'models/runtime/window/page/index.html'))) continue;
    await build({ configFile: path.join(root, file), mode, logLevel: 'warn' });
  }
  fs.writeFileSync(note, now);
  say('build', `built in ${seconds(start)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll(fileURLToPath(new URL('..', import.meta.url)));
