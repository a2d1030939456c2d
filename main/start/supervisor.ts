import type { z } from 'zod';
import type { HostErrorCode } from '../../app/contract/host-error-codes.ts';
import type { EngineState } from '../../app/contract/system.ts';
import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';
import { Heartbeat, heartbeatTimes, type HeartbeatTimes } from './heartbeat.ts';
import { RestartBudget } from './restart-budget.ts';
import type { EngineProcess } from './engine-process.ts';

export type EngineStatus = z.infer<typeof EngineState>;

export interface SupervisorEvents {
  /** state, reason or restart count changed */
  readonly onStatus: (status: EngineStatus) => void;
  readonly onMessage: (message: Exclude<FromEngine, { t: 'ready' | 'refused' | 'closing' | 'pong' }>) => void;
  /** the process that would have answered is gone */
  readonly onLost: () => void;
}

/** However busy an engine says it is: a person wants the console to end. What it was copying is then no backup, and goes. */
const longestCloseMs = 60_000;

interface Crash {
  readonly code: Extract<HostErrorCode, 'engine-crashed' | 'engine-hung'>;
  readonly detail: string;
}

/**
 * Keeps one engine process running: starts it again after a crash, ever later, until the budget is spent. One that
 * no longer answers is ended by force, which is a crash like any other. An engine that refuses to start (a newer database, a read-only disk) says why and is not started again by itself.
 */
export class Supervisor {
  readonly #start: () => EngineProcess;
  readonly #events: SupervisorEvents;
  readonly #budget = new RestartBudget();
  readonly #times: HeartbeatTimes;
  #process: EngineProcess | null = null;
  /** watches the process that runs */
  #pulse: NodeJS.Timeout | null = null;
  /** milliseconds in which hung engines answered nothing: they are no time without a crash */
  #hungMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #closing = false;
  #status: EngineStatus = { state: 'starting', restarts: 0, reason: null };
  /** the engine says that its clean close goes on */
  #stillClosing: () => void = () => undefined;
  /** Node version of the engine, once it is ready */
  #node = 'unknown';

  constructor(start: () => EngineProcess, events: SupervisorEvents, times = heartbeatTimes) {
    this.#start = start;
    this.#events = events;
    this.#times = times;
  }

  get status(): EngineStatus {
    return { ...this.#status, restarts: this.#budget.count(this.#now()) };
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
    this.#stopWatching();
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
    let hung: Crash | null = null;
    const engine = this.#start();
    this.#process = engine;
    const heartbeat = this.#watch(engine, (silentMs) => {
      hung = { code: 'engine-hung', detail: `no answer for ${Math.round(silentMs / 1000)} s` };
    });
    this.#set({ state, reason: this.#status.reason });
    engine.onMessage((message) => {
      if (message.t === 'ready') {
        this.#node = message.node;
        heartbeat.ready();
        this.#set({ state: 'ready', reason: null });
      } else if (message.t === 'refused') {
        refusal = { code: message.code, params: message.params, detail: message.detail };
      } else if (message.t === 'pong') {
        heartbeat.answered();
      } else if (message.t === 'closing') {
        this.#stillClosing();
      } else {
        this.#events.onMessage(message);
      }
    });
    engine.onExit((how) => {
      this.#process = null;
      this.#stopWatching();
      this.#events.onLost();
      if (this.#closing) return;
      if (refusal !== null) this.#set({ state: 'stopped', reason: refusal });
      else this.#afterCrash(hung ?? { code: 'engine-crashed', detail: how });
    });
  }

  /** Asks the engine whether it is there, as long as it runs, and ends it by force when it no longer answers. */
  #watch(engine: EngineProcess, onHung: (silentMs: number) => void): Heartbeat {
    const heartbeat = new Heartbeat(this.#times, performance.now());
    this.#pulse = setInterval(() => {
      const next = heartbeat.tick(performance.now());
      if (next === 'ask') engine.send({ t: 'ping' });
      if (next !== 'hung') return;
      this.#stopWatching();
      this.#hungMs += heartbeat.silent;
      onHung(heartbeat.silent);
      engine.kill();
    }, this.#times.everyMs);
    return heartbeat;
  }

  #stopWatching(): void {
    if (this.#pulse !== null) clearInterval(this.#pulse);
    this.#pulse = null;
  }

  /** The budget's clock stands still while an engine hangs: otherwise one that hangs after each start never spent it. */
  #now(): number {
    return Date.now() - this.#hungMs;
  }

  #afterCrash({ code, detail }: Crash): void {
    const delay = this.#budget.crashed(this.#now());
    const keepsStopping = delay === null && code === 'engine-crashed';
    const reason = { code: keepsStopping ? 'engine-keeps-stopping' : code, params: {}, detail };
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
