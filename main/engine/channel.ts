import type { CallResult } from '../../app/contract/define.ts';
import type { FromEngine, ToEngine } from '../../app/contract/wire.ts';
import { err } from '../../app/kernel/result.ts';
import type { Route } from './router.ts';

/** The way to the host: calls come in, answers and events go out. */
export interface HostChannel {
  send(message: FromEngine): void;
  /** Sends, and resolves when the message has left the process. */
  sendLast(message: FromEngine): Promise<void>;
  /** Answers calls from now on. */
  serve(route: Route): void;
  /** Asks the host, e.g. for a model in a hidden window. Never rejects. */
  readonly ask: (name: string, input: unknown) => Promise<CallResult<unknown>>;
}

/** A host that says nothing for so long has lost the question. */
const hostSilentMs = 60_000;

/** The channel of a process that was forked; null where this process has no host. */
export function openHostChannel(host: NodeJS.Process): HostChannel | null {
  if (host.send === undefined) return null;
  const waiting = new Map<number, (result: CallResult<unknown>) => void>();
  let route: Route | null = null;
  let lastId = 0;

  const send = (message: FromEngine): void => {
    if (host.connected) host.send?.(message, undefined, undefined, () => undefined);
  };

  const answered = (id: number, result: CallResult<unknown>): void => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  };

  host.on('message', (message: ToEngine) => {
    if (message.t === 'ping') return send({ t: 'pong' });
    if (message.t === 'host-reply') return answered(message.id, message.result);
    const { id, name, input, actor } = message;
    void route?.(name, input, actor).then((result) => send({ t: 'reply', id, result }));
  });

  return {
    send,
    sendLast: (message) =>
      new Promise((resolve) => {
        if (host.connected) host.send?.(message, undefined, undefined, () => resolve());
        else resolve();
      }),
    serve(answer) {
      route = answer;
    },
    ask(name, input) {
      if (!host.connected) return Promise.resolve(err({ code: 'no-host' }));
      return new Promise((resolve) => {
        lastId += 1;
        const id = lastId;
        const limit = setTimeout(() => answered(id, err({ code: 'host-silent', params: { call: name } })), hostSilentMs);
        waiting.set(id, (result) => {
          clearTimeout(limit);
          resolve(result);
        });
        send({ t: 'host-call', id, name, input });
      });
    },
  };
}
