import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CallResult } from '../../app/contract/define.ts';
import type { EventName, EventOf } from '../../app/contract/index.ts';
import type { Actor, FromEngine } from '../../app/contract/wire.ts';
import type { JobRow } from '../../app/contract/jobs.ts';
import type { z } from 'zod';

const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
const owner: Actor = { id: 'owner', role: 'owner' };

/** A real engine process, and the part of its host that a test plays. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** what it said first: ready or refused */
  readonly greeting: Promise<FromEngine>;
  readonly exited: Promise<number | null>;
  /** Answers the value, or throws the error's code. */
  ask<T>(name: string, input?: unknown, actor?: Actor): Promise<T>;
  call(name: string, input?: unknown, actor?: Actor): Promise<CallResult<unknown>>;
  /** Resolves with the first event for which `wanted` holds, from now on. */
  event<N extends EventName>(name: N, wanted: (payload: EventOf<N>) => boolean): Promise<EventOf<N>>;
  kill(): Promise<void>;
}

export function startTestProcess(dataFolder: string): TestProcess {
  const child = fork(entry, [], { execArgv: [], serialization: 'advanced', env: { ...process.env, VITRINE_DATA: dataFolder, VITRINE_CHECK_ANSWERS: '1' } });
  const replies = new Map<number, (result: CallResult<unknown>) => void>();
  const listeners = new Set<(message: Extract<FromEngine, { t: 'event' }>) => void>();
  let greet: (message: FromEngine) => void = () => {};
  const greeting = new Promise<FromEngine>((resolve) => { greet = resolve; });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let last = 0;

  child.on('message', (message: FromEngine) => {
    if (message.t === 'reply') replies.get(message.id)?.(message.result);
    else if (message.t === 'event') for (const listener of listeners) listener(message);
    else if (message.t === 'host-call') child.send({ t: 'host-reply', id: message.id, result: { ok: false, error: { code: 'no-window' } } });
    else greet(message);
  });

  const call = (name: string, input: unknown = {}, actor: Actor = owner): Promise<CallResult<unknown>> =>
    new Promise((resolve) => {
      last += 1;
      replies.set(last, resolve);
      child.send({ t: 'call', id: last, name, input, actor });
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);

  return {
    child,
    greeting,
    exited,
    call,
    kill,
    async ask<T>(name: string, input?: unknown, actor?: Actor) {
      const result = await call(name, input, actor);
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.detail ?? ''}`);
      return result.value as T;
    },
    event: (name, wanted) =>
      new Promise((resolve) => {
        const listener = (message: Extract<FromEngine, { t: 'event' }>): void => {
          const payload = message.payload as EventOf<typeof name>;
          if (message.name !== name || !wanted(payload)) return;
          listeners.delete(listener);
          resolve(payload);
        };
        listeners.add(listener);
      }),
  };
}

/** Resolves when the job has ended one way or another; asks as well, since it may have ended before. */
export async function jobEnd(engine: TestProcess, jobId: string): Promise<z.infer<typeof JobRow>> {
  const ended = (job: z.infer<typeof JobRow>): boolean => job.id === jobId && job.state !== 'running' && job.state !== 'queued';
  const event = engine.event('jobs.changed', ended);
  const now = (await engine.ask<z.infer<typeof JobRow>[]>('jobs.list')).find(ended);
  return now ?? event;
}
