import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { checkInstall } from './check-install.mjs';

function projectWith(names: readonly string[]): string {
  const root = mkdtempSync(path.join(tmpdir(), 'vitrine-install-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(path.join(root, 'node_modules', name), { recursive: true });
    writeFileSync(path.join(root, 'node_modules', name, 'package.json'), '{}');
  }
  return root;
}

it('is content with what npm ci put into this project', () => {
  expect(() => checkInstall(fileURLToPath(new URL('..', import.meta.url)))).not.toThrow();
});

it('says what to run where nothing is installed', () => {
  expect(() => checkInstall(projectWith([]))).toThrow('Run "npm ci" first');
});

it('names what npm left out, why, and the line that puts it in', () => {
  expect(() => checkInstall(projectWith(['electron']))).toThrow(/left out vite, typescript: .*NODE_ENV.*npm ci --include=dev/);
});
