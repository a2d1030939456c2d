import { ipcMain } from 'electron';
import { z } from 'zod';
import { channels } from '../preload/channels.ts';
import { appOrigin } from './app-protocol.ts';
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { Bridge } from '../../app/contract/bridge.ts';
import type { CallResult } from '../../app/contract/index.ts';

const DroppedPaths = z.array(z.string().min(1)).min(1).max(100_000);

export interface WindowIpc {
  readonly window: () => BrowserWindow | null;
  readonly start: () => Bridge['start'];
  readonly call: (name: unknown, input: unknown) => Promise<CallResult<unknown>>;
  readonly importPaths: (paths: readonly string[]) => Promise<CallResult<unknown>>;
  readonly openSheet: (path: string) => Promise<CallResult<unknown>>;
}

/** True for a page of the console's own: `address` is the frame's URL. */
export const isOwnPage = (address: string | undefined): boolean => address?.startsWith(`${appOrigin}/`) === true;

/** Listens to the window's preload. Messages from any other frame, window or page are answered with a refusal. */
export function listenToWindow(ipc: WindowIpc): void {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const window = ipc.window();
    return window !== null && event.sender === window.webContents && event.senderFrame === window.webContents.mainFrame && isOwnPage(event.senderFrame.url);
  };
  const refusal: CallResult<never> = { ok: false, error: { code: 'forbidden', params: { call: 'ipc', role: 'unknown sender' } } };

  ipcMain.on(channels.start, (event) => {
    event.returnValue = trusted(event) ? ipc.start() : null;
  });
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => (trusted(event) ? ipc.call(name, input) : refusal));
  ipcMain.handle(channels.importDropped, (event, given: unknown) => {
    if (!trusted(event)) return refusal;
    const paths = DroppedPaths.safeParse(given);
    if (!paths.success) return { ok: false, error: { code: 'bad-input', params: { call: 'importDropped' }, detail: paths.error.message } };
    return ipc.importPaths(paths.data);
  });
  ipcMain.handle(channels.openDropped, (event, given: unknown) => {
    if (!trusted(event)) return refusal;
    const path = z.string().min(1).safeParse(given);
    if (!path.success) return { ok: false, error: { code: 'bad-input', params: { call: 'openDropped' }, detail: path.error.message } };
    return ipc.openSheet(path.data);
  });
}

/** Tells the window of an event; nothing happens while there is none. */
export function tellWindow(window: BrowserWindow | null, name: string, payload: unknown): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(channels.event, name, payload);
}
