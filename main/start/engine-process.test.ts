import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment, startEngineProcess } from './engine-process.ts';
import type { FromEngine } from '../../app/contract/wire.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-engine-'));

function program(source: string) {
  const entry = path.join(folder, `${Math.random().toString(36).slice(2)}.ts`);
  writeFileSync(entry, source);
  return { node: process.execPath, entry, env: { ...process.env, NODE_OPTIONS: '--throw-deprecation' }, codeCache: path.join(folder, 'code') };
}

describe('startEngineProcess', () => {
  it('runs TypeScript and passes typed arrays, dates and maps unharmed', async () => {
    const engine = startEngineProcess(
      program("process.on('message', (m: unknown) => process.send!({ t: 'event', name: 'echo', payload: m })); process.on('disconnect', () => process.exit(0));"),
    );
    const answer = new Promise<FromEngine>((resolve) => engine.onMessage(resolve));
    const value = { floats: new Float32Array([1.5, -2]), at: new Date(0), map: new Map([['a', 1n]]) };
    engine.send({ t: 'host-reply', id: 1, result: { ok: true, value } });
    expect(await answer).toEqual({ t: 'event', name: 'echo', payload: { t: 'host-reply', id: 1, result: { ok: true, value } } });
    const gone = new Promise<string>((resolve) => engine.onExit(resolve));
    engine.disconnect();
    expect(await gone).toBe('exit 0');
  });

  it('tells how the process ended', async () => {
    const ended = (source: string) => new Promise<string>((resolve) => startEngineProcess(program(source)).onExit(resolve));
    expect(await ended('process.exit(3)')).toBe('exit 3');
    expect(await ended("process.kill(process.pid, 'SIGTERM')")).toBe('SIGTERM');
  });

  it('tells of a Node that cannot be started', async () => {
    const engine = startEngineProcess({ ...program(''), node: path.join(folder, 'no-node') });
    expect(await new Promise<string>((resolve) => engine.onExit(resolve))).toContain('ENOENT');
  });
});

describe('cleanEnvironment', () => {
  it("keeps Electron's and Node's switches from the engine", () => {
    expect(cleanEnvironment({ PATH: '/bin', NODE_OPTIONS: '-r x', ELECTRON_RUN_AS_NODE: '1', VITRINE_DATA: '/d' })).toEqual({ PATH: '/bin', VITRINE_DATA: '/d' });
  });
});
