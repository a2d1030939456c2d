import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Bridge } from '../../app/contract/bridge.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface OpenOptions {
  /** folder to open; a fresh one where left out */
  readonly data?: string;
  /** e.g. ['--sample', '--lang=zh-CN'] */
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    readonly vitrine: Bridge;
  }
}

export interface OpenedConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  /** errors of the page so far: uncaught ones, console errors, breaches of the content security policy */
  readonly complaints: string[];
  /** saves screenshots/<name>.png */
  readonly screenshot: (name: string) => Promise<void>;
  /** asks the console's bridge, as its page would */
  readonly call: Bridge['call'];
  /** ends the console and fails where its page complained */
  readonly close: () => Promise<void>;
}

/** An empty folder for a console's data, which `removeFolder` takes away again. */
export const makeFolder = (): string => mkdtempSync(path.join(tmpdir(), 'vitrine-e2e-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || text.includes('Content Security Policy')) complaints.push(text);
  });
}

/** Opens the real console on its own data folder and waits for its window. */
export async function openConsole(options: OpenOptions = {}): Promise<OpenedConsole> {
  const executablePath = process.env['VITRINE_ELECTRON'];
  if (executablePath === undefined) throw new Error('no Electron: run these tests with `npm run test:e2e`');
  const data = options.data ?? makeFolder();
  const given = (process.env['VITRINE_SWITCHES'] ?? '').split(' ').filter((word) => word !== '');
  const app = await _electron.launch({
    executablePath,
    args: [...given, root, ...(options.switches ?? [])],
    env: { ...(process.env as Record<string, string>), VITRINE_DATA: data, VITRINE_CHECK_ANSWERS: '1', ...options.env },
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  watch(page, complaints);
  await page.waitForLoadState('load');
  return {
    app,
    page,
    data,
    complaints,
    async screenshot(name) {
      mkdirSync(path.join(root, 'screenshots'), { recursive: true });
      await page.screenshot({ path: path.join(root, 'screenshots', `${name}.png`) });
    },
    call: (name, input) =>
      page.evaluate(([asked, given]) => window.vitrine.call(asked, given as never), [name, input] as const) as Promise<never>,
    async close() {
      await app.close();
      if (options.data === undefined) removeFolder(data);
      assert.deepEqual(complaints, []);
    },
  };
}
