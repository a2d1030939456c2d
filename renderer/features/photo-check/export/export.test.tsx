import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { JobRow } from '../../../../app/contract/jobs.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { openDesk, withLayout } from '../../../testing/photo-desk.tsx';
import { renderApp } from '../../../testing/render-app.tsx';

withLayout();

const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Export' });

describe('Ctrl+E', () => {
  test('exports what the list shows, as it is filtered and in the language on screen', async () => {
    const { user, bridge } = await openDesk('/photos?channel=ebay&show=to-review&sort=name');
    await user.keyboard('{Control>}e{/Control}');
    expect(within(await dialog()).getByText('24 photos, as the list shows them')).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    await waitFor(() => expect(screen.getByRole('radio', { name: /^Table/ })).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByText('Exporting 36 photos');
    expect(bridge.log.findLast(({ name }) => name === 'exports.choose')?.input).toEqual({
      what: 'report', ids: null, warnings: false, refused: false, language: 'en',
      filter: { channel: 'ebay', show: 'to-review', rule: null, search: '', sort: 'name' },
    });
  });

  test('exports what is selected; folders may take warnings along', async () => {
    const { user, bridge } = await openDesk();
    await user.keyboard(' {Shift>}{ArrowRight}{/Shift}{Control>}e{/Control}');
    const asked = await dialog();
    expect(within(asked).getByText('2 selected photos')).toBeInTheDocument();
    expect(within(asked).queryByRole('checkbox')).toBeNull();
    await user.click(within(asked).getByRole('radio', { name: /^Folders/ }));
    await user.click(within(asked).getByRole('checkbox', { name: 'Also photos that pass with warnings' }));
    await user.click(within(asked).getByRole('checkbox', { name: 'Also photos that you passed, where a channel refuses them' }));
    await user.click(within(asked).getByRole('button', { name: 'Choose where…' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'exports.choose')?.input).toMatchObject({ what: 'folders', ids: ['p0', 'p1'], warnings: true, refused: true }));
  });

  test('says nothing where the person thought better of it', async () => {
    const { user, bridge } = renderApp({ path: '/photos', handlers: { 'exports.choose': () => null } });
    await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
    await user.keyboard('{Control>}e{/Control}');
    await dialog();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.log.some(({ name }) => name === 'exports.choose')).toBe(true));
    expect(screen.queryByText(/^Exporting/)).toBeNull();
  });
});

const job = (more: Partial<JobRow>): JobRow => ({
  id: 'x1', kind: 'photos.export', state: 'done', total: 3, done: 3, failed: 0, createdAt: 1, startedAt: 2, finishedAt: 3, etaMs: null, rate: null, resumed: 0, about: null, stumbled: [], reason: null, ...more,
});

describe('an export that ended', () => {
  test('is told once, on any page, and can be shown', async () => {
    const { user, bridge } = renderApp({ path: '/activity' });
    await screen.findByRole('heading', { level: 1 });
    act(() => bridge.emit('jobs.changed', job({ state: 'running', done: 1 })));
    expect(screen.queryByText('Exported')).toBeNull();
    act(() => bridge.emit('jobs.changed', job({})));
    act(() => bridge.emit('jobs.changed', job({})));
    expect(await screen.findAllByText('Exported')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'exports.reveal')?.input).toEqual({ jobId: 'x1' }));
  });

  test('says what did not come through', async () => {
    const { bridge } = renderApp({ path: '/' });
    await screen.findByRole('heading', { level: 1 });
    act(() => bridge.emit('jobs.changed', job({ failed: 2 })));
    expect(await screen.findByText('Exported; 2 photos could not be copied, see Activity')).toBeInTheDocument();
    act(() => bridge.emit('jobs.changed', job({ id: 'x2', state: 'failed', reason: { code: 'export-not-written', message: 'EROFS' } })));
    expect(await screen.findByText('The export did not come through: The export could not be written there')).toBeInTheDocument();
  });
});
