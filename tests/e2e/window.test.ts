import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, openConsole, removeFolder } from './harness.ts';
import type { OpenedConsole } from './harness.ts';

let opened: OpenedConsole;
beforeAll(async () => { opened = await openConsole(); });
afterAll(() => opened.close());

/** The engine's state once it is no longer on its way up. */
async function settledEngine() {
  for (;;) {
    const answer = await opened.call('system.engine', {});
    if (!answer.ok || answer.value.state === 'ready' || answer.value.state === 'stopped') return answer;
    await wait(50);
  }
}

describe('the window', () => {
  it('opens at 1280 × 800 and paints a page', async () => {
    const bounds = await (await opened.app.browserWindow(opened.page)).evaluate((window) => window.getBounds());
    expect(bounds).toMatchObject({ width: 1280, height: 800 });
    expect(await opened.page.evaluate(() => document.querySelector('#root')?.childElementCount)).toBeGreaterThan(0);
    await opened.screenshot('window');
  });

  it('has an engine that becomes ready', async () => {
    expect(await settledEngine()).toMatchObject({ ok: true, value: { state: 'ready', restarts: 0, reason: null } });
    expect(existsSync(path.join(opened.data, 'vitrine.db'))).toBe(true);
  });

  it('says which Electron and which Node run', async () => {
    const about = await opened.call('system.about', {});
    if (!about.ok) throw new Error(about.error.code);
    expect(about.value.electronSource).toBe(process.env['VITRINE_ELECTRON_SOURCE']);
    expect(Number(about.value.engineNode.replace('v', '').split('.')[0])).toBeGreaterThanOrEqual(24);
  });

  it('answers calls through the engine and refuses what the contract has not', async () => {
    expect(await opened.call('photos.counts', {})).toMatchObject({ ok: true, value: { total: 0 } });
    expect(await opened.call('internal.media' as never, { kind: 'photo', id: 'a', variant: 'thumb' })).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
    expect(await opened.call('photos.choose', { kind: 'everything' } as never)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});

describe('closing', () => {
  const data = makeFolder();
  afterAll(() => removeFolder(data));
  const place = { x: 40, y: 30, width: 1100, height: 700 };

  it('ends the console with its window, also while the hidden window of the models is there', async () => {
    const console = await openConsole({ data });
    await console.call('models.list', {});
    expect(await console.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
    const window = await console.app.browserWindow(console.page);
    const ended = once(console.app.process(), 'exit');
    await window.evaluate((own, bounds) => {
      own.setBounds(bounds);
      // after the answer to this has left
      setTimeout(() => own.close(), 100);
    }, place);
    expect(await ended).toEqual([0, null]);
  });

  it('remembers where the window stood, closed by its button or by the menu', async () => {
    const boundsAt = async (next: { width: number }): Promise<unknown> => {
      const console = await openConsole({ data });
      const window = await console.app.browserWindow(console.page);
      const bounds = await window.evaluate((own) => own.getBounds());
      await window.evaluate((own, wanted) => own.setBounds(wanted), next);
      // as the menu and Ctrl+Q do
      await console.close();
      return bounds;
    };
    expect(await boundsAt({ width: 1150 })).toMatchObject(place);
    expect(await boundsAt({ width: 1150 })).toMatchObject({ ...place, width: 1150 });
  });
});
