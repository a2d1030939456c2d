import { describe, expect, it } from 'vitest';
import { calls } from '../../app/contract/index.ts';
import { engineCalls, type EngineHandlers } from '../../app/contract/handlers.ts';
import { internal } from '../../app/contract/internal.ts';
import type { Role } from '../../app/contract/define.ts';
import { callErrorCodes } from '../../app/contract/error-codes.ts';
import { repositories } from '../store/index.ts';
import { openIn, testFolder } from '../store/test-store.ts';
import { createEngine } from './engine.ts';
import { prepareFolders } from './folders.ts';
import { openLog } from './log.ts';
import { createRouter, handlerOf } from './router.ts';

interface AuditRow { readonly call: string; readonly outcome: string; readonly actor: string; readonly input: string }

/** The real engine over a real database, in this process. */
async function engineUnderTest() {
  const folders = prepareFolders(testFolder());
  const db = await openIn(folders.root);
  const sent: { t: string; name?: string }[] = [];
  const bugs: string[] = [];
  const engine = createEngine({
    db, folders, log: openLog(folders.logs, () => 1), now: () => 7, env: {}, onDamage: (detail) => bugs.push(detail),
    host: { send: (message) => void sent.push(message), ask: async () => ({ ok: false, error: { code: 'no-host' } }) },
  });
  const as = (role: Role) => (name: string, input: unknown) => engine.route(name, input, { id: `${role}-1`, role });
  const audit = () => db.prepare<[], AuditRow>('select call, outcome, actor, input from audit order by seq').all();
  return { db, engine, as, audit, sent };
}

describe('the router', () => {
  it('answers every call of the contract that is the engine\'s, and no other', async () => {
    const { as } = await engineUnderTest();
    const mine = [...calls].filter(([, call]) => call.where === 'engine').map(([name]) => name);
    expect([...engineCalls.keys()].toSorted()).toEqual([...mine, ...Object.keys(internal.calls).map((name) => `internal.${name}`)].toSorted());
    for (const name of engineCalls.keys()) {
      const result = await as('owner')(name, 'no object');
      expect(result, name).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    for (const [name] of [...calls].filter(([, call]) => call.where === 'host')) {
      expect(await as('owner')(name, {}), name).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
    }
  });

  it('tells the window what an import brought, by whichever way it came', async () => {
    const { as, sent } = await engineUnderTest();
    expect(await as('owner')('internal.importPaths', { paths: [testFolder()] })).toMatchObject({ ok: true, value: { added: 0, known: 0 } });
    expect(sent).toContainEqual({ t: 'event', name: 'photos.imported', payload: { jobId: null, added: 0, known: 0, ignored: 0 } });
  });

  it.each(['nothing.here', 'photos', 'photos.toString', 'constructor.name', '__proto__.x', ''])('does not know %j', async (name) => {
    const { as } = await engineUnderTest();
    expect(await as('owner')(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call', params: { call: name } } });
  });

  it('refuses input that breaks the contract, and writes no audit for it', async () => {
    const { as, audit } = await engineUnderTest();
    expect(await as('owner')('photos.decide', { ids: [], decision: 'passed' })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await as('owner')('photos.list', { limit: -1 })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(audit()).toEqual([]);
  });

  it('checks roles in the engine, and keeps both what was done and what was refused', async () => {
    const { as, audit } = await engineUnderTest();
    const input = { ids: ['x'], decision: 'passed' };
    expect(await as('viewer')('photos.decide', input)).toMatchObject({ ok: false, error: { code: 'forbidden', params: { call: 'photos.decide', role: 'viewer' } } });
    expect(await as('merchandiser')('photos.decide', input)).toEqual({ ok: true, value: { eventIds: [] } });
    expect(await as('merchandiser')('system.backup', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await as('viewer')('photos.list', {})).toMatchObject({ ok: true });
    expect(audit().map(({ call, outcome, actor }) => [call, outcome, actor])).toEqual([
      ['photos.decide', 'forbidden', 'viewer-1'],
      ['photos.decide', 'accepted', 'merchandiser-1'],
      ['system.backup', 'forbidden', 'merchandiser-1'],
    ]);
  });

  it('keeps a long input as its hash', async () => {
    const { as, audit } = await engineUnderTest();
    await as('owner')('photos.remove', { ids: Array.from({ length: 5_000 }, (_, n) => `photo-${n}`) });
    expect(JSON.parse(audit()[0]?.input ?? '')).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('turns a bug of a handler, and an answer that breaks the contract, into a coded error', async () => {
    const { db } = await engineUnderTest();
    const bugs: string[] = [];
    const broken = {
      settings: { get: () => { throw new TypeError('x is undefined'); }, set: () => ({ ok: true, value: { theme: 'sepia' } }) },
    } as unknown as EngineHandlers;
    const route = createRouter({ handlers: broken, audit: repositories(db, () => 1).audit, now: () => 1, checkAnswers: true, onBug: (call) => bugs.push(call) });
    const owner = { id: 'owner', role: 'owner' } as const;
    expect(await route('settings.get', {}, owner)).toMatchObject({ ok: false, error: { code: 'internal', detail: 'x is undefined' } });
    expect(await route('settings.set', {}, owner)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(bugs).toEqual(['settings.get', 'settings.set']);
    expect(handlerOf(broken, 'settings.hasOwnProperty')).toBeNull();
  });

  it('says what the disk refuses in the code of that failure', async () => {
    const { as, db } = await engineUnderTest();
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
    const ids = Array.from({ length: 20 }, (_, n) => `${n}`.repeat(100));
    let result = await as('owner')('photos.decide', { ids, decision: 'passed' });
    for (let n = 0; n < 200 && result.ok; n += 1) result = await as('owner')('photos.decide', { ids, decision: 'passed' });
    expect(result).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(callErrorCodes).toContain('disk-full');
  });

  it('lets the windows know of settings that changed', async () => {
    const { as, sent } = await engineUnderTest();
    await as('viewer')('settings.set', { theme: 'dark' });
    expect(sent).toMatchObject([{ t: 'event', name: 'settings.changed', payload: { theme: 'dark' } }]);
    expect(await as('viewer')('photos.get', { id: 'nobody' })).toEqual({ ok: false, error: { code: 'photo-not-found' } });
    expect(await as('owner')('jobs.pause', { id: 'none' })).toEqual({ ok: false, error: { code: 'job-not-found' } });
    expect(await as('owner')('models.choose', { id: 'none', runtime: null })).toMatchObject({ ok: false, error: { code: 'model-not-found' } });
  });
});
