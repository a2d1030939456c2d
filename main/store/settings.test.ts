import { expect, it } from 'vitest';
import { testStore } from './test-store.ts';

it('answers defaults, then what was set, key by key', async () => {
  const { store } = await testStore();
  expect(store.settings.get()).toMatchObject({ theme: 'system', language: null, welcomed: false });
  expect(store.settings.set({ theme: 'dark' })).toMatchObject({ theme: 'dark', density: 'compact' });
  expect(store.settings.set({ language: 'zh-CN' })).toMatchObject({ theme: 'dark', language: 'zh-CN' });
});

it('falls back to the default for a value that makes no sense, and keeps that value aside with the reason', async () => {
  const { db, store } = await testStore();
  const put = db.prepare('insert into settings (key, value, updated_at) values (?, ?, 1)');
  put.run('theme', '"sepia"');
  put.run('channels', '[]');
  put.run('density', 'not json');
  put.run('welcomed', 'true');
  expect(store.settings.get()).toMatchObject({ theme: 'system', density: 'compact', welcomed: true });
  expect(store.settings.get().channels).toHaveLength(9);
  const aside = db.prepare<[], { key: string; value: string; reason: string }>('select key, value, reason from settings_set_aside order by key').all();
  expect(aside.map(({ key, value }) => [key, value])).toEqual([['channels', '[]'], ['density', 'not json'], ['theme', '"sepia"']]);
  expect(aside.every(({ reason }) => reason.length > 0)).toBe(true);
});
