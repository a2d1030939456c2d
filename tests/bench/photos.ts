import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPhotoWorkers } from '../../main/engine/workers/index.ts';
import { cacheDir } from '../../setup/cache-dir.mjs';
import { renderAll, side, tiles } from './bench-pictures.ts';

const white = 24;
const clutter = 12;
/** Photos that each worker checks before the clock starts: a shop has thousands, and the first ones compile what the others run. */
const warming = 8;
/** How often all pictures are checked where a check is short. */
const pixelRounds = 4;

interface Run {
  readonly name: string;
  readonly photosPerSecond: number;
  /** mean milliseconds of each stage of one photo */
  readonly stages: Readonly<Record<string, number>>;
}

async function run(name: string, files: readonly string[], options: { readonly models: boolean; readonly workers: number; readonly derivativesDir?: string; readonly rounds?: number }): Promise<Run> {
  const { models, workers: count, derivativesDir, rounds = 1 } = options;
  const all = Array.from({ length: rounds }, () => files).flat();
  const workers = openPhotoWorkers({ count, cacheDir: cacheDir(), models, ...(derivativesDir === undefined ? {} : { derivativesDir }) });
  try {
    await Promise.all(Array.from({ length: count * warming }, (_, i) => workers.analyse(files[i % files.length] ?? '')));
    const start = performance.now();
    const outcomes = await Promise.all(all.map((file) => workers.analyse(file)));
    const seconds = (performance.now() - start) / 1000;
    const stages: Record<string, number> = {};
    for (const outcome of outcomes) {
      if (!outcome.ok) throw new Error(outcome.error.message);
      for (const [stage, ms] of Object.entries(outcome.value.timings)) stages[stage] = (stages[stage] ?? 0) + ms / all.length;
    }
    return { name, photosPerSecond: all.length / seconds, stages };
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
    print(await run('pixel checks alone, white', onWhite, { models: false, workers, rounds: pixelRounds }));
    print(await run('all checks, white', onWhite, { models: true, workers }));
    print(await run('all checks and previews, white', onWhite, { models: true, workers, derivativesDir: join(folder, 'derivatives') }));
    print(await run('all checks, clutter', onClutter, { models: true, workers }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
