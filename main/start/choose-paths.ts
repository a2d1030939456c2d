import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';
import type { HostTexts } from './host-texts.ts';

const pictureExtensions = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'tiff', 'bmp', 'avif', 'heic', 'heif'];

/** Opens the system's dialog for a folder that files are to be written into; null where the person cancelled. */
export async function chooseTarget(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts): Promise<string | null> {
  const options: OpenDialogOptions = { title: texts.chooseTarget, properties: ['openDirectory', 'createDirectory'] };
  const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Opens the system's dialog. Resolves with absolute paths, none where the person cancelled. */
export async function choosePaths(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts, kind: 'files' | 'folder'): Promise<readonly string[]> {
  const options: OpenDialogOptions =
    kind === 'folder'
      ? { title: texts.chooseFolder, properties: ['openDirectory', 'multiSelections'] }
      : {
          title: texts.choosePhotos,
          properties: ['openFile', 'multiSelections'],
          filters: [{ name: texts.pictures, extensions: pictureExtensions }, { name: texts.allFiles, extensions: ['*'] }],
        };
  const chosen = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return chosen.canceled ? [] : chosen.filePaths;
}
