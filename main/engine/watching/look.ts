import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { FolderFile, FolderList } from '../../media/index.ts';
import type { Store } from '../../store/index.ts';
import type { KnownFile } from '../../store/photo-files.ts';
import type { WatchedRecord } from '../../store/watched-folders.ts';
import type { Intake, Taken } from '../intake.ts';
import { letCallsThrough } from '../turns.ts';
import { writtenFoldersIn } from '../written-folders.ts';
import { compareFiles } from './compare.ts';
import { hashFile } from './hash-file.ts';
import { findMoves, isSameContent } from './moves.ts';
import type { Settling } from './settling.ts';

export interface LookParts {
  readonly store: Store;
  readonly intake: Intake;
  /** what lies there, without what lies in folders named in `without` */
  readonly listFolder: (root: string, without: ReadonlySet<string>) => Promise<Result<FolderList, string>>;
  readonly now: () => number;
  readonly wakeJobs: () => void;
  readonly changed: (photoIds: readonly string[] | null) => void;
}

export interface Looked {
  readonly pictures: number;
  /** where things may happen: the folder itself and those in it */
  readonly folders: readonly string[];
  /** files still being written, or waiting for a check that is under way: another look is due soon */
  readonly unsettled: number;
  readonly unreadable: readonly string[];
}

interface Touched {
  readonly known: KnownFile;
  readonly file: FolderFile;
}
interface Differences {
  readonly added: readonly FolderFile[];
  readonly touched: readonly Touched[];
  readonly gone: readonly KnownFile[];
  readonly back: readonly KnownFile[];
}

/** Nobody acts here: the folder itself does. */
const actor = 'folder';
/** Rows that are read or written before calls are answered again. */
const slice = 500;
const below = (path: string, folder: string): boolean => path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
const isGone = (path: string): Promise<boolean> =>
  stat(path).then(() => false, (cause: unknown) => cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'));

/** What lies in the folder against what is known of it, page by page. */
async function compareWithCatalogue(store: Store, folder: string, found: ReadonlyMap<string, FolderFile>): Promise<Differences> {
  const added = new Map(found);
  const touched: Touched[] = [];
  const gone: KnownFile[] = [];
  const back: KnownFile[] = [];
  let page = store.photoFiles.below(folder, '', slice);
  while (page.length > 0) {
    const compared = compareFiles(page, found);
    touched.push(...compared.touched);
    gone.push(...compared.gone);
    back.push(...compared.back);
    for (const { path } of page) added.delete(path);
    await letCallsThrough();
    page = store.photoFiles.below(folder, page.at(-1)?.path ?? '', slice);
  }
  return { added: [...added.values()], touched, gone, back };
}

/** Of files that are not where they were, those that are truly gone: not in a folder that cannot be read, nor left out of the list for another reason. */
async function trulyGone(gone: readonly KnownFile[], unreadable: readonly string[]): Promise<KnownFile[]> {
  const sure: KnownFile[] = [];
  for (const one of gone) if (!unreadable.some((closed) => below(one.path, closed)) && (await isGone(one.path))) sure.push(one);
  return sure;
}

/**
 * Compares a folder with the catalogue: new pictures are taken in, those whose bytes changed are checked again, one that
 * only has another name keeps all that was said of it, and one that is gone is marked. Fails with the system's code,
 * or 'empty', where the folder is not there as it was: then nothing is marked.
 */
export async function lookThrough({ store, intake, listFolder, now, wakeJobs, changed }: LookParts, folder: WatchedRecord, settling: Settling): Promise<Result<Looked, string>> {
  const listed = await listFolder(folder.path, new Set(await writtenFoldersIn(store, folder.path)));
  if (!listed.ok) return listed;
  const { files, folders, unreadable, empty, device } = listed.value;
  // the empty place that a drive is plugged into, and not the folder that was there
  if (empty && folder.pictures > 0 && folder.device !== device) return err('empty');

  const { added, touched, gone, back } = await compareWithCatalogue(store, folder.path, new Map(files.map((file) => [file.path, file])));
  const at = now();
  const whole = added.filter((file) => settling.isSettled(file, at));
  const written = touched.filter(({ file }) => settling.isSettled(file, at));
  settling.keepOnly(new Set([...added, ...touched.map(({ file }) => file)].map(({ path }) => path)));

  const vanished = await trulyGone(gone, unreadable);
  const moves = await findMoves(vanished, whole, hashFile);
  const moved = new Set([...moves.values()].map(({ path }) => path));
  const marked = vanished.filter(({ id, missingSince }) => missingSince === null && !moves.has(id));
  const sameAgain: Touched[] = [];
  const changedFiles: Touched[] = [];
  for (const one of written) ((await isSameContent(one.known, one.file.path, hashFile)) ? sameAgain : changedFiles).push(one);

  store.transact(() => {
    for (const [id, file] of moves) store.photoFiles.moved(id, file);
    for (const { known, file } of sameAgain) store.photoFiles.rewritten(known.id, file);
    for (const { id } of marked) store.photoFiles.missing(id, at);
    for (const { id } of [...back, ...written.map(({ known }) => known)]) store.photoFiles.found(id);
  });

  const coming = [...whole.filter(({ path }) => !moved.has(path)), ...changedFiles.map(({ file }) => file)];
  const taken: string[] = [];
  let into: string | null = null;
  for (let from = 0; from < coming.length; from += slice) {
    const part: Taken = store.transact(() => intake.take(coming.slice(from, from + slice), { sample: false, actor, at, into }));
    taken.push(...part.ids);
    into = part.jobId ?? into;
    if (part.jobId !== null) wakeJobs();
    await letCallsThrough();
  }
  store.watchedFolders.looked(folder.id, now(), files.length, device);

  const ids = [...moves.keys(), ...[...marked, ...back, ...written.map(({ known }) => known)].map(({ id }) => id), ...taken];
  if (ids.length > 0) changed([...new Set(ids)]);
  // what was not taken in is being checked as it was: it is compared again afterwards
  const unsettled = added.length - whole.length + touched.length - written.length + coming.length - taken.length;
  return ok({ pictures: files.length, folders, unsettled, unreadable });
}
