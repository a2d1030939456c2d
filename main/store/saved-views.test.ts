import { expect, it } from 'vitest';
import { DeskView } from '../../app/contract/views.ts';
import { testStore } from './test-store.ts';

const view = DeskView.parse({ channel: 'ebay', show: 'fail', search: '茶盅', group: 'rule' });

it('keeps views in the order of saving, and brings a removed one back to its place', async () => {
  const { store } = await testStore();
  const { savedViews } = store;
  const [first, second] = [savedViews.add('Mine', view, 1), savedViews.add('Yours', DeskView.parse({}), 2)];
  expect(savedViews.list()).toEqual([first, second]);
  expect(savedViews.rename(first.id, 'Ours')).toEqual({ ...first, name: 'Ours' });
  expect(savedViews.replace(first.id, DeskView.parse({ sort: 'name' }))?.view.sort).toBe('name');
  expect(savedViews.remove(first.id, 3)).toBe(true);
  expect(savedViews.list()).toEqual([second]);
  expect(savedViews.restore(first.id)?.name).toBe('Ours');
  expect(savedViews.list().map(({ name }) => name)).toEqual(['Ours', 'Yours']);
});

it('says so where there is no such view', async () => {
  const { store } = await testStore();
  const { savedViews } = store;
  const { id } = savedViews.add('Mine', view, 1);
  savedViews.remove(id, 2);
  expect(savedViews.remove(id, 3)).toBe(false);
  expect(savedViews.rename(id, 'x')).toBeNull();
  expect(savedViews.replace('none', view)).toBeNull();
  expect(savedViews.restore('none')).toBeNull();
});

it('shows everything where what was stored makes no sense any more', async () => {
  const { db, store } = await testStore();
  const { id, name } = store.savedViews.add('Mine', view, 1);
  db.prepare('update saved_views set view = ?').run('{"channel":"no such","show":7}');
  expect(store.savedViews.list()).toEqual([{ id, name, view: DeskView.parse({}) }]);
});
