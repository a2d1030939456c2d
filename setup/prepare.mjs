import path from 'node:path';
import { bundledNode } from './bundled-node.mjs';
import { ensureLibraries } from './debian-libraries.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { say, seconds } from './say.mjs';
import { hasScreen, startVirtualScreen } from './virtual-screen.mjs';

/**
 * Makes everything ready that the console needs to run here: Electron, its shared libraries, a screen.
 * @param {string} root the project's folder
 * @param {{alwaysVirtual?: boolean}} [options] `alwaysVirtual`: tests leave a real screen alone
 * @returns {Promise<{electron: {executable: string, version: string, source: string}, env: NodeJS.ProcessEnv, virtualScreen: boolean, switches: string[], close: () => void}>}
 */
export async function prepare(root, { alwaysVirtual = false } = {}) {
  const start = performance.now();
  const electron = await resolveElectron(root);
  const virtualScreen = process.platform === 'linux' && (alwaysVirtual || !hasScreen());
  ensureLibraries(electron.executable, virtualScreen);
  const screen = virtualScreen ? await startVirtualScreen() : null;
  const node = bundledNode(root);
  const bin = path.join(root, 'node_modules', '.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
    VITRINE_ELECTRON: electron.executable,
    VITRINE_ELECTRON_SOURCE: electron.source,
    ...(screen === null ? {} : { DISPLAY: screen.display, WAYLAND_DISPLAY: '' }),
  };
  const asRoot = process.getuid?.() === 0;
  if (asRoot) say('electron', 'running as root, where Chromium needs --no-sandbox; as any other user its sandbox is on');
  say('set-up', `Electron ${electron.version} (${electron.source}), Node ${node === null ? process.versions.node : 'bundled'}, ready in ${seconds(start)}`);
  const switches = [];
  if (asRoot) switches.push('--no-sandbox');
  // There is no GPU behind a virtual screen, and finding that out by a crash of the GPU process can hang a window's first load.
  if (virtualScreen) switches.push('--disable-gpu');
  return { electron, env, virtualScreen, switches, close: () => screen?.close() };
}
