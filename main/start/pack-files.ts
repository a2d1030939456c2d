import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { CallResult, OutputOf } from '../../app/contract/index.ts';
import { packText, readPackText, type ChannelPack } from '../../app/photo-check/index.ts';
import { fileToWrite } from './choose-export-path.ts';
import type { HostTexts } from './host-texts.ts';

/** A pack of a shop is a few kilobytes; more than this is something else. */
const mostBytes = 2_000_000;

export interface PackFiles {
  /** null where the person thought better of it */
  readonly open: () => Promise<CallResult<OutputOf<'packs.import'>>>;
  readonly save: (pack: ChannelPack) => Promise<CallResult<OutputOf<'packs.export'>>>;
}

const failed = (code: string, file: string, cause: unknown): CallResult<never> => ({
  ok: false,
  error: { code, params: { file: path.basename(file) }, detail: cause instanceof Error ? cause.message : String(cause) },
});

/** Reads and writes the files of channel packs that a person picks in the system's dialogs. */
export function packFiles(dialog: Dialog, window: () => BrowserWindow | null, texts: () => HostTexts): PackFiles {
  const filters = () => [{ name: texts().packs, extensions: ['json'] }, { name: texts().allFiles, extensions: ['*'] }];
  return {
    async open() {
      const options = { title: texts().importPack, properties: ['openFile' as const], filters: filters() };
      const shown = window();
      const { canceled, filePaths: [file] } = shown === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(shown, options);
      if (canceled || file === undefined) return { ok: true, value: null };
      try {
        const { size } = await stat(file);
        if (size > mostBytes) return failed('pack-not-readable', file, new Error(`${size} bytes, more than ${mostBytes}`));
        const read = readPackText(await readFile(file, 'utf8'));
        return { ok: true, value: { file: path.basename(file), pack: read.ok ? read.value : null, problems: read.ok ? [] : [...read.error] } };
      } catch (cause) {
        return failed('pack-not-readable', file, cause);
      }
    },
    async save(pack) {
      const options = { title: texts().exportPack, defaultPath: `${pack.channel}-${pack.version}.json`, filters: filters() };
      const shown = window();
      const { canceled, filePath } = shown === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(shown, options);
      if (canceled || filePath === '') return { ok: true, value: { written: false } };
      try {
        await writeFile(await fileToWrite(filePath, 'json'), packText(pack));
        return { ok: true, value: { written: true } };
      } catch (cause) {
        return failed('pack-not-writable', filePath, cause);
      }
    },
  };
}
