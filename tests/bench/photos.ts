import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPhotoWorkers } from '../../main/engine/workers/index.ts';
import { cacheDir } from '../../setup/cache-dir.mjs';
import { bottle, jpeg, render } from '../fixtures/pictures.ts';

const side = 1600;
const white = 24;
const clutter = 12;

interface Run {
  readonly name: string;
  readonly photosPerSecond: number;
  /** mean milliseconds of each stage of one photo */
  readonly stages: Readonly<Record<string, number>>;
}

/** A product of its own colour and size, enlarged to the bench's side. */
const product = (i: number): string => `<g transform="scale(${side / 1000})">${bottle(`hsl(${(i * 47) % 360} 55% ${25 + (i % 5) * 10}%)`, 0.8 + (i % 4) * 0.07)}</g>`;

/** A wall of coloured tiles, as a shelf behind the product would be. */
function tiles(i: number): string {
  const cells = Array.from({ length: 400 }, (_, cell) => {
    const x = (cell % 20) * (side / 20);
    const y = Math.floor(cell / 20) * (side / 20);
    return `<rect x="${x}" y="${y}" width="${side / 20}" height="${side / 20}" fill="hsl(${(cell * 73 + i * 31) % 360} 40% ${30 + ((cell * 7) % 40)}%)"/>`;
  });
  return cells.join('');
}

async function renderAll(folder: string, name: string, count: number, below: (i: number) => string): Promise<readonly string[]> {
  const files: string[] = [];
  for (let i = 0; i < count; i++) {
    const file = join(folder, `${name}-${i}.jpg`);
    await writeFile(file, await jpeg(await render({ width: side, height: side, below: below(i), product: product(i) }), 90));
    files.push(file);
  }
  return files;
}

async function run(name: string, files: readonly string[], options: { readonly models: boolean; readonly workers: number; readonly derivativesDir?: string }): Promise<Run> {
  const { models, workers: count, derivativesDir } = options;
  const workers = openPhotoWorkers({ count, cacheDir: cacheDir(), models, ...(derivativesDir === undefined ? {} : { derivativesDir }) });
  try {
    await Promise.all(files.slice(0, count).map((file) => workers.analyse(file)));
    const start = performance.now();
    const outcomes = await Promise.all(files.map((file) => workers.analyse(file)));
    const seconds = (performance.now() - start) / 1000;
    const stages: Record<string, number> = {};
    for (const outcome of outcomes) {
      if (!outcome.ok) throw new Error(outcome.error.message);
      for (const [stage, ms] of Object.entries(outcome.value.timings)) stages[stage] = (stages[stage] ?? 0) + ms / files.length;
    }
    return { name, photosPerSecond: files.length / seconds, stages };
  } finally {
    await workers.close();
  }
}

function print({ name, photosPerSecond, stages }: Run): void {
  const told = Object.entries(stages).map(([stage, ms]) => `${stage} ${ms.toFixed(0)}`);
  console.log(`${name.padEnd(36)} ${photosPerSecond.toFixed(1).padStart(6)} photos/s   ms: ${told.join(', ')}`);
}

/** Photos per second and milliseconds per stage at 1600 × 1600, on pictures that it renders itself. */
export async function benchPhotos(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'));
  const workers = Math.max(1, Math.min(8, availableParallelism()));
  try {
    console.log(`photos, ${side} × ${side} JPEG q90, ${workers} workers on ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
    const onWhite = await renderAll(folder, 'white', white, () => '');
    const onClutter = await renderAll(folder, 'clutter', clutter, tiles);
    print(await run('pixel checks alone, white', onWhite, { models: false, workers }));
    print(await run('all checks, white', onWhite, { models: true, workers }));
    print(await run('all checks and previews, white', onWhite, { models: true, workers, derivativesDir: join(folder, 'derivatives') }));
    print(await run('all checks, clutter', onClutter, { models: true, workers }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
