import { err, ok, type Result } from '../../app/kernel/result.ts';
import { findPhotos } from '../media/index.ts';
import { analyseFiles, type Analysed } from './analyse-files.ts';
import { readArguments, type CheckOptions, type CheckOrder } from './arguments.ts';
import { compareWith, readBaseline, realPathOf, type NamedFile, type Since } from './baseline.ts';
import { openMemory, type Memory } from './memory.ts';
import { openReportFile } from './report-file.ts';
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

/** Takes each file once, by whichever names it was found: the first name stands for it. */
async function eachOnce(files: readonly string[], from: string): Promise<NamedFile[]> {
  const byPath = new Map<string, NamedFile>();
  for (const file of files) {
    const path = await realPathOf(file, from);
    if (!byPath.has(path)) byPath.set(path, { file, path });
  }
  return [...byPath.values()];
}

interface Checked extends Analysed {
  /** null where no earlier check was named */
  readonly since: Since | null;
}

/** Measures `files`, or with `--since` those that the earlier check does not know as they are. */
async function check(order: CheckOrder, files: readonly NamedFile[], memory: Memory | null, surroundings: Surroundings): Promise<Result<Checked, string>> {
  const { from, cacheDir, progress, signal } = surroundings;
  const baseline = order.since === null ? null : await readBaseline(order.since, order.paths, from, memory);
  if (baseline?.ok === false) return err(baseline.error);
  const analysed = await analyseFiles({ files, jobs: order.jobs, from, cacheDir, memory, recall: baseline !== null, progress, signal });
  const since = baseline && compareWith(baseline.value, analysed.analyses, files);
  since?.gone.forEach(({ path }) => memory?.forget(path));
  return ok({ ...analysed, since });
}

/** `vitrine photos check`: returns the exit code. */
export async function checkPhotos(named: readonly string[], options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { from, cacheDir, version, day, print, progress } = surroundings;
  const misuse = (message: string): number => {
    progress(`vitrine: ${message}`, false);
    return exitCodes.misuse;
  };
  const order = await readArguments(named, options, from);
  if (!order.ok) return misuse(order.error);
  const { paths, packs, json } = order.value;
  const file = json === null || json === '-' ? null : await openReportFile(json, from);
  if (file?.ok === false) return misuse(file.error);
  const found = await findPhotos(paths, from);
  const files = await eachOnce(found.files, from);
  if (files.length === 0 && found.errors.length === 0) return misuse(`no pictures in ${paths.join(', ')}`);
  const memory = openMemory(cacheDir, Date.now());
  if (!memory.ok) progress(memory.error, false);
  const checked = await check(order.value, files, memory.ok ? memory.value : null, surroundings);
  if (memory.ok) memory.value.close();
  if (!checked.ok) return misuse(checked.error);
  const { analyses, errors, done, recalled, since } = checked.value;
  if (recalled > 0) progress(`${recalled} of ${files.length} taken from earlier checks`, false);
  const stopped = done < files.length;
  const report = reportOf({ analyses, errors: [...found.errors, ...errors], packs, day, version, incomplete: stopped, since });
  const unavailable = new Set(analyses.flatMap((analysis) => analysis.unavailable));
  if (unavailable.size > 0) progress(`not checked, because their models are unavailable: ${[...unavailable].join(', ')}`, false);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const written = await file?.value.write(text);
  if (written?.ok === false) return misuse(written.error);
  print(json === '-' ? text : `${tableOf(report, packs.map(({ channel }) => channel), from)}\n`);
  if (stopped) {
    progress(`stopped: ${done} of ${files.length} judged`, false);
    return exitCodes.stopped;
  }
  return report.errors.length > 0 ? exitCodes.someUnreadable : exitCodes.judged;
}
