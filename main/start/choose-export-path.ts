import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { ExportWhat } from '../../app/contract/exports.ts';
import type { HostTexts } from './host-texts.ts';

const files = {
  csv: { title: 'exportTable', name: 'exportTableName', extension: 'csv' },
  report: { title: 'exportReport', name: 'exportReportName', extension: 'html' },
} as const;

const isThere = (file: string): Promise<boolean> => lstat(file).then(() => true, () => false);

/** The chosen file; a name that lacks the ending (a date's dot makes none) gets it, and a number where the dialog has not asked about what stands there. */
export async function fileToWrite(chosen: string, extension: string): Promise<string> {
  if (path.extname(chosen).toLowerCase() === `.${extension}`) return chosen;
  let free = `${chosen}.${extension}`;
  for (let n = 2; await isThere(free); n++) free = `${chosen} (${n}).${extension}`;
  return free;
}

/**
 * Asks where to write. A file that is there is replaced only after the system's dialog asked; folders are made anew
 * inside the one chosen. Null where the person thought better of it.
 */
export async function chooseExportPath(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts, what: ExportWhat): Promise<string | null> {
  if (what === 'folders') {
    const options: OpenDialogOptions = { title: texts.exportFolders, properties: ['openDirectory', 'createDirectory'] };
    const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  }
  const { title, name, extension } = files[what];
  const options: SaveDialogOptions = {
    title: texts[title],
    defaultPath: `${texts[name]}.${extension}`,
    filters: [{ name: texts[title], extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const chosen = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === '') return null;
  return fileToWrite(chosen.filePath, extension);
}
