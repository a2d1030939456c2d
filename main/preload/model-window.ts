import { ipcRenderer } from 'electron';
import { channels } from './channels.ts';

// The page of the hidden model window gets one MessagePort and nothing else; it listens for this message.
ipcRenderer.on(channels.modelPort, (event) => {
  window.postMessage(channels.modelPort, window.location.origin, event.ports);
});
