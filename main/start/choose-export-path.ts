import path from 'node:path';
import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { ExportWhat } from '../../app/contract/exports.ts';
import type { HostTexts } from './host-texts.ts';

const files = {
  csv: { title: 'exportTable', name: 'exportTableName', extension: 'csv' },
  report: { title: 'exportReport', name: 'exportReportName', extension: 'html' },
} as const;

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
  return path.extname(chosen.filePath) === '' ? `${chosen.filePath}.${extension}` : chosen.filePath;
}
