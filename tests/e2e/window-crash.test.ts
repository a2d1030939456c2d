import { expect, it } from 'vitest';
import { openConsole } from './harness.ts';

it('loads the page again when its process ends, while engine and data stay as they are', async () => {
  const opened = await openConsole();
  await opened.call('settings.set', { theme: 'dark', welcomed: true });
  const window = await opened.app.browserWindow(opened.page);
  const after = await window.evaluate(async ({ webContents: contents }) => {
    const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)));
    contents.forcefullyCrashRenderer();
    await loaded;
    const asked: unknown = await contents.executeJavaScript(`Promise.all([window.vitrine.call('settings.get', {}), window.vitrine.call('system.engine', {})])`);
    return asked;
  });
  expect(after).toMatchObject([{ ok: true, value: { theme: 'dark' } }, { ok: true, value: { state: 'ready', restarts: 0 } }]);
  // That the page crashed is what this is about; window.test.ts is where there must be no complaint.
  opened.complaints.length = 0;
  await opened.close();
});
