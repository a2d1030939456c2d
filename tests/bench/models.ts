import os from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundledGoldens } from '../../models/golden/bundled.ts';
import { bundledManifest, openModelCatalogue, type ModelRowData } from '../../models/index.ts';

/** One way of running a model: which runtime, with how many CPU threads where it has a choice. */
interface Column {
  readonly title: string;
  readonly runtime: ModelRowData['measured'][number]['runtime'];
  readonly threads: number;
}

const columns: readonly Column[] = [
  { title: 'ORT 1 thread', runtime: 'onnxruntime', threads: 1 },
  { title: 'ORT 2 threads', runtime: 'onnxruntime', threads: 2 },
  { title: 'tfjs-wasm', runtime: 'tfjs-wasm', threads: 1 },
  { title: 'tfjs-node-gpu', runtime: 'tfjs-node-gpu', threads: 1 },
];
const target = { model: 'centernet', ratio: 4 };

/**
 * Prints the best milliseconds of one inference of every bundled model on each runtime that this computer has, side
 * by side, and how many times ONNX Runtime is faster than TensorFlow.js on WebAssembly.
 */
export async function benchModels(): Promise<void> {
  const [processor] = os.cpus();
  console.log(`models: ${processor?.model.trim() ?? os.arch()}, ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
  const measured = await measureColumns();
  const shown = columns.filter(({ title }) => [...measured.values()].some((row) => row.has(title)));
  console.log(['best ms'.padEnd(16), 'input'.padEnd(16), ...shown.map(({ title }) => title.padStart(14)), 'ORT 2 : wasm'.padStart(14)].join(''));
  for (const { id } of bundledManifest.models) {
    const row = measured.get(id) ?? new Map<string, number>();
    const cells = shown.map(({ title }) => (row.get(title)?.toFixed(1) ?? '–').padStart(14));
    const input = bundledGoldens.get(id)?.inputs[0]?.shape.join('×') ?? '';
    console.log([id.padEnd(16), input.padEnd(16), ...cells, (ratioOf(row)?.toFixed(1).concat(' ×') ?? '–').padStart(14)].join(''));
  }
  const reached = ratioOf(measured.get(target.model) ?? new Map());
  if (reached !== null) {
    console.log(`target: ${target.model} ≥ ${target.ratio} × tfjs-wasm: ${reached >= target.ratio ? 'met' : 'MISSED'} (${reached.toFixed(1)} ×)`);
  }
}

const ratioOf = (row: ReadonlyMap<string, number>): number | null => {
  const [ort, wasm] = [row.get('ORT 2 threads'), row.get('tfjs-wasm')];
  return ort === undefined || wasm === undefined ? null : wasm / ort;
};

/** Milliseconds by model id and column title. */
async function measureColumns(): Promise<Map<string, Map<string, number>>> {
  const table = new Map<string, Map<string, number>>();
  const cacheDir = mkdtempSync(path.join(os.tmpdir(), 'bench-models-'));
  try {
    for (const threads of new Set(columns.map((column) => column.threads))) {
      const catalogue = openModelCatalogue({ cacheDir, threads });
      for (const { id } of bundledManifest.models) {
        const row = table.get(id) ?? new Map<string, number>();
        table.set(id, row);
        for (const { runtime, ms } of (await catalogue.measure(id)).measured) {
          const column = columns.find((candidate) => candidate.runtime === runtime && candidate.threads === threads);
          if (column !== undefined) row.set(column.title, ms);
        }
      }
      await catalogue.close();
    }
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
  return table;
}
