// npm test: everything that must hold, in one go. Ends with the line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode24 } from './bundled-node.mjs';
import { checkInstall } from './check-install.mjs';
import { say } from './say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, 'out', 'test-reports');
const modules = path.join(root, 'node_modules');

/** A check that is one thing: it holds or it does not. */
function check(name, script, args, env) {
  say('test', name);
  const result = spawnSync(requireNode24(root), [script, ...args], { cwd: root, stdio: 'inherit', env });
  if (result.status !== 0) say('test', `${name} failed`);
  return result.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs vitest and counts its tests; a run that breaks before its report counts as one failure. */
function runTests(name, config, env) {
  say('test', name);
  const report = path.join(reports, `${config}.json`);
  fs.rmSync(report, { force: true });
  const args = ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = spawnSync(requireNode24(root), [path.join(modules, 'vitest', 'vitest.mjs'), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8'));
  // A file that cannot even be loaded, or an error outside any test, fails the run without failing a test.
  const failed = result.status === 0 ? 0 : Math.max(1, numFailedTests);
  return { passed, failed };
}

async function build() {
  try {
    const { buildAll } = await import('./build.mjs');
    await buildAll(root);
    return { passed: 1, failed: 0 };
  } catch (error) {
    say('build', error.message);
    return { passed: 0, failed: 1 };
  }
}

async function test() {
  checkInstall(root);
  const { prepare } = await import('./prepare.mjs');
  const { env, close } = await prepare(root, { alwaysVirtual: true });
  fs.mkdirSync(reports, { recursive: true });
  const results = [
    check('types', path.join(root, 'setup', 'typecheck.mjs'), [], env),
    check('lint', path.join(modules, 'oxlint', 'bin', 'oxlint'), ['--type-aware', '--deny-warnings'], env),
    runTests('units and components', 'vitest.config.ts', env),
    await build(),
    runTests('the real window', 'vitest.e2e.config.ts', env),
  ];
  close();
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

test().then(
  (code) => { process.exitCode = code; },
  (error) => {
    say('test', error.message);
    process.stdout.write('0 passed, 1 failed\n');
    process.exitCode = 1;
  },
);
