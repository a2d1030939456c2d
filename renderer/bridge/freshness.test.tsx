import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { events } from '../../app/contract/index.ts';
import { renderApp } from '../testing/render-app.tsx';
import { effects } from './freshness.ts';

test('the table knows every event of the contract', () => {
  expect(Object.keys(effects).sort()).toEqual([...events.keys()].sort());
});

const job = { id: 'j3', kind: 'photos.check', state: 'running' as const, total: 1240, done: 800, failed: 0, createdAt: 1, startedAt: 2, finishedAt: null, etaMs: 60_000, rate: 4, resumed: 0, about: null, stumbled: [], reason: null };

test('progress of a job is written in place: no question is asked again', async () => {
  const { bridge } = renderApp({ path: '/activity' });
  const table = await screen.findByRole('table');
  const asked = (): number => bridge.log.filter(({ name }) => name === 'jobs.list').length;
  const before = asked();
  act(() => bridge.emit('jobs.changed', job));
  await waitFor(() => expect(within(table).getByText('800 of 1,240')).toBeInTheDocument());
  expect(asked()).toBe(before);
});

test('a job that ends has the room it took and what packs would change asked for again', () => {
  expect(effects['jobs.changed'].stale(job)).toEqual([]);
  expect(effects['jobs.changed'].stale({ ...job, state: 'done', finishedAt: 9 })).toEqual(['system.storage', 'packs.preview', 'packs.impact']);
});

test('a new job appears at the top', async () => {
  const { bridge } = renderApp({ path: '/activity' });
  const table = await screen.findByRole('table');
  act(() => bridge.emit('jobs.changed', { ...job, id: 'j9', total: 7, done: 0 }));
  await waitFor(() => expect(within(table).getAllByRole('row')[1]).toHaveTextContent('0 of 7'));
});

test('many changes of photos in a row ask once', async () => {
  const { bridge } = renderApp();
  await screen.findByText(/can't go on Amazon yet/);
  const asked = (): number => bridge.log.filter(({ name }) => name === 'photos.counts').length;
  const before = asked();
  act(() => {
    for (let index = 0; index < 30; index++) bridge.emit('photos.changed', { ids: [`p${index}`] });
  });
  await waitFor(() => expect(asked()).toBe(before + 1));
});

test('when the engine is back, everything is asked again', async () => {
  const { bridge } = renderApp();
  await screen.findByText(/can't go on Amazon yet/);
  const asked = (): number => bridge.log.filter(({ name }) => name === 'system.storage').length;
  const before = asked();
  act(() => bridge.emit('system.engine', { state: 'ready', restarts: 1, reason: null }));
  await waitFor(() => expect(asked()).toBe(before + 1));
});
