import { BrowserWindow, MessageChannelMain } from 'electron';
import { z } from 'zod';
import { err } from '../../app/kernel/result.ts';
import { channels } from '../preload/channels.ts';
import { modelOrigin } from './app-protocol.ts';
import type { CallResult } from '../../app/contract/index.ts';

/** Host calls that go to the hidden window start with this. */
export const modelCallPrefix = 'window-runtime.';

const loadLimitMs = 20_000;

/** What the page answers. What is in a value only the engine knows, which parses it. */
const Answer = z.object({
  id: z.number(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: z.object({ code: z.string(), detail: z.string().optional() }) }),
  ]),
});

function readAnswer(data: unknown): { readonly id: number; readonly result: CallResult<unknown> } | null {
  const answer = Answer.safeParse(data);
  if (!answer.success) return null;
  const { id, result } = answer.data;
  if (result.ok) return { id, result: { ok: true, value: result.value } };
  const { code, detail } = result.error;
  return { id, result: err(detail === undefined ? { code } : { code, detail }) };
}

export interface ModelWindowSpec {
  readonly preload: string;
}

interface Page {
  readonly window: BrowserWindow;
  readonly port: Electron.MessagePortMain;
}

const unavailable = (detail: string): CallResult<never> => err({ code: 'runtime-unavailable', detail });

/**
 * The hidden window where models run on Chromium's GPU. It opens on the first call, and each call is passed to its
 * page over a MessagePort as `{ id, name, input }`, answered by `{ id, result }`.
 */
export class ModelWindow {
  readonly #spec: ModelWindowSpec;
  readonly #pending = new Map<number, (result: CallResult<unknown>) => void>();
  #page: Promise<Page> | null = null;
  #lastId = 0;

  constructor(spec: ModelWindowSpec) {
    this.#spec = spec;
  }

  async call(name: string, input: unknown): Promise<CallResult<unknown>> {
    let page: Page;
    try {
      this.#page ??= this.#open();
      page = await this.#page;
    } catch (cause) {
      this.#forget('the page could not be loaded');
      return unavailable(String(cause));
    }
    return new Promise((resolve) => {
      this.#lastId += 1;
      this.#pending.set(this.#lastId, resolve);
      page.port.postMessage({ id: this.#lastId, name, input });
    });
  }

  close(): void {
    void this.#page?.then(({ window }) => window.destroy(), () => undefined);
  }

  async #open(): Promise<Page> {
    const window = new BrowserWindow({
      show: false,
      width: 64,
      height: 64,
      skipTaskbar: true,
      webPreferences: {
        preload: this.#spec.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    const limit = setTimeout(() => window.destroy(), loadLimitMs);
    window.on('closed', () => this.#forget('the hidden window closed'));
    window.webContents.on('render-process-gone', (_event, details) => {
      this.#forget(`the hidden window's process ended: ${details.reason}`);
      window.destroy();
    });
    try {
      await window.loadURL(`${modelOrigin}/index.html`);
    } catch (cause) {
      window.destroy();
      throw cause;
    } finally {
      clearTimeout(limit);
    }
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', ({ data }: { data: unknown }) => {
      const answer = readAnswer(data);
      if (answer === null) return;
      this.#pending.get(answer.id)?.(answer.result);
      this.#pending.delete(answer.id);
    });
    port1.start();
    window.webContents.postMessage(channels.modelPort, null, [port2]);
    return { window, port: port1 };
  }

  /** The page is gone: whoever waits is told, and the next call opens another. */
  #forget(why: string): void {
    this.#page = null;
    const answers = [...this.#pending.values()];
    this.#pending.clear();
    for (const answer of answers) answer(unavailable(why));
  }
}
