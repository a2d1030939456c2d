import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { delimiters, guessMapping, signatureOf, type Delimiter, type Mapping } from '../../../app/catalog/index.ts';
import type { CallError } from '../../../app/contract/define.ts';
import type { DryRun, SheetDraft } from '../../../app/contract/products.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import { encodings, type Encoding } from '../../sheets/index.ts';
import type { FromSheetThread, OpenedSheet } from './messages.ts';
import { openSheetWorker, type SheetWorker } from './sheet-worker.ts';

type Draft = z.output<typeof SheetDraft>;

export interface SheetDeskParts {
  readonly database: string;
  /** what was chosen the last time for a table with these headings */
  readonly rememberedMapping: (signature: string) => Mapping | null;
  readonly onRows: (draftId: string, rows: number) => void;
}

interface Open {
  readonly id: string;
  readonly path: string;
  readonly worker: SheetWorker;
  pictureFolder: string;
  sheet: OpenedSheet;
  /** of the last dry run; null while there was none */
  mapping: Mapping | null;
}

export interface Choices {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
}

/** A table that nobody applied gives its memory back when so many others were opened after it. */
const mostOpen = 2;

const expired = (): Result<never, CallError> => err({ code: 'import-not-found' });

/** Tables that were opened and not yet applied, each in a thread of its own. */
export function createSheetDesk({ database, rememberedMapping, onRows }: SheetDeskParts) {
  const open = new Map<string, Open>();
  /** being read for the first time */
  const opening = new Map<string, SheetWorker>();

  async function discard(id: string): Promise<void> {
    const worker = open.get(id)?.worker ?? opening.get(id);
    open.delete(id);
    opening.delete(id);
    await worker?.close();
  }

  function draftOf({ id, path, sheet, pictureFolder }: Open): Draft {
    const { header, samples, format, encoding, delimiter, sheet: name, sheets, rows, headerRow, pictureFiles } = sheet;
    const remembered = rememberedMapping(signatureOf(header));
    const fits = remembered !== null && remembered.length === header.length;
    return {
      id, file: basename(path), format, encoding, delimiter, sheet: name, sheets: [...sheets], rows, headerRow, pictureFiles,
      columns: header.map((heading, column) => ({ heading, samples: [...(samples[column] ?? [])] })),
      mapping: fits ? remembered : guessMapping(header),
      remembered: fits,
      pictureFolder: basename(pictureFolder),
    };
  }

  /** Asks the draft's thread; a draft that was discarded meanwhile is gone. */
  async function ask(worker: SheetWorker, message: Parameters<SheetWorker['ask']>[0]): Promise<Exclude<FromSheetThread, { t: 'rows' }> | null> {
    return worker.ask(message).catch(() => null);
  }

  async function read(worker: SheetWorker, path: string, pictureFolder: string, choices: Choices): Promise<Result<OpenedSheet, CallError>> {
    const encoding = encodings.find((known) => known === choices.encoding) as Encoding | undefined;
    const delimiter = delimiters.find((known) => known === choices.delimiter) as Delimiter | undefined;
    const answer = await ask(worker, { t: 'open', path, choices: { encoding, delimiter, sheet: choices.sheet }, pictureFolder });
    if (answer?.t === 'failed') return err({ code: answer.error.code, params: { file: basename(path) }, detail: answer.error.detail });
    return answer?.t === 'opened' ? ok(answer.sheet) : expired();
  }

  return {
    /** Reads a table; the engine goes on answering meanwhile. */
    async openSheet(path: string): Promise<Result<Draft, CallError>> {
      const id = randomUUID();
      const worker = openSheetWorker({ database }, (rows) => onRows(id, rows));
      const pictureFolder = dirname(path);
      opening.set(id, worker);
      onRows(id, 0);
      const sheet = await read(worker, path, pictureFolder, {});
      opening.delete(id);
      if (!sheet.ok) {
        await worker.close();
        return sheet;
      }
      const draft: Open = { id, path, worker, pictureFolder, sheet: sheet.value, mapping: null };
      open.set(id, draft);
      for (const old of [...open.keys()].slice(0, -mostOpen)) await discard(old);
      return ok(draftOf(draft));
    },
    async reread(id: string, choices: Choices): Promise<Result<Draft, CallError>> {
      const draft = open.get(id);
      if (draft === undefined) return expired();
      const sheet = await read(draft.worker, draft.path, draft.pictureFolder, choices);
      if (!sheet.ok) return sheet;
      draft.sheet = sheet.value;
      draft.mapping = null;
      return ok(draftOf(draft));
    },
    async setPictureFolder(id: string, folder: string): Promise<Result<Draft, CallError>> {
      const draft = open.get(id);
      const answer = draft === undefined ? null : await ask(draft.worker, { t: 'pictures', folder });
      if (draft === undefined || answer?.t !== 'pictures') return expired();
      draft.pictureFolder = folder;
      draft.sheet = { ...draft.sheet, pictureFiles: answer.files };
      draft.mapping = null;
      return ok(draftOf(draft));
    },
    async dryRun(id: string, mapping: Mapping, today: string): Promise<Result<z.output<typeof DryRun>, CallError>> {
      const draft = open.get(id);
      const answer = draft === undefined ? null : await ask(draft.worker, { t: 'plan', mapping, today });
      if (draft === undefined || answer?.t !== 'planned') return expired();
      draft.mapping = mapping;
      return ok(answer.dryRun);
    },
    /** What the last dry run showed, to be written; compared once more, since the catalogue may have changed since. */
    async entries(id: string, today: string) {
      const draft = open.get(id);
      if (draft === undefined || draft.mapping === null) return expired();
      await ask(draft.worker, { t: 'plan', mapping: draft.mapping, today });
      const answer = await ask(draft.worker, { t: 'entries' });
      if (answer?.t !== 'entries') return expired();
      return ok({ file: basename(draft.path), signature: signatureOf(draft.sheet.header), mapping: draft.mapping, entries: answer.entries, files: answer.files });
    },
    discard,
    async close(): Promise<void> {
      await Promise.all([...open.keys(), ...opening.keys()].map(discard));
    },
  };
}
export type SheetDesk = ReturnType<typeof createSheetDesk>;
