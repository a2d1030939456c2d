import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import type { HostTexts } from './host-texts.ts';

/** Asks in the system's own dialog, which no page can press, whether an address may go to the person's browser. */
export async function confirmPage(dialog: Dialog, window: BrowserWindow | null, texts: HostTexts, address: string): Promise<boolean> {
  const options: MessageBoxOptions = { type: 'question', message: texts.openPage, detail: address, buttons: [texts.open, texts.cancel], defaultId: 1, cancelId: 1, noLink: true };
  const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
  return response === 0;
}
