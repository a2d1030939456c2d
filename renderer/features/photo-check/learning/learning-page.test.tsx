import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fakeDetail } from '../../../dev/fake-photos.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { standingWords } from './standing-words.ts';

const row = async (name: string) => within((await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body);

describe('the rules', () => {
  test('show what staff said, and a share only where there are answers enough', async () => {
    renderApp({ path: '/photos/learning' });
    const blurry = await row('Blurry');
    expect(blurry.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['34', '19', '4', '2', '6', '3', '83% (63%–93%)', '94%']);
    expect((await row('Too few pixels')).getByText('7 more answers needed')).toBeInTheDocument();
  });

  test('tell by which answers, in a panel that closes with Esc', async () => {
    const { user } = renderApp({ path: '/photos/learning' });
    await user.click(await screen.findByRole('button', { name: 'Blurry' }));
    const panel = within(screen.getByRole('complementary', { name: 'Rule' }));
    expect(panel.getAllByText(/Based on 23 answers: right 19 times \(63%–93%\)\./)).not.toHaveLength(0);
    expect(panel.getByText(/2 photos were missed, so the rule finds at most 94%/)).toBeInTheDocument();
    expect(panel.getByText(/3 answers are about earlier rules or models/)).toBeInTheDocument();
    const wrong = await panel.findByRole('link', { name: /lamp-1\.jpg/ });
    expect(wrong).toHaveAttribute('href', expect.stringContaining('/photos?channel=amazon-main&photo=p3'));
    expect(wrong).toHaveTextContent('brushed steel');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  test('are found from the desk and the palette, and have no line on the rail', async () => {
    const { user, router } = renderApp();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    expect(within(screen.getByRole('navigation', { name: 'Places' })).queryByRole('link', { name: /Learning/ })).toBeNull();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'learning');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/photos/learning'));
  });

  test('say what they are for while there are none', async () => {
    renderApp({ path: '/photos/learning', shop: { shop: 'empty' } });
    expect(await screen.findByText('Nothing to learn from yet')).toBeInTheDocument();
  });
});

describe('"missed something?"', () => {
  test('offers the rules that found nothing, and sends the word', async () => {
    const { user, bridge } = renderApp({ path: '/photos?channel=amazon-main&photo=p0', handlers: { 'photos.get': ({ id }) => ({ ...fakeDetail(id), channels: { 'amazon-main': { verdict: 'pass', pack: '2026-11-23', findings: [] } } }) } });
    await user.click(await screen.findByRole('button', { name: 'Missed something?' }));
    await user.selectOptions(screen.getByRole('combobox', { name: /What should have been found/ }), 'Background not white');
    await user.type(screen.getByRole('textbox', { name: 'Note (optional)' }), 'cream');
    await user.click(screen.getByRole('button', { name: 'Note it' }));
    await waitFor(() =>
      expect(bridge.log.findLast(({ name }) => name === 'learning.say')?.input).toEqual({ id: 'p0', rule: 'background-not-white', channel: 'amazon-main', word: 'missed', note: 'cream' }),
    );
    expect(await screen.findAllByText('Noted: something was missed here')).not.toHaveLength(0);
  });
});

test('the last word on a rule stands, unless it was taken back', () => {
  const entry = (type: 'right' | 'wrong', undone: boolean) => ({ eventId: type, at: 1, actor: 'owner', type, decision: null, rule: 'blurry' as const, note: null, undone });
  expect([...standingWords([entry('right', false), entry('wrong', false)])]).toEqual([['blurry', 'wrong']]);
  expect([...standingWords([entry('right', false), entry('wrong', true)])]).toEqual([['blurry', 'right']]);
});
