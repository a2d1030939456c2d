import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fakeChannels, fakeCounts, noCounts } from '../../dev/fake-photos.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { blockedChannels, comingChanges } from './needs.ts';

test('what blocks a listing comes first, each line a link to the photos', async () => {
  renderApp();
  const link = await screen.findByRole('link', { name: /^17 photos can't go on Amazon yet/ });
  expect(link).toHaveAttribute('href', '/photos?channel=amazon-main&show=fail');
  expect(screen.getByRole('link', { name: /1 photo could not be read/ })).toHaveAttribute('href', '/photos?show=failed');
  expect(await screen.findByRole('link', { name: /nsfw-mobilenet/ })).toHaveAttribute('href', '/models?model=nsfw-mobilenet');
});

test('approved photos that changed and files that are missing need a person too', async () => {
  renderApp({ handlers: { 'photos.counts': () => ({ ...noCounts, total: 9, drift: 1, missing: 2 }) } });
  expect(await screen.findByRole('link', { name: '1 approved photo has changed since' })).toHaveAttribute('href', '/photos?show=drift');
  expect(screen.getByRole('link', { name: 'The files of 2 photos are missing' })).toHaveAttribute('href', '/photos?show=missing');
});

test('nothing to do reads as that', async () => {
  renderApp({ handlers: { 'photos.counts': () => ({ ...noCounts, total: 9 }), 'models.list': () => ({ models: [], runtimes: [] }), 'jobs.list': () => [] } });
  expect(await screen.findByText('Nothing needs you now.')).toBeInTheDocument();
});

describe('first run', () => {
  const first = { shop: { shop: 'empty' as const }, settings: { welcomed: false } };

  test('opens the sample shop', async () => {
    const { user, bridge, router } = renderApp(first);
    await user.click(await screen.findByRole('button', { name: 'Open the sample shop' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/photos'));
    expect(bridge.log).toContainEqual({ name: 'sample.install', input: {} });
    expect(bridge.log).toContainEqual({ name: 'settings.set', input: { welcomed: true } });
  });

  test('lets choose photos, and blocks nothing', async () => {
    const { user, bridge } = renderApp(first);
    expect(await screen.findByRole('link', { name: 'Settings' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Choose photos' }));
    expect(bridge.log).toContainEqual({ name: 'photos.choose', input: { kind: 'files' } });
  });

  test('switches the language right there', async () => {
    const { user } = renderApp(first);
    await user.click(await screen.findByRole('radio', { name: '中文' }));
    expect(await screen.findByRole('heading', { name: '欢迎使用Vitrine' })).toBeInTheDocument();
  });
});

test('only channels the shop sells on count, the most blocked first', () => {
  const channels = fakeChannels.map((one) => ({ ...one, enabled: one.id !== 'amazon-main' }));
  expect(blockedChannels(fakeCounts, channels).map((one) => one.channel)).toEqual(['google-merchant', 'walmart', 'ebay', 'etsy', 'shopify']);
});

test('rule changes to come show within four months, past ones never', () => {
  const at = (day: string): number => Date.parse(day);
  expect(comingChanges(fakeChannels, at('2026-11-23'))).toEqual([{ channel: 'google-merchant', date: '2027-01-31', rule: 'too-small' }]);
  expect(comingChanges(fakeChannels, at('2026-08-01'))).toEqual([]);
  expect(comingChanges(fakeChannels, at('2027-02-01'))).toEqual([]);
});
