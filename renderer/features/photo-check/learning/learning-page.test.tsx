import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../bridge/fake.ts';
import { fakeDetail } from '../../../dev/fake-photos.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { standingWords } from './standing-words.ts';

const row = async (name: string) => within((await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body);

describe('the rules', () => {
  test('show what staff said, and a share only where there are answers enough', async () => {
    renderApp({ path: '/photos/learning' });
    const blurry = await row('Blurry');
    expect(blurry.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['34', '19', '4', '2', '6', '3', '1', '83% (63%–93%)', '94%']);
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

describe('a suggested threshold', () => {
  test('says what it gains, for which channels, shows the photos, and is applied as a copy of the packs with an undo', async () => {
    const saved: unknown[] = [];
    const { user, bridge } = renderApp({
      path: '/photos/learning?rule=blurry',
      handlers: {
        'packs.preview': () => ({ problems: [], impact: { photos: 36, changed: 5, before: null, after: { pass: 36, warn: 0, fail: 0 }, moves: [] } }),
        'packs.adjust': ({ lines }) => {
          saved.push(...lines.map(({ channel }) => channel));
          return { eventIds: lines.map(({ channel }) => `e-${channel}`) };
        },
        'packs.undo': ({ eventIds }) => ({ undone: eventIds.length }),
      },
    });
    const panel = within(await screen.findByRole('complementary', { name: 'Rule' }));
    expect(await panel.findByText('Moved from 1 to 0.62, it would agree with 94% of the answers; today it agrees with 58%.')).toBeInTheDocument();
    expect(panel.getByText(/gains 33% \(between 18% and 48%, 19 times out of 20\), from 19 broken and 14 fine/)).toBeInTheDocument();
    expect(panel.getByText('19 broken and 14 fine: no line is surely better than today\'s 0.7.')).toBeInTheDocument();
    expect(panel.getByText(/Not enough answers to say where the line should run: 4 broken, 3 fine; 8 of each/)).toBeInTheDocument();
    await user.click(panel.getByRole('button', { name: 'Show the 1 photo in between' }));
    expect(panel.getAllByRole('link', { name: /lamp-1\.jpg/ })).toHaveLength(2);
    await user.click(panel.getByRole('button', { name: 'Apply…' }));
    expect(await panel.findByText('Amazon: the verdict of 5 of 36 photos changes')).toBeInTheDocument();
    expect(saved).toEqual([]);
    await user.click(panel.getByRole('button', { name: 'Apply to 2 channels' }));
    await screen.findByText('Blurry: the line is 0.62 now');
    expect(bridge.log.filter(({ name }) => name === 'packs.adjust').map(({ input }) => input)).toEqual([{ lines: ['amazon-main', 'ebay'].map((channel) => ({ rule: 'blurry', channel, field: 'min', value: 0.62 })) }]);
    expect(saved).toEqual(['amazon-main', 'ebay']);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(bridge.log.findLast(({ name }) => name === 'packs.undo')?.input).toEqual({ eventIds: ['e-amazon-main', 'e-ebay'] }));
  });

  test('says what it could not count or store, and does not say that it is done', async () => {
    const { user } = renderApp({
      path: '/photos/learning?rule=blurry',
      handlers: {
        'packs.preview': ({ pack }) => {
          if (pack['channel'] === 'ebay') throw refusal('internal');
          return { problems: [{ path: ['requirements', 0, 'min'], code: 'too-low', params: { limit: 0 } }], impact: null };
        },
        'packs.adjust': () => { throw refusal('line-not-possible'); },
      },
    });
    const panel = within(await screen.findByRole('complementary', { name: 'Rule' }));
    await user.click(await panel.findByRole('button', { name: 'Apply…' }));
    expect(await panel.findByText('Amazon: its rules cannot ask for that')).toBeInTheDocument();
    expect(await panel.findByText('eBay: what changes could not be counted (Something went wrong inside the engine)')).toBeInTheDocument();
    await user.click(panel.getByRole('button', { name: 'Apply to 2 channels' }));
    expect(await screen.findByText("This channel's rules cannot ask for that")).toBeInTheDocument();
    expect(screen.queryByText('Blurry: the line is 0.62 now')).toBeNull();
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
  const entry = (type: 'right' | 'wrong', undone: boolean) => ({ eventId: type, at: 1, actor: 'owner', type, decision: null, rule: 'blurry' as const, channel: null, note: null, undone });
  expect([...standingWords([entry('right', false), entry('wrong', false)])]).toEqual([['blurry', 'wrong']]);
  expect([...standingWords([entry('right', false), entry('wrong', true)])]).toEqual([['blurry', 'right']]);
});
