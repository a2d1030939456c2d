import { lstat, mkdir } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { copyNames, packOn, planFix, type ChannelPack, type FixPlan, type FixStep, type PhotoAnalysis, type PhotoError, type RuleId, type UnfixableReason, type Verdict } from '../../app/photo-check/index.ts';
import { openPhotoWorkers, type FixReport } from '../engine/workers/index.ts';
import { systemPhotoError } from '../media/index.ts';
import { realPathOf } from './baseline.ts';
import { openFixedFolder, type FixedFolder } from './fixed-folder.ts';
import type { PhotoReport } from './report.ts';

/** A copy that was written, in the JSON of a photo. */
export interface FixedEntry {
  readonly file: string;
  readonly sha256: string;
  readonly steps: readonly FixStep[];
  readonly before: Verdict;
  readonly after: Verdict;
  /** rules that still fail or warn on the copy */
  readonly remaining: readonly RuleId[];
}

/** What could not be mended of a photo, for whom, and why. */
export interface UnfixableEntry {
  readonly channel: string;
  readonly rule: RuleId;
  readonly reason: UnfixableReason;
}

export interface Mended {
  readonly fixes: Readonly<Record<string, FixedEntry>>;
  readonly unfixable: readonly UnfixableEntry[];
}

export interface FixOrders {
  readonly photos: readonly PhotoReport[];
  /** of the same files, by the names they were given */
  readonly analyses: readonly PhotoAnalysis[];
  readonly packs: readonly ChannelPack[];
  /** ISO day the packs are taken on */
  readonly day: string;
  /** as it was named; the copies are named by it too */
  readonly folder: string;
  readonly from: string;
  readonly cacheDir: string;
  readonly jobs: number;
  readonly progress: (text: string, transient: boolean) => void;
  /** aborted: no further copy is begun */
  readonly signal: AbortSignal;
}

export interface FixedFiles {
  readonly mended: ReadonlyMap<string, Mended>;
  readonly errors: readonly PhotoError[];
  readonly complete: boolean;
}

/** Makes sure that copies can be written below `folder`; the error is a sentence for the person who named it. */
export async function openFixFolder(folder: string, from: string): Promise<Result<null, string>> {
  const path = resolve(from, folder);
  const there = await lstat(path).catch(() => null);
  if (there !== null && !there.isDirectory() && !there.isSymbolicLink()) return err(`cannot write copies to ${folder}: it is a file; name a folder`);
  try {
    await mkdir(path, { recursive: true });
    return ok(null);
  } catch (cause) {
    return err(`cannot write copies to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** True for a file that lies in the folder of copies: it is none of the pictures to be checked. */
export const isInFolder = (file: string, folder: string, from: string): boolean => resolve(from, file).startsWith(`${resolve(from, folder)}${sep}`);

interface Item {
  readonly photo: PhotoReport;
  readonly pack: ChannelPack;
  /** the copy, as it is named to the person */
  readonly named: string;
}

/** What has become of each photo so far, by its name. */
class Book {
  readonly #entries = new Map<string, { fixes: Record<string, FixedEntry>; unfixable: UnfixableEntry[] }>();

  get entries(): ReadonlyMap<string, Mended> {
    return this.#entries;
  }

  open(file: string): void {
    this.#entries.set(file, { fixes: {}, unfixable: [] });
  }

  cannot(file: string, { channel, unfixable }: FixPlan): void {
    this.#entries.get(file)?.unfixable.push(...unfixable.map((one) => ({ channel, ...one })));
  }

  made({ photo, pack, named }: Item, { plan, outcome, copy }: FixReport): void {
    this.cannot(photo.file, plan);
    const entry = this.#entries.get(photo.file);
    if (entry === undefined || copy === null || outcome === null) return;
    const { before, after } = outcome;
    const remaining = after.findings.map(({ rule }) => rule);
    entry.fixes[pack.channel] = { file: named, sha256: copy.sha256, steps: plan.steps, before: before.verdict, after: after.verdict, remaining };
  }
}

/** What is to be made: a photo and a channel each; what a dry run says cannot be done is booked at once. */
function itemsOf({ photos, analyses, packs, day, folder }: FixOrders, book: Book): Item[] {
  const names = copyNames(photos.map(({ file }) => ({ key: file, name: basename(file) })));
  const byFile = new Map(analyses.map((analysis) => [analysis.photo.file, analysis]));
  const inForce = packs.map((pack) => packOn(pack, day));
  return photos.flatMap((photo) => {
    book.open(photo.file);
    const analysis = byFile.get(photo.file);
    return inForce.flatMap((pack): Item[] => {
      const verdict = photo.channels[pack.channel];
      if (verdict === undefined || verdict.verdict === 'pass' || analysis === undefined) return [];
      const plan = planFix({ photo: analysis.photo, measures: analysis.measures, verdict, pack });
      if (plan.steps.length > 0) return [{ photo, pack, named: join(folder, pack.channel, names.get(photo.file) ?? basename(photo.file)) }];
      book.cannot(photo.file, plan);
      return [];
    });
  });
}

/** Null once the copy stands where it belongs. */
async function putInPlace(copies: FixedFolder, { photo: { file }, named }: Item, target: string, sha256: string): Promise<PhotoError | null> {
  try {
    if (await copies.put(target, sha256)) return null;
    return { file, code: 'not-readable', message: `${named} is there already, is not a copy that an earlier run wrote, and is never written over. Move it, or name another folder for the copies.` };
  } catch (cause) {
    return { ...systemPhotoError(named, cause), file };
  }
}

/** Writes a mended copy of every photo for every channel that refuses it or warns, where that can be done. */
export async function fixFiles(orders: FixOrders): Promise<FixedFiles> {
  const { photos, from, progress, signal } = orders;
  const book = new Book();
  const items = itemsOf(orders, book);
  const errors: PhotoError[] = [];
  if (items.length === 0) return { mended: book.entries, errors, complete: true };
  const originals = new Set(await Promise.all(photos.map(({ file }) => realPathOf(file, from))));
  const count = Math.min(orders.jobs, items.length);
  const copies = await openFixedFolder(resolve(from, orders.folder));
  const workers = openPhotoWorkers({ count, cacheDir: orders.cacheDir });
  const one = async (item: Item): Promise<void> => {
    const { photo, pack, named } = item;
    if (originals.has(await realPathOf(named, from))) {
      errors.push({ file: photo.file, code: 'not-readable', message: `${named} is one of the pictures to be checked, and is never written over. Name another folder for the copies.` });
      return;
    }
    const target = resolve(from, named);
    const report = await workers.fix({ file: resolve(from, photo.file), pack, duplicates: photo.duplicates, target: copies.draftFor(target) });
    if (!report.ok) {
      errors.push({ ...report.error, file: photo.file });
      return;
    }
    const refusal = report.value.copy === null ? null : await putInPlace(copies, item, target, report.value.copy.sha256);
    if (refusal === null) book.made(item, report.value);
    else errors.push(refusal);
  };
  const rest = items.values();
  let done = 0;
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const next = rest.next();
      if (next.done) return;
      await one(next.value);
      done += 1;
      progress(`mended ${done}/${items.length} ${next.value.named}`, true);
    }
  };
  try {
    await Promise.all(Array.from({ length: count }, lane));
  } finally {
    await workers.close();
    await copies.close();
  }
  return { mended: book.entries, errors, complete: done === items.length };
}
