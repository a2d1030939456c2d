import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeProblems } from '../../../testing/axe.ts';
import { openDesk, withLayout } from '../../../testing/photo-desk.tsx';

withLayout();

const menu = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

test('Ctrl+S names what is on screen; the menu brings it back, with its groups', async () => {
  const { user, bridge, router } = await openDesk('/photos?channel=ebay&show=to-review&sort=name&group=rule');
  await user.keyboard('{Control>}s{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
  expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveValue('eBay, To review, By rule');
  await user.clear(within(dialog).getByRole('textbox'));
  await user.keyboard('Mornings{Enter}');
  await screen.findByText('View “Mornings” saved');
  expect(bridge.log.findLast(({ name }) => name === 'views.save')?.input).toEqual({ name: 'Mornings', view: { channel: 'ebay', show: 'to-review', rule: null, search: '', sort: 'name', group: 'rule' } });
  await user.keyboard('v');
  await user.click(menu(/^Views$/));
  await user.click(await screen.findByRole('menuitem', { name: 'Mornings' }));
  await waitFor(() => expect(router.state.location.search).toContain('group=rule'));
  expect(menu(/^Views: Mornings$/)).toBeInTheDocument();
});

test('a view that is always there keeps the channel one looks at', async () => {
  const { user, bridge } = await openDesk('/photos?channel=etsy&search=mug');
  await user.click(menu(/^Views/));
  await user.click(await screen.findByRole('menuitem', { name: 'Refused somewhere' }));
  await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.list')?.input).toMatchObject({ channel: 'etsy', show: 'fail', search: '' }));
  expect(menu(/^Views: Refused somewhere$/)).toBeInTheDocument();
});

test('renaming and deleting can be undone', async () => {
  const { user, bridge } = await openDesk('/photos?show=fail');
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByRole('dialog');
  await user.keyboard('Bad{Enter}');
  await screen.findByText('View “Bad” saved');
  await user.click(menu(/^Views/));
  await user.click(await screen.findByRole('menuitem', { name: 'Rename or delete…' }));
  const manager = await screen.findByRole('dialog', { name: 'Saved views' });
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(await axeProblems()).toEqual([]);
  const field = within(manager).getByRole('textbox', { name: 'Name of “Bad”' });
  await user.clear(field);
  await user.type(field, 'Worse{Enter}');
  await screen.findByText('View “Bad” is now “Worse”');
  await user.click(await within(manager).findByRole('button', { name: 'Delete “Worse”' }));
  await screen.findByText('View “Worse” deleted');
  await within(manager).findByText('No view is saved yet.');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('z');
  await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'views.restore')).toBeDefined());
  await user.keyboard('z');
  await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'views.rename')?.input).toMatchObject({ name: 'Bad' }));
});

test('a name that is taken offers to replace what it stands for', async () => {
  const { user, bridge } = await openDesk('/photos?show=fail');
  for (const again of [false, true]) {
    await user.keyboard('{Control>}s{/Control}');
    const dialog = await screen.findByRole('dialog');
    await user.clear(within(dialog).getByRole('textbox'));
    await user.keyboard('Mine');
    await user.click(within(dialog).getByRole('button', { name: again ? 'Replace “Mine”' : 'Save' }));
    await screen.findByText(again ? 'View “Mine” replaced' : 'View “Mine” saved');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  await user.keyboard('z');
  await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'views.replace')).toHaveLength(2));
});
