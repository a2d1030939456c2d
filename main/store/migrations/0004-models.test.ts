import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('keeps one choice a model, and one measurement a model, runtime and device', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 4));
  db.exec(`insert or replace into model_choices values ('u2netp', 'onnxruntime', 1), ('u2netp', 'tfjs-wasm', 2);
    insert or replace into model_measurements values ('u2netp', 'tfjs-wasm', 'cpu', 90, 1), ('u2netp', 'tfjs-wasm', 'cpu', 80, 2), ('u2netp', 'onnxruntime', 'cpu', 20, 2)`);
  expect(db.prepare('select runtime from model_choices').all()).toEqual([{ runtime: 'tfjs-wasm' }]);
  expect(db.prepare('select ms from model_measurements order by ms').all()).toEqual([{ ms: 20 }, { ms: 80 }]);
  db.close();
});
