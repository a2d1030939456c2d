import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';

test('theme, density and picture background take effect at once', async () => {
  const { user } = renderApp({ path: '/settings' });
  const pick = async (group: string, option: string) => user.click(within(await screen.findByRole('radiogroup', { name: group })).getByRole('radio', { name: option }));
  await pick('Theme', 'Dark');
  await pick('Rows', 'Comfortable');
  await pick('Behind pictures', 'Checker');
  const root = document.documentElement;
  await waitFor(() => expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark'));
  expect(root.dataset).toMatchObject({ density: 'comfortable', pictureBackground: 'checker' });
});

test('a channel is switched off; the last one cannot be', async () => {
  const { user, bridge } = renderApp({ path: '/settings', settings: { channels: ['ebay', 'etsy'] } });
  await user.click(await screen.findByRole('checkbox', { name: 'Etsy' }));
  expect(bridge.log).toContainEqual({ name: 'settings.set', input: { channels: ['ebay'] } });
  expect(screen.getByRole('checkbox', { name: 'eBay' })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: 'Etsy' })).toBeEnabled();
});

test('backs up now and says when', async () => {
  const { user, bridge } = renderApp({ path: '/settings' });
  await user.click(await screen.findByRole('button', { name: 'Back up now' }));
  expect(bridge.log).toContainEqual({ name: 'system.backup', input: {} });
  expect(screen.getByText(/^Last one/)).toBeInTheDocument();
});

test('the sample shop goes after a question, which Cancel answers by default, and comes back in one click', async () => {
  const { user, bridge } = renderApp({ path: '/settings' });
  await user.click(await screen.findByRole('button', { name: 'Remove the sample shop' }));
  const question = await screen.findByRole('dialog', { name: "Remove the sample shop's 76 photos?" });
  await waitFor(() => expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus());
  expect(bridge.log.some(({ name }) => name === 'sample.remove')).toBe(false);
  await user.click(within(question).getByRole('button', { name: 'Remove' }));
  await user.click(await screen.findByRole('button', { name: 'Open the sample shop' }));
  expect(await screen.findByText('76 photos of 40 products')).toBeInTheDocument();
});

test('About names the Electron that runs and where it came from', async () => {
  renderApp({ path: '/settings' });
  expect(await screen.findByText('33.2.1 (fallback for development)')).toBeInTheDocument();
});
