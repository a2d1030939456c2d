import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from './engine.ts';
import { TestEngine } from './test-engine.ts';
import type { EngineCall } from './engine-client.ts';
import type { EngineStatus } from './supervisor.ts';

const actor = { id: 'owner', role: 'owner' } as const;
const query: EngineCall = { name: 'photos.counts', input: {}, actor, kind: 'query' };
const command: EngineCall = { name: 'photos.undo', input: { eventIds: [] }, actor, kind: 'command' };

function openConsole() {
  const started: TestEngine[] = [];
  const states: EngineStatus[] = [];
  const events: [string, unknown][] = [];
  const engine = createEngine(
    () => {
      const process = new TestEngine();
      started.push(process);
      return process;
    },
    {
      onStatus: (status) => states.push(status),
      onEvent: (name, payload) => events.push([name, payload]),
      onHostCall: async (name, input) => ({ ok: true, value: { name, input } }),
    },
  );
  engine.supervisor.start();
  const last = (): TestEngine => {
    const process = started.at(-1);
    if (process === undefined) throw new Error('no engine was started');
    return process;
  };
  return { engine, started, states, events, last };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('calls', () => {
  it('go to the engine with their actor and come back with its answer', async () => {
    const { engine, last } = openConsole();
    last().ready();
    const answer = engine.client.call(query);
    expect(last().sent).toEqual([{ t: 'call', id: 1, name: 'photos.counts', input: {}, actor }]);
    last().says({ t: 'reply', id: 1, result: { ok: true, value: 7 } });
    expect(await answer).toEqual({ ok: true, value: 7 });
  });

  it('wait for the first engine, commands too, in the order they came', () => {
    const { engine, last } = openConsole();
    void engine.client.call(command);
    void engine.client.call(query);
    expect(last().sent).toEqual([]);
    last().ready();
    expect(last().sent.map((message) => message.t === 'call' && message.name)).toEqual(['photos.undo', 'photos.counts']);
  });

  it('are answered engine-restarting when the engine dies over them', async () => {
    const { engine, last } = openConsole();
    last().ready();
    const answers = [engine.client.call(query), engine.client.call(command)];
    last().exit();
    expect(await Promise.all(answers)).toEqual([
      { ok: false, error: { code: 'engine-restarting' } },
      { ok: false, error: { code: 'engine-restarting' } },
    ]);
  });

  it('wait for the next engine when they are queries, and fail at once when they are commands', async () => {
    const { engine, last } = openConsole();
    last().ready();
    last().exit();
    expect(await engine.client.call(command)).toEqual({ ok: false, error: { code: 'engine-restarting' } });
    const waiting = engine.client.call(query);
    vi.advanceTimersByTime(200);
    last().ready();
    last().says({ t: 'reply', id: 1, result: { ok: true, value: 'again' } });
    expect(await waiting).toEqual({ ok: true, value: 'again' });
  });

  it('give up after 15 seconds without an engine', async () => {
    const { engine } = openConsole();
    const waiting = engine.client.call(query);
    vi.advanceTimersByTime(15_000);
    expect(await waiting).toEqual({ ok: false, error: { code: 'engine-starting' } });
  });

  it('of an engine that is gone are not answered by the next one', async () => {
    const { engine, last } = openConsole();
    last().ready();
    const lost = engine.client.call(query);
    last().exit();
    await lost;
    vi.advanceTimersByTime(200);
    last().ready();
    const next = engine.client.call(query);
    last().says({ t: 'reply', id: 1, result: { ok: true, value: 'old' } });
    last().says({ t: 'reply', id: 2, result: { ok: true, value: 'new' } });
    expect(await next).toEqual({ ok: true, value: 'new' });
  });
});

describe('supervision', () => {
  it('restarts after a crash and tells each state with its reason', () => {
    const { states, started, last } = openConsole();
    last().ready();
    last().exit('SIGSEGV');
    vi.advanceTimersByTime(200);
    last().ready();
    expect(started).toHaveLength(2);
    expect(states.map(({ state, restarts, reason }) => [state, restarts, reason?.code ?? null])).toEqual([
      ['starting', 0, null],
      ['ready', 0, null],
      ['restarting', 1, 'engine-crashed'],
      ['restarting', 1, 'engine-crashed'],
      ['ready', 1, null],
    ]);
  });

  it('leaves an engine stopped that crashes six times within a minute', async () => {
    const { engine, states, started, last } = openConsole();
    for (let crash = 0; crash < 6; crash += 1) {
      last().exit('exit 1');
      vi.advanceTimersByTime(5_000);
    }
    expect(started).toHaveLength(6);
    expect(states.at(-1)).toEqual({ state: 'stopped', restarts: 6, reason: { code: 'engine-keeps-stopping', params: {}, detail: 'exit 1' } });
    expect(await engine.client.call(query)).toEqual({ ok: false, error: { code: 'engine-stopped' } });
  });

  it('starts again with a new budget when a person asks', () => {
    const { engine, states, started, last } = openConsole();
    for (let crash = 0; crash < 6; crash += 1) {
      last().exit();
      vi.advanceTimersByTime(5_000);
    }
    engine.supervisor.start();
    expect(started).toHaveLength(7);
    expect(states.at(-1)).toMatchObject({ state: 'starting', restarts: 0 });
  });

  it('does not restart an engine that says why it cannot start', () => {
    const { states, started, last } = openConsole();
    last().says({ t: 'refused', code: 'database-newer', params: { found: 9, supported: 3 }, detail: 'vitrine.db' });
    last().exit('exit 1');
    vi.advanceTimersByTime(60_000);
    expect(started).toHaveLength(1);
    expect(states.at(-1)).toEqual({
      state: 'stopped',
      restarts: 0,
      reason: { code: 'database-newer', params: { found: 9, supported: 3 }, detail: 'vitrine.db' },
    });
  });
});

describe('an engine that hangs', () => {
  const hang = (engine: TestEngine): void => {
    engine.ready();
    engine.answers = false;
    vi.advanceTimersByTime(22_000);
  };

  it('is ended by force after 20 seconds without an answer, and started again', () => {
    const { states, started, last } = openConsole();
    last().ready();
    vi.advanceTimersByTime(600_000);
    expect(last().killed).toBe(false);
    hang(last());
    expect(started[0]?.killed).toBe(true);
    expect(started).toHaveLength(2);
    expect(states.at(-1)).toMatchObject({ state: 'restarting', restarts: 1, reason: { code: 'engine-hung', detail: 'no answer for 20 s' } });
  });

  it('spends the budget of restarts, however long each silence took, and stays stopped', () => {
    const { states, started, last } = openConsole();
    for (let hung = 0; hung < 6; hung += 1) {
      hang(last());
      vi.advanceTimersByTime(5_000);
    }
    expect(started).toHaveLength(6);
    expect(states.at(-1)).toMatchObject({ state: 'stopped', restarts: 6, reason: { code: 'engine-hung' } });
  });

  it('is left alone while the console closes, which has limits of its own', async () => {
    const { engine, last } = openConsole();
    last().ready();
    last().answers = false;
    const closed = engine.close();
    for (let seconds = 0; seconds < 40; seconds += 5) {
      last().says({ t: 'closing' });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(last().killed).toBe(false);
    last().says({ t: 'reply', id: 1, result: { ok: true, value: {} } });
    await closed;
  });
});

describe('messages of the engine', () => {
  it('pass on as events when the contract has them, and not otherwise', () => {
    const { events, last } = openConsole();
    last().ready();
    last().says({ t: 'event', name: 'photos.changed', payload: { ids: null } });
    last().says({ t: 'event', name: 'internal.secret', payload: {} });
    expect(events).toEqual([['photos.changed', { ids: null }]]);
  });

  it('may ask the host, and get its answer under their own id', async () => {
    const { last } = openConsole();
    last().ready();
    last().says({ t: 'host-call', id: 42, name: 'window-runtime.probe', input: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(last().sent).toEqual([{ t: 'host-reply', id: 42, result: { ok: true, value: { name: 'window-runtime.probe', input: 1 } } }]);
  });
});

describe('closing', () => {
  it('asks the engine to close, lets it go, and does not take its end for a crash', async () => {
    const { engine, started, last } = openConsole();
    last().ready();
    const closed = engine.close();
    expect(last().sent).toMatchObject([{ t: 'call', name: 'internal.close' }]);
    last().says({ t: 'reply', id: 1, result: { ok: true, value: {} } });
    await closed;
    vi.advanceTimersByTime(60_000);
    expect(last()).toMatchObject({ disconnected: true, killed: false });
    expect(started).toHaveLength(1);
  });

  it('waits while the engine says that its backup goes on, but not for ever', async () => {
    const { engine, last } = openConsole();
    last().ready();
    const closed = engine.close();
    for (let seconds = 0; seconds < 55; seconds += 5) {
      last().says({ t: 'closing' });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(last().killed).toBe(false);
    last().says({ t: 'closing' });
    await vi.advanceTimersByTimeAsync(5_000);
    await closed;
    expect(last().killed).toBe(true);
  });

  it('ends an engine by force that does not answer', async () => {
    const { engine, last } = openConsole();
    last().ready();
    const closed = engine.close();
    await vi.advanceTimersByTimeAsync(8_000);
    await closed;
    expect(last().killed).toBe(true);
  });
});
