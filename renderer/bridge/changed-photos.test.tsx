import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PhotoRow } from '../../app/contract/photos.ts';
import { fakeRows } from '../dev/fake-photos.ts';
import { renderApp } from '../testing/render-app.tsx';
import { withRows } from './changed-photos.ts';

const row = (id: string, rest: Partial<PhotoRow> = {}): PhotoRow => ({ ...fakeRows[0]!, id, ...rest });
const list = { total: 3, rows: [row('a'), row('b'), row('c')] };

describe('rows of changed photos', () => {
  test('take the place of the old ones, and the list stays as it stands', () => {
    const now = row('b', { decision: 'rejected' });
    expect(withRows(list, new Set(['b']), [now], 'worst')).toEqual({ list: { total: 3, rows: [list.rows[0], now, list.rows[2]] }, outdated: false });
  });

  test('leave the list that shows them no more', () => {
    expect(withRows(list, new Set(['b', 'elsewhere']), [], 'name')).toEqual({ list: { total: 2, rows: [list.rows[0], list.rows[2]] }, outdated: false });
  });

  test('that are being checked again keep their place until they have other verdicts', () => {
    const verdicts = { ebay: 'fail' } as const;
    const before = { total: 1, rows: [row('b', { verdicts, state: 'checked' })] };
    const outdated = (now: Partial<PhotoRow>): boolean => withRows(before, new Set(['b']), [row('b', { verdicts, state: 'checked', ...now })], 'worst').outdated;
    expect(outdated({ state: 'checking' })).toBe(false);
    expect(outdated({ verdicts: { ebay: 'pass' } })).toBe(true);
    expect(outdated({ state: 'failed' })).toBe(true);
  });

  test('whose place only the engine knows make the list outdated', () => {
    expect(withRows(list, new Set(['d']), [row('d')], 'name').outdated).toBe(true);
    const worse = row('b', { verdicts: { ebay: 'fail', shopify: 'fail' }, state: 'checked' });
    expect(withRows({ total: 1, rows: [row('b', { verdicts: {}, state: 'waiting' })] }, new Set(['b']), [worse], 'worst').outdated).toBe(true);
    expect(withRows({ total: 1, rows: [row('b', { verdicts: {}, state: 'waiting' })] }, new Set(['b']), [worse], 'name').outdated).toBe(false);
  });
});

test('a photo that changed is asked for by itself: the list is not', async () => {
  const { bridge } = renderApp({ path: '/photos' });
  await screen.findByRole('grid');
  const asked = (name: string): number => bridge.log.filter((call) => call.name === name).length;
  const lists = asked('photos.list');
  act(() => bridge.emit('photos.changed', { ids: ['p0', 'p1'] }));
  await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'photos.rows').map(({ input }) => input)).toMatchObject([{ ids: ['p0', 'p1'] }]));
  await waitFor(() => expect(asked('photos.counts')).toBeGreaterThan(1));
  expect(asked('photos.list')).toBe(lists);
});

test('too many to name are asked for all at once', async () => {
  const { bridge } = renderApp({ path: '/photos' });
  await screen.findByRole('grid');
  const lists = bridge.log.filter(({ name }) => name === 'photos.list').length;
  act(() => bridge.emit('photos.changed', { ids: null }));
  await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'photos.list')).toHaveLength(lists + 1));
});
