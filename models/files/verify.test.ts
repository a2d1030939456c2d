import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledManifest, type ModelEntry } from '../manifest.ts';
import { packageLocator } from './locate.ts';
import { fileVerifier } from './verify.ts';

const blazeface = bundledManifest.models.find(({ id }) => id === 'blazeface')!;
let packagesDir: string;

/** A copy of one model's package that a test may spoil. */
function copyPackage(entry: ModelEntry): void {
  const locateBundled = packageLocator();
  for (const file of entry.files) {
    const to = path.join(packagesDir, entry.package.name, file.path);
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(locateBundled(entry, file), to);
  }
}

const pathOf = (index: number): string =>
  path.join(packagesDir, blazeface.package.name, blazeface.files[index]!.path);

beforeEach(() => {
  packagesDir = mkdtempSync(path.join(os.tmpdir(), 'models-'));
  copyPackage(blazeface);
});
afterEach(() => rmSync(packagesDir, { recursive: true, force: true }));

describe('the files of the installed packages', () => {
  it.each(bundledManifest.models.map((entry) => [entry.id, entry] as const))('%s is what the manifest says', async (_id, entry) => {
    expect(await fileVerifier(packageLocator()).check(entry)).toEqual({ ok: true, value: null });
  });
});

describe('a spoilt model file', () => {
  it('passes while nothing is wrong', async () => {
    const read = await fileVerifier(packageLocator(packagesDir)).read(blazeface, blazeface.files[1]!);
    expect(read.ok && read.value.length).toBe(blazeface.files[1]!.bytes);
  });

  it('is refused where one bit differs', async () => {
    const bytes = readFileSync(pathOf(1));
    bytes[1000] = bytes[1000]! ^ 1;
    writeFileSync(pathOf(1), bytes);
    const checked = await fileVerifier(packageLocator(packagesDir)).check(blazeface);
    expect(checked).toMatchObject({ ok: false, error: { code: 'model-tampered', model: 'blazeface' } });
    expect(!checked.ok && checked.error.detail).toContain(pathOf(1));
    expect(!checked.ok && checked.error.detail).toContain('npm ci');
  });

  it.each([0, 1, 4096, 538_927])('is refused where it ends after %i bytes', async (length) => {
    truncateSync(pathOf(1), length);
    const checked = await fileVerifier(packageLocator(packagesDir)).check(blazeface);
    expect(checked).toMatchObject({ ok: false, error: { code: 'model-truncated' } });
    expect(!checked.ok && checked.error.detail).toContain(`${length} of 538928 bytes`);
  });

  it('is refused where something was added', async () => {
    writeFileSync(pathOf(1), Buffer.concat([readFileSync(pathOf(1)), Buffer.from([0])]));
    const checked = await fileVerifier(packageLocator(packagesDir)).check(blazeface);
    expect(checked).toMatchObject({ ok: false, error: { code: 'model-tampered' } });
  });

  it('is named where it is missing', async () => {
    rmSync(pathOf(0));
    const checked = await fileVerifier(packageLocator(packagesDir)).check(blazeface);
    expect(checked).toMatchObject({ ok: false, error: { code: 'model-missing' } });
    expect(!checked.ok && checked.error.detail).toContain(pathOf(0));
  });

  it('is noticed when it changes after it was found sound', async () => {
    const verifier = fileVerifier(packageLocator(packagesDir));
    expect((await verifier.check(blazeface)).ok).toBe(true);
    const bytes = readFileSync(pathOf(1));
    bytes[0] = bytes[0]! ^ 1;
    writeFileSync(pathOf(1), bytes);
    utimesSync(pathOf(1), new Date(0), new Date(0));
    expect(await verifier.check(blazeface)).toMatchObject({ ok: false, error: { code: 'model-tampered' } });
  });
});
