import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { fileIndex, type FileIndex } from '../../../app/catalog/index.ts';
import { listPictures, openSheet, readProducts, type Sheet } from '../../sheets/index.ts';
import { asReadable } from '../../store/db.ts';
import { knownProducts } from '../../store/products.ts';
import type { FromSheetThread, ImportEntry, ImportFile, OpenedSheet, SheetThreadData, ToSheetThread } from './messages.ts';
import { planImport } from './plan.ts';

// One table: read here, compared here, kept here until it is applied. The engine answers calls meanwhile.
const { database } = workerData as SheetThreadData;
const port = parentPort;
if (!port) throw new Error('sheet-thread runs as a worker thread only');
const say = (message: FromSheetThread): void => port.postMessage(message);
const onRows = (rows: number): void => say({ t: 'rows', rows });

const sampled = 3;
const longestSample = 80;
let sheet: Sheet | null = null;
let folder = '';
let index: FileIndex = fileIndex([]);
let entries: readonly ImportEntry[] = [];

/** The first cells of a column that say something. */
function samplesOf({ rows, firstRow }: Sheet, column: number): string[] {
  const found: string[] = [];
  for (const { cells } of rows.slice(firstRow, firstRow + 200)) {
    const cell = (cells[column] ?? '').trim();
    if (cell !== '' && !found.includes(cell)) found.push(cell.length > longestSample ? `${cell.slice(0, longestSample)}…` : cell);
    if (found.length === sampled) break;
  }
  return found;
}

async function takePictures(from: string): Promise<number> {
  folder = from;
  const files = await listPictures(from);
  index = fileIndex(files);
  return files.length;
}

function factsOf(open: Sheet, pictureFiles: number): OpenedSheet {
  const { format, encoding, delimiter, sheet: name, sheets, rows, header, firstRow } = open;
  return {
    format, encoding, delimiter, sheet: name, sheets, header, pictureFiles,
    rows: rows.length - firstRow,
    headerRow: rows[firstRow - 1]?.number ?? 1,
    samples: header.map((_, column) => samplesOf(open, column)),
  };
}

function stored(): { known: ReturnType<typeof knownProducts>; paths: ReadonlySet<string> } {
  const db = asReadable(new Database(database, { readonly: true, fileMustExist: true }));
  try {
    return { known: knownProducts(db), paths: new Set(db.prepare<[], string>('select path from photos').pluck().all()) };
  } finally {
    db.close();
  }
}

async function filesOf(all: readonly ImportEntry[]): Promise<ImportFile[]> {
  const paths = new Set(all.flatMap(({ pictures }) => pictures.flatMap(({ photoPath }) => photoPath ?? [])));
  const files: ImportFile[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    files.push({ path, name: basename(path), bytes: found?.size ?? 0, modifiedMs: found?.mtimeMs ?? 0 });
  }
  return files;
}

async function answer(message: ToSheetThread): Promise<FromSheetThread> {
  if (message.t === 'pictures') return { t: 'pictures', files: await takePictures(message.folder) };
  if (message.t === 'open') {
    const opened = await openSheet(message.path, { ...message.choices, onRows });
    if (!opened.ok) return { t: 'failed', error: opened.error };
    sheet = opened.value;
    entries = [];
    return { t: 'opened', sheet: factsOf(sheet, await takePictures(message.pictureFolder)) };
  }
  if (message.t === 'entries') return { t: 'entries', entries, files: await filesOf(entries) };
  if (sheet === null) throw new Error('plan before open');
  const read = readProducts(sheet, { mapping: message.mapping, index, pictureFolder: folder, today: message.today, onRows });
  const { known, paths } = stored();
  const plan = planImport(read, known, paths);
  entries = plan.entries;
  return { t: 'planned', dryRun: plan.dryRun };
}

// Answers come in the order of the questions, however long each takes.
let last: Promise<void> = Promise.resolve();
port.on('message', (message: ToSheetThread) => {
  last = last.then(async () => say(await answer(message)));
});
