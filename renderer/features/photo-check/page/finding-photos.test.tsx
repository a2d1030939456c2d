import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { fakeCounts, fakeRows } from '../../../dev/fake-photos.ts';
import { active, decidingShop, grid, openDesk, withLayout } from '../../../testing/photo-desk.tsx';
import { renderApp } from '../../../testing/render-app.tsx';

withLayout();

describe('the search', () => {
  test('letters typed into the search are letters', async () => {
    const { user, bridge } = await openDesk();
    await user.keyboard('/');
    await user.keyboard('px');
    expect(screen.getByRole('searchbox')).toHaveValue('px');
    expect(bridge.log.some(({ name }) => name === 'photos.decide')).toBe(false);
    expect(await screen.findByText('Nothing here is found by “px”.', {}, { timeout: 20_000 })).toBeInTheDocument();
  });

  test('the tabs, the rules and the sentence above speak of what the search leaves', async () => {
    const { user, bridge } = renderApp({
      path: '/photos',
      handlers: { ...decidingShop(), 'photos.counts': ({ search }) => (search === '' ? fakeCounts : { ...fakeCounts, total: 3, byVerdict: { pass: 2, warn: 0, fail: 1 }, byRule: [{ rule: 'too-small', count: 1 }] }) },
    });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard('/scarf');
    expect(await screen.findByRole('button', { name: /^All ?3$/ }, { timeout: 20_000 })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Too few pixels ?1$/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Text over the photo/ })).toBeNull();
    expect(screen.getByText('1 photo is refused somewhere')).toBeInTheDocument();
    expect(bridge.log.findLast(({ name }) => name === 'photos.counts')?.input).toEqual({ channel: 'all', search: 'scarf' });
  });

  test.each(['{ArrowDown}', '{Enter}'])('%s goes from the search to what it found', async (key) => {
    const { user, bridge } = await openDesk();
    await user.keyboard(`/lamp${key}`);
    expect(await grid()).toHaveFocus();
    await waitFor(() => expect(active()).toContain('lamp-brass-1'));
    await user.keyboard('x');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'photos.decide')?.input).toEqual({ ids: ['p2'], decision: 'rejected' }));
  });

  test('while an input method composes, ↓ and Enter are its own', async () => {
    const { user } = await openDesk();
    await user.keyboard('/');
    const field = screen.getByRole('searchbox');
    fireEvent.compositionStart(field);
    fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(field).toHaveFocus();
    fireEvent.compositionEnd(field);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await grid()).toHaveFocus();
  });

  test('the list that comes back under a search does not take the typing away', async () => {
    const { user } = await openDesk();
    await user.keyboard('/lampx');
    await screen.findByText('Nothing here is found by “lampx”.', {}, { timeout: 20_000 });
    await user.keyboard('{Backspace}');
    await screen.findByRole('gridcell', { name: /^lamp-brass-1/ });
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  test('another channel is looked at from the current photo, or from the top where that is not shown', async () => {
    const many = Array.from({ length: 400 }, (_, index): PhotoRow => ({ ...fakeRows[0]!, id: `n${index}`, name: `photo-${index}.jpg` }));
    const { user } = renderApp({
      path: '/photos',
      handlers: {
        'photos.list': ({ channel }) => {
          const rows = channel === 'ebay' ? many.slice(200) : channel === 'etsy' ? many.toReversed() : many;
          return { total: rows.length, rows };
        },
      },
    });
    await screen.findByRole('gridcell', { name: /^photo-0\.jpg/ });
    const scroller = await grid();
    const choose = async (channel: string): Promise<void> => {
      await user.click(screen.getByRole('button', { name: /^Channel:/ }));
      await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${channel}`) }));
    };
    act(() => scroller.scrollTo({ top: 5_000 }));
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: /^photo-0\.jpg/ })).toBeNull());
    await choose('eBay');
    await waitFor(() => expect(active()).toContain('photo-200.jpg'));
    expect(scroller.scrollTop).toBe(0);
    await choose('Etsy');
    await waitFor(() => expect(active()).toContain('photo-200.jpg'));
    expect(screen.getByRole('gridcell', { name: /^photo-200\.jpg/ })).toBeInTheDocument();
    expect(scroller.scrollTop).toBeGreaterThan(1_000);
  });
});
