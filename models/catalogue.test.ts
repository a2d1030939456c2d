import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelRow, RuntimeState } from '../app/contract/models.ts';
import { packageLocator } from './files/locate.ts';
import { bundledManifest, openModelCatalogue, type ModelCatalogue } from './index.ts';

let folder: string;
let catalogue: ModelCatalogue;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'catalogue-'));
  catalogue = openModelCatalogue({ cacheDir: folder, threads: 1, now: () => 1234 });
});
afterAll(async () => {
  await catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the catalogue of models', () => {
  it('lists every model with its card, licence and where it would run, loading none', async () => {
    const rows = z.array(ModelRow).parse(await catalogue.list());
    expect(rows.map(({ id }) => id)).toEqual(bundledManifest.models.map(({ id }) => id));
    for (const row of rows) {
      expect(row).toMatchObject({ integrity: 'verified', golden: null, runtime: 'onnxruntime', fellBack: null, measured: [] });
      expect(row.card).toMatch(/^# /);
      expect(row.card).toMatch(/\*\*Bad at:\*\*/);
      expect(row.card.includes('Licence: flagged')).toBe(row.licenceFlag);
    }
    expect(rows.filter(({ licenceFlag }) => licenceFlag).map(({ id }) => id)).toEqual(['u2netp', 'centernet', 'blazeface']);
  });

  it('says of every runtime whether it can be used, or why not', async () => {
    const states = z.array(RuntimeState).parse(await catalogue.runtimes());
    expect(states.map(({ id }) => id)).toEqual(['tfjs-node-gpu', 'onnxruntime', 'tfjs-window', 'tfjs-wasm']);
    for (const { available, device, reason, detail } of states) {
      expect([device !== null, reason === null, detail === null]).toEqual([available, available, available]);
    }
  });

  it('measures a model on every runtime that is here', async () => {
    const { measured } = ModelRow.parse(await catalogue.measure('blazeface'));
    expect(measured.map(({ runtime }) => runtime)).toEqual(['onnxruntime', 'tfjs-wasm']);
    for (const { ms, at } of measured) expect([ms > 0, at]).toEqual([true, 1234]);
  });

  it('runs a model on the runtime that a person chose, and says so where it cannot', async () => {
    expect(await catalogue.choose('blazeface', 'tfjs-wasm')).toMatchObject({
      runtime: 'tfjs-wasm',
      device: 'wasm-simd',
      chosen: 'tfjs-wasm',
      fellBack: null,
      golden: { passed: true },
    });
    const refused = await catalogue.choose('blazeface', 'tfjs-window');
    expect(refused).toMatchObject({ runtime: 'onnxruntime', chosen: 'tfjs-window' });
    expect(refused.fellBack).toContain('tfjs-window: no-window');
    expect(await catalogue.choose('blazeface', null)).toMatchObject({ runtime: 'onnxruntime', chosen: null, fellBack: null });
  });

  it('shows a file that was tampered with, and that it is sound again', async () => {
    const entry = bundledManifest.models.find(({ id }) => id === 'blazeface')!;
    const packagesDir = path.join(folder, 'packages');
    const locate = packageLocator();
    const copyAll = (): string[] =>
      entry.files.map((file) => {
        const to = path.join(packagesDir, entry.package.name, file.path);
        mkdirSync(path.dirname(to), { recursive: true });
        copyFileSync(locate(entry, file), to);
        return to;
      });
    const [, weights] = copyAll();
    const own = openModelCatalogue({ cacheDir: folder, packagesDir, threads: 1 });
    writeFileSync(weights!, Buffer.alloc(entry.files[1]!.bytes));
    const tampered = ModelRow.parse(await own.verify('blazeface'));
    expect(tampered).toMatchObject({ integrity: 'tampered', runtime: null, device: null });
    expect(tampered.integrityDetail).toContain(weights);
    copyAll();
    expect(await own.verify('blazeface')).toMatchObject({ integrity: 'verified', golden: { passed: true } });
    await own.close();
  });
});
