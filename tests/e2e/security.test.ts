import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole } from './harness.ts';
import type { AddressInfo } from 'node:net';
import type { OpenedConsole } from './harness.ts';

let opened: OpenedConsole;
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  response.setHeader('access-control-allow-origin', '*').end('reached');
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  opened = await openConsole();
});
afterAll(async () => {
  server.close();
  // These tests provoke complaints on purpose; window.test.ts is where there must be none.
  opened.complaints.length = 0;
  await opened.close();
});

describe('a page of the console', () => {
  it('has no Node and no Electron', async () => {
    const found = await opened.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron', '__dirname'].filter((name) => name in globalThis));
    expect(found).toEqual([]);
    const window = await opened.app.browserWindow(opened.page);
    // Electron has this, its types do not.
    const preferences = await window.evaluate(({ webContents }) => (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences());
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  it('sees of its host what the bridge names and no more', async () => {
    expect(await opened.page.evaluate(() => Object.keys(window.vitrine).sort())).toEqual(['call', 'importDropped', 'on', 'openDropped', 'start']);
  });

  it('cannot reach the network by fetch, picture, socket or beacon', async () => {
    const outcomes = await opened.page.evaluate(async (origin) => {
      const fetched = await fetch(`${origin}/fetch`).then(() => 'reached', () => 'blocked');
      const picture = await new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('reached');
        image.onerror = () => resolve('blocked');
        image.src = `${origin}/picture`;
      });
      const socket = await new Promise((resolve) => {
        try {
          const opening = new WebSocket(origin.replace('http', 'ws'));
          opening.onopen = () => resolve('reached');
          opening.onerror = () => resolve('blocked');
        } catch {
          resolve('blocked');
        }
      });
      navigator.sendBeacon(`${origin}/beacon`, 'x');
      return [fetched, picture, socket];
    }, address);
    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
    expect(requests).toEqual([]);
  });

  it('is blocked from the network by the session too, where its policy does not apply', async () => {
    const outcome = await opened.app.evaluate(({ session }, url) => session.defaultSession.fetch(url).then(() => 'reached', () => 'blocked'), `${address}/session`);
    expect(outcome).toBe('blocked');
    expect(requests).toEqual([]);
  });

  it('cannot open windows or navigate away', async () => {
    expect(await opened.page.evaluate(() => window.open('https://example.com') === null)).toBe(true);
    await opened.page.evaluate((url) => { window.location.href = url; }, address);
    await opened.page.evaluate(() => { window.location.href = 'file:///etc/passwd'; });
    expect(await opened.page.evaluate(() => window.location.origin)).toBe('app://vitrine');
    expect(opened.app.windows().map((page) => page.url().split('/')[0])).not.toContain('https:');
    expect(opened.app.windows().filter((page) => !page.url().startsWith('app://models/'))).toHaveLength(1);
    expect(requests).toEqual([]);
  });

  it('cannot run inline script or eval', async () => {
    const ran = await opened.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      // What the debugger evaluates may call eval whatever the policy says; a timer's callback is the page's own.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve((Reflect.construct(Function, ['return true']) as () => boolean)());
          } catch {
            resolve(false);
          }
        });
      });
      return { inline: 'ranInline' in window, evaluated };
    });
    expect(ran).toEqual({ inline: false, evaluated: false });
  });

  it('is granted no camera, place or notifications', async () => {
    const states = await opened.page.evaluate(async () =>
      Promise.all(['camera', 'microphone', 'geolocation', 'notifications'].map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state)),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });
});

describe('media:', () => {
  it.each([
    ['media://photo/../../../../etc/passwd', 400],
    ['media://photo/%2e%2e/thumb', 400],
    ['media://photo/..%2f..%2fetc%2fpasswd/thumb', 400],
    ['media://photo/a%00/thumb', 400],
    ['media://photo/a/original', 400],
    ['media://photo//etc/passwd', 400],
    ['media://file/etc/passwd', 400],
    ['media://photo/no-such-photo/thumb', 404],
  ])('answers %s with %i', async (target, status) => {
    expect(await opened.page.evaluate((url) => fetch(url).then((response) => response.status), target)).toBe(status);
  });
});

describe('app:', () => {
  it.each(['app://vitrine/../start/index.cjs', 'app://vitrine/%2e%2e/start/index.cjs', 'app://vitrine/..%2fpackage.json'])('does not serve %s', async (target) => {
    expect(await opened.page.evaluate((url) => fetch(url).then((response) => response.status), target)).toBe(404);
  });
});
