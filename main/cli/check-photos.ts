import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Result } from '../../app/kernel/result.ts';
import type { PhotoAnalysis, PhotoError } from '../../app/photo-check/index.ts';
import { openPhotoWorkers } from '../engine/workers/index.ts';
import { findPhotos } from '../media/index.ts';
import { readArguments, type CheckOptions } from './arguments.ts';
import { openReportFile } from './report-file.ts';
import { openReportFolder } from './report-folder.ts';
import { reportOf } from './report.ts';
import { tableOf } from './table.ts';

export interface Surroundings {
  /** folder that relative paths start from */
  readonly from: string;
  readonly cacheDir: string;
  readonly version: string;
  /** ISO day */
  readonly day: string;
  readonly print: (text: string) => void;
  /** to standard error; `transient` lines replace each other on a terminal */
  readonly progress: (text: string, transient: boolean) => void;
  /** aborted: no further picture is begun */
  readonly signal: AbortSignal;
}

/** Exit codes of the command; `stopped` is what shells expect of a program ended by Ctrl-C. */
export const exitCodes = { judged: 0, misuse: 1, someUnreadable: 2, stopped: 130 } as const;

interface Found {
  readonly analyses: readonly PhotoAnalysis[];
  readonly errors: readonly PhotoError[];
  /** pictures looked at, of both sorts */
  readonly done: number;
}

/** Takes each file once, by whichever names it was found: the first name stands for it. */
async function eachOnce(files: readonly string[], from: string): Promise<string[]> {
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = resolve(from, file);
    const real = await realpath(path).catch(() => path);
    if (!byPath.has(real)) byPath.set(real, file);
  }
  return [...byPath.values()];
}

/** The outcomes are in the order of `files`, however the workers end. */
async function analyseAll(files: readonly string[], jobs: number, { from, cacheDir, progress, signal }: Surroundings): Promise<Found> {
  const count = Math.min(jobs, files.length);
  const workers = openPhotoWorkers({ count, cacheDir });
  const outcomes = new Map<number, Result<PhotoAnalysis, PhotoError>>();
  const rest = files.entries();
  const lane = async (): Promise<void> => {
    // each takes its next file from the same iterator; none is asked for after the signal
    while (!signal.aborted) {
      const next = rest.next();
      if (next.done) return;
      const [index, file] = next.value;
      outcomes.set(index, await workers.analyse(resolve(from, file)));
      progress(`${outcomes.size}/${files.length} ${file}`, true);
    }
  };
  try {
    await Promise.all(Array.from({ length: count }, lane));
  } finally {
    await workers.close();
  }
  const analyses: PhotoAnalysis[] = [];
  const errors: PhotoError[] = [];
  files.forEach((file, index) => {
    const outcome = outcomes.get(index);
    if (outcome?.ok) analyses.push({ ...outcome.value, photo: { ...outcome.value.photo, file } });
    else if (outcome) errors.push({ ...outcome.error, file });
  });
  return { analyses, errors, done: outcomes.size };
}

/** `vitrine photos check`: returns the exit code. */
export async function checkPhotos(named: readonly string[], options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { from, version, day, print, progress } = surroundings;
  const misuse = (message: string): number => {
    progress(`vitrine: ${message}`, false);
    return exitCodes.misuse;
  };
  const order = await readArguments(named, options, from);
  if (!order.ok) return misuse(order.error);
  const { paths, packs, jobs, json, report: reportFolder } = order.value;
  const file = json === null || json === '-' ? null : await openReportFile(json, from);
  if (file?.ok === false) return misuse(file.error);
  const folder = reportFolder === null ? null : await openReportFolder(reportFolder, from);
  if (folder?.ok === false) return misuse(folder.error);
  const found = await findPhotos(paths, from);
  const files = await eachOnce(found.files, from);
  if (files.length === 0 && found.errors.length === 0) return misuse(`no pictures in ${paths.join(', ')}`);
  const { analyses, errors, done } = await analyseAll(files, jobs, surroundings);
  const stopped = done < files.length;
  const report = reportOf({ analyses, errors: [...found.errors, ...errors], packs, day, version, incomplete: stopped });
  const unavailable = new Set(analyses.flatMap((analysis) => analysis.unavailable));
  if (unavailable.size > 0) progress(`not checked, because their models are unavailable: ${[...unavailable].join(', ')}`, false);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const written = await file?.value.write(text);
  if (written?.ok === false) return misuse(written.error);
  const reported = await folder?.value.write(report, packs.map(({ channel }) => channel), Date.now(), (doing) => progress(doing, true));
  if (reported?.ok === false) return misuse(reported.error);
  print(json === '-' ? text : `${tableOf(report, packs.map(({ channel }) => channel), from)}\n`);
  if (stopped) {
    progress(`stopped: ${done} of ${files.length} judged`, false);
    return exitCodes.stopped;
  }
  return report.errors.length > 0 ? exitCodes.someUnreadable : exitCodes.judged;
}
