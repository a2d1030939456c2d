import { expect, test } from 'vitest';
import { Settings } from '../../app/contract/settings.ts';
import { createFakeBridge, refusal } from './fake.ts';

test('parses what comes in, as the contract says', async () => {
  const bridge = createFakeBridge({ 'photos.list': ({ limit, sort }) => ({ total: limit, rows: [], sort }) });
  await expect(bridge.call('photos.list', {})).resolves.toEqual({ ok: true, value: { total: 20_000, rows: [] } });
  await expect(bridge.call('photos.list', { search: 'x'.repeat(201) })).rejects.toThrow(/too_big/);
});

test('an answer that the contract would refuse fails the test that gives it', async () => {
  const bridge = createFakeBridge({ 'sample.state': () => ({ installed: 'yes' }) as never });
  await expect(bridge.call('sample.state', {})).rejects.toThrow(/boolean/);
});

test('a call without a handler is named', async () => {
  await expect(createFakeBridge({}).call('jobs.list', {})).rejects.toThrow('no handler for "jobs.list"');
});

test('a refusal is a value, not a throw', async () => {
  const bridge = createFakeBridge({ 'jobs.pause': () => { throw refusal('job-not-found', { params: { id: 'j' } }); } });
  await expect(bridge.call('jobs.pause', { id: 'j' })).resolves.toEqual({ ok: false, error: { code: 'job-not-found', params: { id: 'j' } } });
});

test('events reach who listens, until they stop, and must fit the contract', () => {
  const bridge = createFakeBridge({});
  const heard: unknown[] = [];
  const end = bridge.on('photos.changed', (payload) => heard.push(payload));
  bridge.emit('photos.changed', { ids: ['a'] });
  expect(() => bridge.emit('photos.changed', { ids: 3 } as never)).toThrow(/expected array/);
  end();
  bridge.emit('photos.changed', { ids: null });
  expect(heard).toEqual([{ ids: ['a'] }]);
});

test('one setting changed leaves the others alone', async () => {
  const bridge = createFakeBridge({ 'settings.set': () => Settings.parse({}) });
  await bridge.call('settings.set', { language: 'zh-CN' });
  expect(bridge.log).toEqual([{ name: 'settings.set', input: { language: 'zh-CN' } }]);
});
