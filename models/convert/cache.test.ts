import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversionCache } from './cache.ts';

const key = { fileHashes: ['a', 'b'], inputs: [], outputs: [] };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'conversions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A converter that counts its calls. */
function counted(): { convert: () => Uint8Array; calls: () => number } {
  let calls = 0;
  return {
    convert: () => {
      calls += 1;
      return Uint8Array.of(1, 2, 3);
    },
    calls: () => calls,
  };
}

const keptFile = (): string => {
  const name = readdirSync(path.join(folder, 'models')).find((file) => file.endsWith('.onnx'))!;
  return path.join(folder, 'models', name);
};

describe('the cache of converted models', () => {
  it('converts once', async () => {
    const { convert, calls } = counted();
    expect([...(await conversionCache(folder).obtain(key, convert))]).toEqual([1, 2, 3]);
    expect([...(await conversionCache(folder).obtain(key, convert))]).toEqual([1, 2, 3]);
    expect(calls()).toBe(1);
    expect(readdirSync(path.join(folder, 'models')).some((file) => file.endsWith('.part'))).toBe(false);
  });

  it('converts again where the model, its inputs or its outputs differ', async () => {
    const { convert, calls } = counted();
    const cache = conversionCache(folder);
    await cache.obtain(key, convert);
    await cache.obtain({ ...key, fileHashes: ['a', 'c'] }, convert);
    await cache.obtain({ ...key, outputs: [{ name: 'y', type: 'float32', shape: [1] }] }, convert);
    expect(calls()).toBe(3);
  });

  it.each([
    ['spoilt', (file: string) => writeFileSync(file, Uint8Array.of(1, 2, 4))],
    ['cut short', (file: string) => writeFileSync(file, Uint8Array.of(1))],
    ['without its hash', (file: string) => rmSync(`${file}.sha512`)],
    ['beside a hash that is no hash', (file: string) => writeFileSync(`${file}.sha512`, 'none')],
  ])('makes a file anew that is %s', async (_what, spoil) => {
    const { convert, calls } = counted();
    await conversionCache(folder).obtain(key, convert);
    spoil(keptFile());
    expect([...(await conversionCache(folder).obtain(key, convert))]).toEqual([1, 2, 3]);
    expect(calls()).toBe(2);
    expect([...readFileSync(keptFile())]).toEqual([1, 2, 3]);
  });

  it('works without a folder that can be written', async () => {
    const file = path.join(folder, 'not-a-folder');
    writeFileSync(file, '');
    expect([...(await conversionCache(file).obtain(key, counted().convert))]).toEqual([1, 2, 3]);
  });
});
