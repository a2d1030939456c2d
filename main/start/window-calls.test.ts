import { describe, expect, it } from 'vitest';
import { calls } from '../../app/contract/index.ts';
import { hostCalls } from './host-calls.ts';
import { routeWindowCall } from './window-calls.ts';
import type { Role } from '../../app/contract/index.ts';
import type { EngineCall } from './engine-client.ts';
import type { HostServices } from './host-calls.ts';

function open(role: Role = 'owner', services: Partial<HostServices> = {}) {
  const asked: EngineCall[] = [];
  const revealed: string[] = [];
  const host = hostCalls({
    choosePaths: async () => [],
    watchFolder: async () => ({ ok: false, error: { code: 'folder-not-watchable' } }),
    openSheet: async () => ({ ok: false, error: { code: 'sheet-not-found' } }),
    setPictureFolder: async () => ({ ok: false, error: { code: 'import-not-found' } }),
    importPaths: async (paths) => ({ ok: true, value: { jobId: 'j', added: paths.length, known: 0, ignored: 0 } }),
    packFiles: { open: async () => ({ ok: true, value: null }), save: async () => ({ ok: true, value: { written: true } }) },
    pack: async (channel) => ({ ok: false, error: { code: 'channel-not-found', params: { channel } } }),
    chooseExportPath: async () => null,
    exportPhotos: async ({ path }) => ({ ok: true, value: { jobId: path, photos: 1 } }),
    exportPath: async (jobId) => ({ ok: true, value: jobId === 'known' ? { path: '/out/photos.csv' } : null }),
    originalPath: async (id) => ({ ok: true, value: id === 'known' ? { path: '/shop/a.jpg' } : null }),
    chooseTarget: async () => null,
    exportFixes: async (folder, ids) => ({ ok: true, value: { folder, written: ids?.length ?? 9, stale: 0, failed: 0 } }),
    fixedPath: async (id) => ({ ok: true, value: id === 'known' ? { path: '/data/fixed/a.jpg' } : null }),
    reveal: (path) => revealed.push(path),
    dataFolder: '/shop/data',
    engineStatus: () => ({ state: 'ready', restarts: 0, reason: null }),
    startEngine: () => undefined,
    about: () => { throw new Error('not asked for here'); },
    ...services,
  });
  const route = routeWindowCall({
    host,
    engine: async (call) => { asked.push(call); return { ok: true, value: 'engine' }; },
    actor: () => ({ id: 'someone', role }),
  });
  return { route, asked, revealed, host };
}

describe('calls of the window', () => {
  it('go to the engine with the actor that the host knows', async () => {
    const { route, asked } = open();
    expect(await route('photos.counts', { channel: 'all' })).toEqual({ ok: true, value: 'engine' });
    expect(asked).toEqual([{ name: 'photos.counts', input: { channel: 'all' }, actor: { id: 'someone', role: 'owner' }, kind: 'query' }]);
  });

  it.each(['internal.importPaths', 'internal.close', 'photos.nothing', '__proto__', 'constructor', '', 7, null, { name: 'photos.counts' }])(
    'named %j are unknown and reach nobody',
    async (name) => {
      const { route, asked } = open();
      expect(await route(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
      expect(asked).toEqual([]);
    },
  );

  it('are refused to a role that the contract does not name', async () => {
    const { route, asked } = open('viewer');
    expect(await route('photos.decide', { ids: ['a'], decision: null })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await route('photos.choose', { kind: 'files' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(asked).toEqual([]);
  });
});

describe('calls that the host answers', () => {
  it('are all those of the contract that say so', () => {
    const said = [...calls].filter(([, call]) => call.where === 'host').map(([name]) => name);
    expect([...open().host.keys()].sort()).toEqual(said.sort());
  });

  it('have their input parsed', async () => {
    expect(await open().route('photos.choose', { kind: 'everything' })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('import what a person chose, and nothing when they thought better of it', async () => {
    expect(await open().route('photos.choose', { kind: 'files' })).toEqual({ ok: true, value: null });
    const { route } = open('owner', { choosePaths: async (kind) => [`/shop/${kind}`] });
    expect(await route('photos.choose', { kind: 'folder' })).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it('show an original by its id alone', async () => {
    const { route, revealed } = open();
    expect(await route('photos.reveal', { id: 'known', path: '/etc/passwd' })).toEqual({ ok: true, value: {} });
    expect(await route('photos.reveal', { id: 'gone' })).toMatchObject({ ok: false, error: { code: 'photo-not-found' } });
    expect(revealed).toEqual(['/shop/a.jpg']);
  });
});
