import { events } from '../../app/contract/index.ts';
import { EngineClient } from './engine-client.ts';
import { Supervisor } from './supervisor.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import type { EngineProcess } from './engine-process.ts';
import type { EngineStatus } from './supervisor.ts';
import type { CallResult } from '../../app/contract/index.ts';

const closeLimitMs = 8_000;

export interface EngineListeners {
  readonly onStatus: (status: EngineStatus) => void;
  /** an event of the contract */
  readonly onEvent: (name: string, payload: unknown) => void;
  /** the engine asks its host */
  readonly onHostCall: (name: string, input: unknown) => Promise<CallResult<unknown>>;
}

export interface Engine {
  readonly client: EngineClient;
  readonly supervisor: Supervisor;
  /** clean close: backup and checkpoint first, by force where that takes too long */
  readonly close: () => Promise<void>;
}

/** Puts the engine's process, its supervision and the calls to it together; `supervisor.start()` starts it. */
export function createEngine(startProcess: () => EngineProcess, listeners: EngineListeners, heartbeat?: HeartbeatTimes): Engine {
  const supervisor: Supervisor = new Supervisor(startProcess, {
    onStatus(status) {
      client.setAvailability(status.state);
      listeners.onStatus(status);
    },
    onLost: () => client.lost(),
    onMessage(message) {
      if (message.t === 'reply') client.reply(message);
      else if (message.t === 'event') {
        if (events.has(message.name)) listeners.onEvent(message.name, message.payload);
      } else {
        const { id } = message;
        void listeners.onHostCall(message.name, message.input).then((result) => supervisor.send({ t: 'host-reply', id, result }));
      }
    },
  }, heartbeat);
  const client: EngineClient = new EngineClient((message) => supervisor.send(message));
  const close = (): Promise<void> =>
    supervisor.close(() => client.call({ name: 'internal.close', input: {}, actor: { id: 'host', role: 'owner' }, kind: 'command' }), closeLimitMs);
  return { client, supervisor, close };
}
