import { spawn } from 'node:child_process';
import { say } from './say.mjs';

const size = '1600x1000x24';
const startLimitMs = 20_000;

/** True where a window could be shown: always on Windows and macOS. */
export function hasScreen(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * Starts Xvfb on a display number that it picks itself, so that several can run side by side.
 * @returns {Promise<{display: string, close: () => void}>} `display` is e.g. ':99'
 * @throws where Xvfb does not come up
 */
export async function startVirtualScreen() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => { complaint += chunk; });
  const close = () => { child.kill('SIGTERM'); };
  const number = await new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Xvfb did not come up in 20 s')), startLimitMs);
    let answer = '';
    child.stdio[3].on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\n')) { clearTimeout(limit); resolve(answer.trim()); }
    });
    child.on('error', (error) => { clearTimeout(limit); reject(error); });
    child.on('exit', (code) => { clearTimeout(limit); reject(new Error(`Xvfb ended with ${code}: ${complaint.trim()}`)); });
  }).catch((error) => { close(); throw error; });
  process.once('exit', close);
  say('screen', `no screen here: using a virtual one (Xvfb :${number}, ${size})`);
  return { display: `:${number}`, close };
}
