import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeProblems } from '../../../testing/axe.ts';
import { active, grid, openDesk, withLayout } from '../../../testing/photo-desk.tsx';

withLayout();

const foldOf = (rule: string): HTMLElement => within(screen.getByRole('rowheader', { name: new RegExp(`^${rule}`) })).getByRole('button', { name: new RegExp(`^${rule}`) });
const heads = (): string[] => screen.getAllByRole('rowheader').map((head) => within(head).getAllByRole('button')[0]?.textContent ?? '');

test('V puts the queue in groups by what is wrong, worst and largest first, each with its count', async () => {
  const { user } = await openDesk();
  await user.keyboard('v');
  await waitFor(() => expect(heads().slice(0, 3)).toEqual(['Background not white3', 'Could not be read1', 'Too few pixels3']));
  expect(active()).toContain('mug-blue-1');
  expect(screen.getByRole('button', { name: 'By rule' })).toHaveAttribute('aria-pressed', 'true');
  await user.keyboard('v');
  await waitFor(() => expect(screen.queryByRole('rowheader')).toBeNull());
});

test('[ and ] go from group to group, C folds one away, and the keys go past what is folded', async () => {
  const { user } = await openDesk('/photos?group=rule');
  await screen.findAllByRole('rowheader');
  await user.keyboard(']]');
  await waitFor(() => expect(active()).toContain('scarf-wool-1'));
  await user.keyboard('c');
  await waitFor(() => expect(foldOf('Too few pixels')).toHaveAttribute('aria-expanded', 'false'));
  expect(screen.queryByRole('gridcell', { name: /^scarf-wool-1/ })).toBeNull();
  expect(active()).not.toContain('scarf-wool');
  await user.keyboard('[[');
  await waitFor(() => expect(active()).toContain('scarf-wool-1'));
  expect(foldOf('Too few pixels')).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{Shift>}c{/Shift}');
  await waitFor(() => expect(screen.queryByRole('gridcell')).toBeNull());
  await user.keyboard(']');
  await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
});

test('A selects the group, and one key decides on all of it', async () => {
  const { user, bridge } = await openDesk('/photos?group=rule');
  await screen.findAllByRole('rowheader');
  await user.keyboard('a');
  await screen.findByRole('toolbar', { name: '3 selected' });
  await user.keyboard('x');
  await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.decide')?.input).toEqual({ ids: ['p0', 'p12', 'p24'], decision: 'rejected' }));
});

test('the head of a group offers to waive its rule for all of it', async () => {
  const { user, bridge } = await openDesk('/photos?group=rule');
  const head = (await screen.findAllByRole('rowheader'))[2] ?? document.body;
  await user.click(within(head).getByRole('button', { name: 'Not an issue…' }));
  await screen.findByRole('dialog');
  await user.keyboard('1{Enter}');
  await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'waivers.waive')?.input).toMatchObject({ photoIds: ['p3', 'p15', 'p27'], rules: ['too-small'] }));
});

test('the large picture goes through the queue in its order', async () => {
  const { user } = await openDesk('/photos?group=rule');
  await screen.findAllByRole('rowheader');
  await user.keyboard('{Enter}');
  await screen.findByRole('img', { name: 'mug-blue-1.jpg' });
  expect(screen.getByText('1 of 36 · Background not white')).toBeInTheDocument();
  await user.keyboard('{ArrowRight}');
  await screen.findByRole('img', { name: 'mug-blue-2.jpg' });
  await user.keyboard(']');
  await waitFor(() => expect(screen.queryByRole('img', { name: 'mug-blue-2.jpg' })).toBeNull());
});

test('is an accessible grid', async () => {
  await openDesk('/photos?group=rule');
  await screen.findAllByRole('rowheader');
  expect(await grid()).toHaveFocus();
  expect(await axeProblems()).toEqual([]);
});
