import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, type Result } from '../../app/kernel/result.ts';
import type { PhotoAnalysis, PhotoError } from '../../app/photo-check/index.ts';
import { openPhotoWorkers } from '../engine/workers/index.ts';
import { extensionOf, readPhotoFile } from '../media/index.ts';
import type { NamedFile } from './baseline.ts';
import type { KnownFile, Memory } from './memory.ts';

export interface AnalysisOrder {
  /** results carry the same names */
  readonly files: readonly NamedFile[];
  /** pictures checked at the same time */
  readonly jobs: number;
  /** folder that relative names start from */
  readonly from: string;
  readonly cacheDir: string;
  /** null = nothing is remembered */
  readonly memory: Memory | null;
  /** true: what was measured on the same bytes before is taken from memory */
  readonly recall: boolean;
  readonly progress: (text: string, transient: boolean) => void;
  /** aborted: no further picture is begun */
  readonly signal: AbortSignal;
}

export interface Analysed {
  readonly analyses: readonly PhotoAnalysis[];
  readonly errors: readonly PhotoError[];
  /** pictures looked at, of both sorts */
  readonly done: number;
  /** of them, those that were taken from memory */
  readonly recalled: number;
}

type Outcome = Result<PhotoAnalysis, PhotoError>;

/** The file's bytes by their hash: from memory where size and time are those of its last check, else read. Null = unreadable. */
async function fileNow(path: string, memory: Memory): Promise<KnownFile | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  const known = memory.known(path);
  if (known !== null && known.bytes === found.size && known.modifiedMs === found.mtimeMs) return known;
  const bytes = await readPhotoFile(path);
  if (!bytes.ok) return null;
  return { path, bytes: found.size, modifiedMs: found.mtimeMs, sha256: createHash('sha256').update(bytes.value).digest('hex') };
}

/** What is remembered of a file's bytes, under its present name; null = it must be measured. */
async function recalled({ file, path }: NamedFile, memory: Memory): Promise<Outcome | null> {
  const now = await fileNow(path, memory);
  const analysis = now && memory.recall(now.sha256);
  if (!now || !analysis) return null;
  memory.keep(now, null);
  return ok({ ...analysis, photo: { ...analysis.photo, extension: extensionOf(file) } });
}

async function remember(path: string, analysis: PhotoAnalysis, memory: Memory): Promise<void> {
  const found = await stat(path).catch(() => null);
  // changed again since it was measured: the next check looks at it anew
  if (found === null || found.size !== analysis.photo.bytes) return;
  memory.keep({ path, bytes: found.size, modifiedMs: found.mtimeMs, sha256: analysis.photo.sha256 }, analysis);
}

/** Measures the files on worker threads. The outcomes are in the order of `files`, however the workers end. */
export async function analyseFiles({ files, jobs, from, cacheDir, memory, recall, progress, signal }: AnalysisOrder): Promise<Analysed> {
  const count = Math.min(jobs, files.length);
  const workers = openPhotoWorkers({ count, cacheDir });
  const outcomes = new Map<number, Outcome>();
  const rest = files.entries();
  let fromMemory = 0;
  const one = async (named: NamedFile): Promise<Outcome> => {
    const before = memory !== null && recall ? await recalled(named, memory) : null;
    if (before !== null) {
      fromMemory += 1;
      return before;
    }
    // by its own name, not by what a link leads to: the extension and the messages are that name's
    const outcome = await workers.analyse(resolve(from, named.file));
    if (memory !== null && outcome.ok) await remember(named.path, outcome.value, memory);
    return outcome;
  };
  const lane = async (): Promise<void> => {
    // each takes its next file from the same iterator; none is asked for after the signal
    while (!signal.aborted) {
      const next = rest.next();
      if (next.done) return;
      const [index, named] = next.value;
      outcomes.set(index, await one(named));
      progress(`${outcomes.size}/${files.length} ${named.file}`, true);
    }
  };
  try {
    await Promise.all(Array.from({ length: count }, lane));
  } finally {
    await workers.close();
  }
  const analyses: PhotoAnalysis[] = [];
  const errors: PhotoError[] = [];
  files.forEach(({ file }, index) => {
    const outcome = outcomes.get(index);
    if (outcome?.ok) analyses.push({ ...outcome.value, photo: { ...outcome.value.photo, file } });
    else if (outcome) errors.push({ ...outcome.error, file });
  });
  return { analyses, errors, done: outcomes.size, recalled: fromMemory };
}
