import path from 'node:path';
import { describeRuntime } from './about.ts';
import { currentActor } from './actor.ts';
import { appProtocol } from './app-protocol.ts';
import { askEngine } from './ask-engine.ts';
import { chooseExportPath } from './choose-export-path.ts';
import { choosePaths, chooseTarget } from './choose-paths.ts';
import { confirmPage } from './confirm-page.ts';
import { createEngine } from './engine.ts';
import { startEngineProcess } from './engine-process.ts';
import { hostCalls } from './host-calls.ts';
import { hostTexts } from './host-texts.ts';
import { internalCalls } from './internal-calls.ts';
import { lockDown } from './lockdown.ts';
import { openMainWindow } from './main-window.ts';
import { MediaCache } from './media-cache.ts';
import { mediaProtocol } from './media-protocol.ts';
import { setMenu } from './menu.ts';
import { ModelWindow, modelCallPrefix } from './model-window.ts';
import { packFiles } from './pack-files.ts';
import { runErrands } from './errands.ts';
import { openSourcePage } from './source-pages.ts';
import { routeWindowCall } from './window-calls.ts';
import { listenToWindow, tellWindow } from './window-ipc.ts';
import type { App, BrowserWindow, Dialog, NativeTheme, Protocol, Session, Shell } from 'electron';
import type { EventOf } from '../../app/contract/index.ts';
import type { HostTexts } from './host-texts.ts';
import type { Places } from './places.ts';
import type { Switches } from './switches.ts';

export interface ConsoleParts {
  readonly app: App;
  readonly dialog: Dialog;
  readonly nativeTheme: NativeTheme;
  readonly protocol: Protocol;
  readonly session: Session;
  readonly shell: Shell;
  readonly places: Places;
  readonly switches: Switches;
  readonly env: NodeJS.ProcessEnv;
}

const rememberedPhotos = 5_000;

/** Builds the Electron side of the console and opens its window. The app must be ready. */
export function startConsole({ app, dialog, nativeTheme, protocol, session, shell, places, switches, env }: ConsoleParts): void {
  let window: BrowserWindow | null = null;
  let styleNonce = '';
  let texts: HostTexts = hostTexts(null, app.getLocale());

  lockDown(app, session, (address) => {
    void openSourcePage(address, { ownPages: internal.ownPages, confirm: (page) => confirmPage(dialog, window, texts, page), open: (page) => void shell.openExternal(page) });
  });
  const modelWindow = new ModelWindow({ preload: places.modelPreload });

  const engine = createEngine(
    () => startEngineProcess({ node: places.engineNode, entry: places.engineEntry, env: { ...env, VITRINE_DATA: places.data }, codeCache: path.join(app.getPath('sessionData'), 'engine-code') }),
    {
      onStatus: (status) => tellWindow(window, 'system.engine', status),
      onEvent(name, payload) {
        if (name === 'photos.changed') media.forget((payload as EventOf<'photos.changed'>).ids);
        if (name === 'settings.changed') applySettings(payload as EventOf<'settings.changed'>);
        tellWindow(window, name, payload);
      },
      onHostCall: (name, input) =>
        name.startsWith(modelCallPrefix) ? modelWindow.call(name, input) : Promise.resolve({ ok: false, error: { code: 'unknown-call', params: { call: name } } }),
    },
  );
  const internal = internalCalls(engine.client, currentActor);
  const media = new MediaCache(internal.findMedia, rememberedPhotos);

  const addPhotos = async (kind: 'files' | 'folder'): Promise<void> => {
    const paths = await choosePaths(dialog, window, texts, kind);
    if (paths.length > 0) await internal.importPaths(paths);
  };
  const menuActions = { addPhotos: (kind: 'files' | 'folder') => void addPhotos(kind), development: !app.isPackaged };
  const applySettings = (settings: EventOf<'settings.changed'>): void => {
    nativeTheme.themeSource = settings.theme;
    texts = hostTexts(settings.language, app.getLocale());
    setMenu(texts, menuActions);
  };
  setMenu(texts, menuActions);

  protocol.handle('app', appProtocol(places, (nonce) => { styleNonce = nonce; }));
  protocol.handle('media', mediaProtocol(media.find));

  const ask = askEngine(engine.client, currentActor);
  const host = hostCalls({
    choosePaths: (kind) => choosePaths(dialog, window, texts, kind),
    importPaths: internal.importPaths,
    packFiles: packFiles(dialog, () => window, () => texts),
    pack: (channel) => ask('packs.get', { channel }),
    chooseExportPath: (what) => chooseExportPath(dialog, window, texts, what),
    exportPhotos: internal.exportPhotos,
    exportPath: internal.exportPath,
    watchFolder: internal.watchFolder,
    openSheet: internal.openSheet,
    setPictureFolder: internal.setPictureFolder,
    originalPath: internal.originalPath,
    chooseTarget: () => chooseTarget(dialog, window, texts),
    exportFixes: internal.exportFixes,
    fixedPath: internal.fixedPath,
    reveal: (target) => shell.showItemInFolder(target),
    dataFolder: places.data,
    engineStatus: () => engine.supervisor.status,
    startEngine: () => engine.supervisor.start(),
    about: () => describeRuntime(app, engine.supervisor.engineNode, env),
  });
  listenToWindow({
    window: () => window,
    start: () => ({ platform: process.platform, locale: app.getLocale(), styleNonce }),
    call: routeWindowCall({ host, engine: (call) => engine.client.call(call), actor: currentActor }),
    importPaths: internal.importPaths,
    openSheet: internal.openSheet,
  });

  engine.supervisor.start();
  const opened = openMainWindow({ preload: places.preload, stateFile: path.join(places.data, 'window.json') });
  window = opened;
  // Not 'window-all-closed': the hidden window of the models may still be there.
  opened.on('closed', () => {
    window = null;
    app.quit();
  });
  void runErrands(switches, opened, engine.client, currentActor).then((code) => {
    if (code !== null) endWith(code);
  });

  let exitCode = 0;
  let closing = false;
  let wantedAgain = false;
  app.on('second-instance', () => {
    wantedAgain = closing;
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  const endWith = (code: number): void => {
    exitCode = code;
    app.quit();
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    // By itself an exit asks no window to close, and this one remembers its place then.
    window?.close();
    modelWindow.close();
    void engine.close().finally(() => {
      if (wantedAgain) app.relaunch();
      app.exit(exitCode);
    });
  });
}
