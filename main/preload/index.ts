import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from './channels.ts';
import type { Bridge } from '../../app/contract/bridge.ts';

type Listener = (payload: never) => void;

const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(channels.event, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
});

/**
 * The window's only way out. Names and inputs are checked by the host, which knows the contract; checking them here
 * as well would put its schemas into every page load.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  on(name, listener) {
    const own = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, own);
    own.add(listener);
    return () => {
      own.delete(listener);
    };
  },
  importDropped(files) {
    const paths = files.filter((file) => file instanceof File).map((file) => webUtils.getPathForFile(file));
    return ipcRenderer.invoke(channels.importDropped, paths.filter((path) => path !== ''));
  },
  openDropped: (file) => ipcRenderer.invoke(channels.openDropped, file instanceof File ? webUtils.getPathForFile(file) : ''),
  start: ipcRenderer.sendSync(channels.start) as Bridge['start'],
};

contextBridge.exposeInMainWorld('vitrine', bridge);
