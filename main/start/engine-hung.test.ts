import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from './engine.ts';
import { startEngineProcess, type EngineProcess } from './engine-process.ts';
import type { EngineCall } from './engine-client.ts';
import type { EngineStatus } from './supervisor.ts';

const entry = fileURLToPath(new URL('../engine/index.ts', import.meta.url));
const counts: EngineCall = { name: 'photos.counts', input: {}, actor: { id: 'owner', role: 'owner' }, kind: 'query' };
const patient = 120_000;

/** A console with a real engine process; `reached` resolves with the first state, past or to come, for which `wanted` holds. */
function openConsole() {
  const data = mkdtempSync(path.join(tmpdir(), 'vitrine-hung-'));
  const processes: EngineProcess[] = [];
  const states: EngineStatus[] = [];
  let look = (): void => undefined;
  const engine = createEngine(
    () => {
      const started = startEngineProcess({ node: process.execPath, entry, env: { ...process.env, VITRINE_DATA: data }, codeCache: path.join(data, 'code') });
      processes.push(started);
      return started;
    },
    {
      onStatus(status) {
        states.push(status);
        look();
      },
      onEvent: () => undefined,
      onHostCall: async () => ({ ok: false, error: { code: 'unknown-call' } }),
    },
    { everyMs: 100, silentMs: 5_000, startMs: patient },
  );
  onTestFinished(async () => {
    await engine.close();
    for (const one of processes) one.kill();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  });
  const reached = (wanted: (status: EngineStatus) => boolean): Promise<EngineStatus> =>
    new Promise((resolve) => {
      look = () => {
        const found = states.find(wanted);
        if (found !== undefined) resolve(found);
      };
      look();
    });
  return { engine, processes, states, reached };
}

it('an engine that stands still is ended by force and started again, and its callers learn it', async () => {
  const { engine, processes, states, reached } = openConsole();
  engine.supervisor.start();
  await reached(({ state }) => state === 'ready');
  expect(await engine.client.call(counts)).toMatchObject({ ok: true });

  const [first] = processes;
  process.kill(first?.pid ?? 0, 'SIGSTOP');
  const unanswered = engine.client.call(counts);
  const hung = await reached(({ reason }) => reason?.code === 'engine-hung');
  expect(hung).toMatchObject({ state: 'restarting', restarts: 1, reason: { detail: expect.stringMatching(/^no answer for \d+ s$/) } });
  expect(await unanswered).toEqual({ ok: false, error: { code: 'engine-restarting' } });

  states.length = 0;
  await reached(({ state }) => state === 'ready');
  expect(processes.length).toBeGreaterThan(1);
  expect(() => process.kill(first?.pid ?? 0, 0)).toThrow('ESRCH');
  expect(await engine.client.call(counts)).toMatchObject({ ok: true, value: { total: 0 } });
}, patient);
