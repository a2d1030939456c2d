import { err } from '../../app/kernel/result.ts';
import type { HostErrorCode } from '../../app/contract/host-error-codes.ts';
import type { CallResult } from '../../app/contract/index.ts';
import type { Actor, FromEngine, ToEngine } from '../../app/contract/wire.ts';

const waitForReadyMs = 15_000;

export interface EngineCall {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** a query changes nothing, so it may wait for the next engine; a command must not be sent unseen */
  readonly kind: 'query' | 'command';
}

export type EngineAvailability = 'starting' | 'ready' | 'restarting' | 'stopped';

interface Waiting {
  readonly call: EngineCall;
  readonly answer: (result: CallResult<unknown>) => void;
  readonly limit: NodeJS.Timeout;
}

const failure = (code: HostErrorCode): CallResult<never> => err({ code });

/** Calls to the engine and their answers, over engines that come and go. Never rejects: a lost engine is an error value. */
export class EngineClient {
  readonly #send: (message: ToEngine) => boolean;
  readonly #pending = new Map<number, (result: CallResult<unknown>) => void>();
  readonly #waiting = new Set<Waiting>();
  #availability: EngineAvailability = 'starting';
  #lastId = 0;

  /** @param send false where no engine took the message */
  constructor(send: (message: ToEngine) => boolean) {
    this.#send = send;
  }

  call(call: EngineCall): Promise<CallResult<unknown>> {
    if (this.#availability === 'stopped') return Promise.resolve(failure('engine-stopped'));
    if (this.#availability === 'ready') return this.#ask(call);
    // The first engine has seen no call yet, so that a command may wait for it as well.
    if (call.kind === 'command' && this.#availability === 'restarting') return Promise.resolve(failure('engine-restarting'));
    return new Promise((answer) => {
      const waiting: Waiting = {
        call,
        answer,
        limit: setTimeout(() => {
          this.#waiting.delete(waiting);
          answer(failure('engine-starting'));
        }, waitForReadyMs),
      };
      this.#waiting.add(waiting);
    });
  }

  /** Takes the engine's state; sends what waited, or gives it up. */
  setAvailability(availability: EngineAvailability): void {
    this.#availability = availability;
    if (availability === 'ready') this.#release(({ call, answer }) => void this.#ask(call).then(answer));
    if (availability === 'stopped') this.#release(({ answer }) => answer(failure('engine-stopped')));
  }

  reply(message: Extract<FromEngine, { t: 'reply' }>): void {
    const answer = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    answer?.(message.result);
  }

  /** The engine is gone: nobody will answer what it was asked. */
  lost(): void {
    const answers = [...this.#pending.values()];
    this.#pending.clear();
    for (const answer of answers) answer(failure('engine-restarting'));
  }

  #ask(call: EngineCall): Promise<CallResult<unknown>> {
    return new Promise((answer) => {
      this.#lastId += 1;
      const id = this.#lastId;
      this.#pending.set(id, answer);
      if (this.#send({ t: 'call', id, name: call.name, input: call.input, actor: call.actor })) return;
      this.#pending.delete(id);
      answer(failure('engine-restarting'));
    });
  }

  #release(each: (waiting: Waiting) => void): void {
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const waiting of all) {
      clearTimeout(waiting.limit);
      each(waiting);
    }
  }
}
