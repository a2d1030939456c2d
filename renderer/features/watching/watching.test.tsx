import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeProblems } from '../../testing/axe.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { folderName } from './folder-name.ts';

const list = () => screen.findByRole('list', { name: 'Watched folders' });
const called = (bridge: { readonly log: readonly { readonly name: string; readonly input: unknown }[] }, name: string) => bridge.log.filter((one) => one.name === name).map(({ input }) => input);

test('each folder says how it stands, what is missing, and what to do where it is away', async () => {
  renderApp({ path: '/photos/folders' });
  const rows = within(await list()).getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent('ready');
  expect(rows[0]).toHaveTextContent('Watching');
  expect(within(rows[0]!).getByRole('link', { name: '2 photos missing' })).toHaveAttribute('href', '/photos?show=missing');
  expect(rows[1]).toHaveTextContent('Not reachable');
  expect(within(rows[1]!).getByRole('status')).toHaveTextContent('The folder is not there. Plug the drive in');
  expect(await axeProblems()).toEqual([]);
});

test('a folder is paused, watched again, looked through, and taken off with a way back', async () => {
  const { user, bridge } = renderApp({ path: '/photos/folders' });
  await user.click(await screen.findByRole('button', { name: 'Look through ready now' }));
  await user.click(screen.getByRole('button', { name: 'Pause ready' }));
  bridge.emit('watching.changed', {});
  await user.click(await screen.findByRole('button', { name: 'Watch ready again' }));
  await user.click(screen.getByRole('button', { name: 'Stop watching ready' }));
  bridge.emit('watching.changed', {});
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(['watching.look', 'watching.pause', 'watching.resume', 'watching.remove', 'watching.restore'].map((name) => called(bridge, name))).toEqual(Array.from({ length: 5 }, () => [{ id: 'w1' }]));
});

test('a folder that photos came from is watched with one click, and named by a photo, never by its path', async () => {
  const { user, bridge } = renderApp({ path: '/photos/folders' });
  await user.click(await screen.findByRole('button', { name: 'Watch /home/shop/photos' }));
  expect(called(bridge, 'watching.watchFolderOf')).toEqual([{ photoId: 'p0' }]);
  bridge.emit('watching.changed', {});
  expect(await screen.findByText('Watching photos')).toBeInTheDocument();
});

test('before the first folder the page says what it is for; the button opens the dialog', async () => {
  const { user, bridge } = renderApp({ path: '/photos/folders', shop: { shop: 'empty' }, settings: { welcomed: true } });
  expect(await screen.findByText('Let the console follow a folder')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Watch a folder…' }));
  expect(called(bridge, 'watching.choose')).toEqual([{}]);
});

test('the menu of the photo desk leads there', async () => {
  const { user, router } = renderApp({ path: '/photos' });
  await user.click(await screen.findByRole('button', { name: 'Add photos' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Watched folders' }));
  expect(router.state.location.pathname).toBe('/photos/folders');
});

test('a path is named by its last part, also a drive', () => {
  expect(['/home/shop/ready/', 'D:\\Studio\\Ready', 'E:\\', '/'].map(folderName)).toEqual(['ready', 'Ready', 'E:', '/']);
});
