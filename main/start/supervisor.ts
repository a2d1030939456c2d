import type { z } from 'zod';
import type { HostErrorCode } from '../../app/contract/host-error-codes.ts';
import type { EngineState } from '../../app/contract/system.ts';
import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';
import { RestartBudget } from './restart-budget.ts';
import type { EngineProcess } from './engine-process.ts';

export type EngineStatus = z.infer<typeof EngineState>;

export interface SupervisorEvents {
  /** state, reason or restart count changed */
  readonly onStatus: (status: EngineStatus) => void;
  readonly onMessage: (message: Exclude<FromEngine, { t: 'ready' | 'refused' | 'closing' }>) => void;
  /** the process that would have answered is gone */
  readonly onLost: () => void;
}

/** However busy an engine says it is: a person wants the console to end. What it was copying is then no backup, and goes. */
const longestCloseMs = 60_000;

/**
 * Keeps one engine process running: starts it again after a crash, ever later, until the budget is spent. An engine
 * that refuses to start (a newer database, a read-only disk) says why and is not started again by itself.
 */
export class Supervisor {
  readonly #start: () => EngineProcess;
  readonly #events: SupervisorEvents;
  readonly #budget = new RestartBudget();
  #process: EngineProcess | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closing = false;
  #status: EngineStatus = { state: 'starting', restarts: 0, reason: null };
  /** the engine says that its clean close goes on */
  #stillClosing: () => void = () => undefined;
  /** Node version of the engine, once it is ready */
  #node = 'unknown';

  constructor(start: () => EngineProcess, events: SupervisorEvents) {
    this.#start = start;
    this.#events = events;
  }

  get status(): EngineStatus {
    return { ...this.#status, restarts: this.#budget.count(Date.now()) };
  }

  get engineNode(): string {
    return this.#node;
  }

  /** Starts the engine; also a person's "try again" from the recovery screen, with a new budget. */
  start(): void {
    if (this.#process !== null || this.#closing) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#budget.renew();
    this.#launch('starting');
  }

  /** False where no engine is there to take it. */
  send(message: ToEngine): boolean {
    if (this.#process === null || this.#status.state !== 'ready') return false;
    this.#process.send(message);
    return true;
  }

  /**
   * Ends the engine: from now on its end is no crash. `ask` lets it put its house in order; where that and the end
   * take longer than `limitMs` without a word from it, or a minute in all, it is ended by force.
   */
  async close(ask: () => Promise<unknown>, limitMs: number): Promise<void> {
    this.#closing = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const running = this.#process;
    if (running === null) return;
    const gone = new Promise<void>((resolve) => running.onExit(() => resolve()));
    let limit = setTimeout(() => running.kill(), limitMs);
    const longest = setTimeout(() => running.kill(), longestCloseMs);
    this.#stillClosing = () => {
      clearTimeout(limit);
      limit = setTimeout(() => running.kill(), limitMs);
    };
    if (this.#status.state === 'ready') await Promise.race([ask(), gone]);
    running.disconnect();
    await gone;
    clearTimeout(limit);
    clearTimeout(longest);
  }

  #launch(state: 'starting' | 'restarting'): void {
    let refusal: EngineStatus['reason'] = null;
    const engine = this.#start();
    this.#process = engine;
    this.#set({ state, reason: this.#status.reason });
    engine.onMessage((message) => {
      if (message.t === 'ready') {
        this.#node = message.node;
        this.#set({ state: 'ready', reason: null });
      } else if (message.t === 'refused') {
        refusal = { code: message.code, params: message.params, detail: message.detail };
      } else if (message.t === 'closing') {
        this.#stillClosing();
      } else {
        this.#events.onMessage(message);
      }
    });
    engine.onExit((how) => {
      this.#process = null;
      this.#events.onLost();
      if (this.#closing) return;
      if (refusal !== null) this.#set({ state: 'stopped', reason: refusal });
      else this.#afterCrash(how);
    });
  }

  #afterCrash(how: string): void {
    const delay = this.#budget.crashed(Date.now());
    const code: HostErrorCode = delay === null ? 'engine-keeps-stopping' : 'engine-crashed';
    const reason = { code, params: {}, detail: how };
    if (delay === null) {
      this.#set({ state: 'stopped', reason });
      return;
    }
    this.#set({ state: 'restarting', reason });
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#launch('restarting');
    }, delay);
  }

  #set(change: Pick<EngineStatus, 'state' | 'reason'>): void {
    this.#status = { ...this.#status, ...change };
    this.#events.onStatus(this.status);
  }
}
