import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPhotoWorkers } from '../../main/engine/workers/index.ts';
import { cacheDir } from '../../setup/cache-dir.mjs';
import { renderAll, side, tiles } from './bench-pictures.ts';

const pictures = 40;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Most memory that this process ever held; the system keeps it on Linux alone. */
function peak(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return process.memoryUsage.rss();
  }
}

/**
 * Memory of this process (engine and workers are threads of one) over `VITRINE_BENCH_COUNT` checks, 2,000 where not
 * given: white and cluttered pictures in turn. Flat means that the last quarter holds what the second held.
 */
export async function benchMemory(): Promise<void> {
  const count = Number(process.env['VITRINE_BENCH_COUNT'] ?? 2000);
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-memory-'));
  const workers = openPhotoWorkers({ count: Math.max(1, Math.min(8, availableParallelism())), cacheDir: cacheDir(), derivativesDir: join(folder, 'derivatives') });
  try {
    const files = [...(await renderAll(folder, 'white', pictures, () => '')), ...(await renderAll(folder, 'clutter', pictures / 4, tiles))];
    const held: number[] = [];
    let done = 0;
    const start = performance.now();
    const lane = async (): Promise<void> => {
      for (let n = done++; n < count; n = done++) {
        await workers.analyse(files[n % files.length] ?? '');
        held.push(process.memoryUsage.rss());
        if (held.length % 250 === 0) console.log(`${String(held.length).padStart(6)} checked, ${mib(process.memoryUsage.rss())}, peak ${mib(peak())}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    const quarter = (n: number): number => median(held.slice(Math.floor((count * n) / 4), Math.floor((count * (n + 1)) / 4)));
    const seconds = (performance.now() - start) / 1000;
    console.log(`${count} checks of ${side} × ${side} pictures, ${(count / seconds).toFixed(1)} a second: peak ${mib(peak())}; median of the second quarter ${mib(quarter(1))}, of the last ${mib(quarter(3))} (× ${(quarter(3) / quarter(1)).toFixed(3)})`);
  } finally {
    await workers.close();
    await rm(folder, { recursive: true, force: true });
  }
}
