import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { RestartBudget } from './restart-budget.ts';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

const defaultSize = { width: 1280, height: 800 };

export interface MainWindowSpec {
  readonly preload: string;
  /** file that remembers place and size */
  readonly stateFile: string;
}

/** A page whose process ended is loaded again, within a budget: engine and jobs have not noticed. */
function reloadAfterCrash(window: BrowserWindow): void {
  const budget = new RestartBudget();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const delay = reason === 'clean-exit' ? null : budget.crashed(Date.now());
    if (delay === null) return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, delay);
  });
}

/** Opens the console's one window where it was last time; it shows itself once its page is painted. */
export function openMainWindow(spec: MainWindowSpec): BrowserWindow {
  const remembered = readWindowState(spec.stateFile);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = remembered !== null && isReachable(remembered.bounds, workAreas) ? remembered.bounds : defaultSize;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Vitrine',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#f7f8f8',
    webPreferences: {
      preload: spec.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (remembered?.maximized) window.maximize();
  reloadAfterCrash(window);
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(spec.stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}
