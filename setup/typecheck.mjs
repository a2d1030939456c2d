// npm run typecheck: one strict program for each part, so that no DOM type leaks into Node code or the other way.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = fs.readdirSync(root).filter((name) => /^tsconfig\..+\.json$/.test(name) && name !== 'tsconfig.base.json');
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const failed = parts.filter((part) => spawnSync(process.execPath, [compiler, '-p', part], { cwd: root, stdio: 'inherit' }).status !== 0);
if (failed.length > 0) {
  process.stderr.write(`type errors in ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
