import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';
import type { HostTexts } from './host-texts.ts';

const pictureExtensions = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'tiff', 'bmp', 'avif', 'heic', 'heif'];

/** Opens the system's dialog for a folder that files are to be written into; null where the person cancelled. */
export async function chooseTarget(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts): Promise<string | null> {
  const options: OpenDialogOptions = { title: texts.chooseTarget, properties: ['openDirectory', 'createDirectory'] };
  const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

const sheetExtensions = ['csv', 'tsv', 'txt', 'xlsx'];

/** What a person may be asked to choose: photos, a folder of them, one to be watched, or a table of products. */
export type Choosable = 'files' | 'folder' | 'watched' | 'sheet';

const dialogs: Readonly<Record<Choosable, (texts: HostTexts) => OpenDialogOptions>> = {
  folder: (texts) => ({ title: texts.chooseFolder, properties: ['openDirectory', 'multiSelections'] }),
  watched: (texts) => ({ title: texts.chooseWatched, properties: ['openDirectory'] }),
  files: (texts) => ({
    title: texts.choosePhotos,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: texts.pictures, extensions: pictureExtensions }, { name: texts.allFiles, extensions: ['*'] }],
  }),
  sheet: (texts) => ({
    title: texts.chooseSheet,
    properties: ['openFile'],
    filters: [{ name: texts.sheets, extensions: sheetExtensions }, { name: texts.allFiles, extensions: ['*'] }],
  }),
};

/** Opens the system's dialog. Resolves with absolute paths, none where the person cancelled. */
export async function choosePaths(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts, kind: Choosable): Promise<readonly string[]> {
  const options = dialogs[kind](texts);
  const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? [] : chosen.filePaths;
}
