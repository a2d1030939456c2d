import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, nativeTheme, protocol, session, shell } from 'electron';
import { startConsole } from './console.ts';
import { silenceChromium } from './lockdown.ts';
import { findPlaces } from './places.ts';
import { readSwitches } from './switches.ts';

const places = findPlaces(app, process.env);
mkdirSync(places.data, { recursive: true });
app.setPath('userData', places.data);
// Chromium's own files (caches, local storage) apart from the merchant's.
const chromiumFolder = path.join(places.data, 'window');
mkdirSync(chromiumFolder, { recursive: true });
app.setPath('sessionData', chromiumFolder);

silenceChromium(app);
// As root Chromium runs only without its sandbox, which the starting script then says.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  { scheme: 'media', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true } },
]);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() =>
    startConsole({ app, dialog, nativeTheme, protocol, session: session.defaultSession, shell, places, switches: readSwitches(process.argv), env: process.env }),
  );
} else {
  process.stderr.write('Vitrine is already open with this data; its window was brought to the front.\n');
  app.quit();
}
