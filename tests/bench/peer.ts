import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { allPacks, type PhotoAnalysis, type RuleId } from '../../app/photo-check/index.ts';
import { reportOf } from '../../main/cli/report.ts';
import { openPhotoWorkers } from '../../main/engine/workers/index.ts';
import { findPhotos } from '../../main/media/index.ts';
import { cacheDir } from '../../setup/cache-dir.mjs';
import { renderFaulty } from './bench-pictures.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./peer-cleanvision.py', import.meta.url));
const peer = 'cleanvision==0.3.7';
const most = 12;

const Told = z.object({ version: z.string(), pictures: z.number(), seconds: z.number(), found: z.record(z.string(), z.array(z.string())) });
type Told = z.infer<typeof Told>;

/** Which of our rules asks what one of its issues asks. The rest of either has no counterpart. */
const counterparts: Readonly<Record<string, RuleId>> = {
  dark: 'too-dark',
  light: 'too-bright',
  blurry: 'blurry',
  exact_duplicates: 'duplicate',
  near_duplicates: 'near-duplicate',
  low_information: 'placeholder',
};

/** The peer lives in an environment of its own in the cache, made at its first run. */
async function python(): Promise<string> {
  const home = join(cacheDir(), 'bench', 'cleanvision');
  const bin = join(home, 'bin', 'python');
  if (existsSync(bin)) return bin;
  console.log('making a Python environment for cleanvision …');
  await mkdir(join(home, '..'), { recursive: true });
  await run('python3', ['-m', 'venv', home]);
  await run(bin, ['-m', 'pip', 'install', '--quiet', peer], { maxBuffer: 1e8 });
  return bin;
}

async function askPeer(folder: string, jobs: number): Promise<Told> {
  const { stdout } = await run(await python(), [program, folder, String(jobs)], { maxBuffer: 1e8 });
  return Told.parse(JSON.parse(stdout));
}

async function checkAll(files: readonly string[], models: boolean, count: number): Promise<{ seconds: number; analyses: PhotoAnalysis[] }> {
  const workers = openPhotoWorkers({ count, cacheDir: cacheDir(), models });
  try {
    const start = performance.now();
    const outcomes = await Promise.all(files.map((file) => workers.analyse(file)));
    return { seconds: (performance.now() - start) / 1000, analyses: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])) };
  } finally {
    await workers.close();
  }
}

/** Names of the pictures with a finding of each rule, on any channel. */
function foundBy(analyses: readonly PhotoAnalysis[]): Map<RuleId, Set<string>> {
  const { photos } = reportOf({ analyses, errors: [], packs: allPacks, day: new Date().toISOString().slice(0, 10), version: '', incomplete: false, since: null, products: null });
  const found = new Map<RuleId, Set<string>>();
  for (const { file, channels } of photos)
    for (const verdict of Object.values(channels))
      for (const { rule } of verdict?.findings ?? []) found.set(rule, (found.get(rule) ?? new Set()).add(basename(file)));
  return found;
}

const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`);

/**
 * The same folder by cleanvision and by the console: seconds of each, and the pictures on which they differ. The
 * folder is `VITRINE_BENCH_PHOTOS`, else one of rendered products, sound ones and ones with known faults.
 */
export async function benchPeer(): Promise<void> {
  const named = process.env['VITRINE_BENCH_PHOTOS'];
  const folder = named ?? (await mkdtemp(join(tmpdir(), 'vitrine-peer-')));
  const jobs = Math.max(1, Math.min(8, availableParallelism()));
  try {
    const files = named === undefined ? await renderFaulty(folder, 'bottle', 96) : (await findPhotos([folder], '/')).files;
    console.log(`${files.length} pictures${named === undefined ? ' that were rendered' : ''}, ${jobs} processes or workers on ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
    const theirs = await askPeer(folder, jobs);
    const pixels = await checkAll(files, false, jobs);
    const whole = await checkAll(files, true, jobs);
    const rate = (seconds: number): string => `${(files.length / seconds).toFixed(1).padStart(6)} pictures/s, ${(theirs.seconds / seconds).toFixed(2)} × cleanvision`;
    console.log(`cleanvision ${theirs.version}`.padEnd(36), rate(theirs.seconds));
    console.log('pixel checks alone'.padEnd(36), rate(pixels.seconds));
    console.log('all checks'.padEnd(36), rate(whole.seconds));
    const ours = foundBy(whole.analyses);
    for (const [issue, rule] of Object.entries(counterparts)) {
      const peers = new Set((theirs.found[issue] ?? []).map((file) => basename(file)));
      const own = ours.get(rule) ?? new Set<string>();
      const both = [...own].filter((file) => peers.has(file));
      console.log(`${issue} / ${rule}: both ${both.length}`);
      console.log(`  cleanvision alone: ${list([...peers].filter((file) => !own.has(file)))}`);
      console.log(`  the console alone: ${list([...own].filter((file) => !peers.has(file)))}`);
    }
  } finally {
    if (named === undefined) await rm(folder, { recursive: true, force: true });
  }
}
