// npm start: opens the console with the sample shop. Without a screen: on a virtual one, until its photos are checked.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkInstall } from './check-install.mjs';
import { say } from './say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function start() {
  checkInstall(root);
  // These need packages, which npm may have been told to leave out: only now is it known that they are there.
  const [{ buildAll }, { prepare }] = await Promise.all([import('./build.mjs'), import('./prepare.mjs')]);
  const { electron, env, virtualScreen, switches: given, close } = await prepare(root);
  await buildAll(root);
  const switches = ['--sample', ...process.argv.slice(2)];
  if (virtualScreen) {
    const screenshot = path.join(root, 'screenshots', 'start.png');
    // Without a desktop Chromium complains of a missing D-Bus and GPU, line after line, about nothing that is needed.
    switches.push(`--unattended=${screenshot}`, '--log-level=3');
    say('start', `nobody can see the window, so this checks the sample's photos, saves ${path.relative(root, screenshot)} and ends`);
  }
  const child = spawn(electron.executable, [...given, root, ...switches], { stdio: ['ignore', 'inherit', 'inherit'], env });
  const code = await new Promise((resolve) => {
    child.on('exit', (status, signal) => resolve(signal === null ? status : 1));
    child.on('error', (error) => { say('start', error.message); resolve(1); });
  });
  close();
  return code;
}

start().then(
  (code) => { process.exitCode = code; },
  (error) => {
    say('start', error.message);
    process.exitCode = 1;
  },
);
