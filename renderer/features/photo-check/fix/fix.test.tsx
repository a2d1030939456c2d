import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import type { JobRow } from '../../../../app/contract/jobs.ts';
import type { ChannelVerdict, RuleId, Severity } from '../../../../app/photo-check/types.ts';
import type { FakeHandlers } from '../../../bridge/fake.ts';
import { fakeRows } from '../../../dev/fake-photos.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { alignmentOf } from './align.ts';
import { entriesOf } from './entries.ts';
import { newestOf } from './fixes-section.tsx';

const verdict = (verdictOf: ChannelVerdict['verdict'], rules: readonly (readonly [RuleId, Severity])[]): ChannelVerdict => ({
  verdict: verdictOf,
  pack: '2026-11-23',
  findings: rules.map(([rule, severity]) => ({
    rule, severity, measured: { value: 0.5, unit: 'share' }, required: { value: 0.85, unit: 'share', bound: 'min' }, boxes: [],
    source: { url: 'https://example.org', title: 'Guide', read: '2026-11-23', official: true }, confidence: 0.9,
  })),
});

const photo = fakeRows[0];
const row = (id: string, change: Partial<FixRow> = {}): FixRow => ({
  id, photoId: photo?.id ?? '', name: photo?.name ?? '', original: { sha256: photo?.sha256 ?? null, width: 1600, height: 1600 }, channel: 'amazon-main', jobId: 'fix-job',
  state: 'draft', pending: false, stale: false, file: { sha256: 'f'.repeat(64), bytes: 860_160, width: 1200, height: 1200 }, fixable: 'partly',
  steps: [
    { kind: 'background', keepOverlays: false, for: ['background-not-white'] },
    { kind: 'frame', rect: { x: -100, y: 50, width: 1200, height: 1200 }, pad: 'white', ratio: [1, 1], fill: { before: 0.62, after: 0.86 }, cut: true, padded: true, for: ['fill-too-small'] },
    { kind: 'encode', format: 'jpeg', maxBytes: null, leastLonger: 500, quality: 91, chroma: '4:4:4', bytes: 860_160, for: [] },
    { kind: 'metadata', gps: true, ai: false, for: [] },
  ],
  unfixable: [{ rule: 'blurry', reason: 'blurred' }],
  outcome: { before: verdict('fail', [['background-not-white', 'fail'], ['blurry', 'warn']]), after: verdict('warn', [['blurry', 'warn']]), fixed: ['background-not-white'], remaining: ['blurry'], broken: [] },
  madeBy: 'owner', madeAt: 1, ...change,
});

const job = (change: Partial<JobRow> = {}): JobRow => ({
  id: 'fix-job', kind: 'photos.fix', state: 'done', total: 1, done: 1, failed: 0, createdAt: 1, startedAt: 1, finishedAt: 2, etaMs: null, rate: null, resumed: 0, about: null, stumbled: [], reason: null, ...change,
});

/** A desk whose engine has made these copies; remembers what was asked of it. */
function openDesk(rows: readonly FixRow[], handlers: FakeHandlers = {}, path = '/photos?channel=amazon-main') {
  sessionStorage.clear();
  localStorage.clear();
  const asked: Record<string, unknown[]> = {};
  const note = (name: string, input: unknown): void => void (asked[name] = [...(asked[name] ?? []), input]);
  const shop: FakeHandlers = {
    'fixes.apply': (input) => {
      note('apply', input);
      return { jobId: 'fix-job', items: rows.length };
    },
    'fixes.ofJob': () => ({ rows: [...rows], failed: [], waiting: 0 }),
    'fixes.ofPhoto': () => [],
    'fixes.accept': (input) => {
      note('accept', input);
      return { eventIds: input.ids.map((id) => `e-${id}`) };
    },
    'fixes.discard': (input) => {
      note('discard', input);
      return { discarded: input.ids.length };
    },
    'fixes.undo': (input) => {
      note('undo', input);
      return { undone: input.eventIds.length };
    },
    'jobs.list': () => [job({ total: rows.length, done: rows.length })],
    ...handlers,
  };
  const app = renderApp({ path, handlers: shop });
  return { ...app, asked };
}

async function openPhoto(user: ReturnType<typeof renderApp>['user']): Promise<void> {
  await user.dblClick(await screen.findByText(photo?.name ?? ''));
  await screen.findByRole('img', { name: photo?.name ?? '' });
}

describe('F', () => {
  it('says what was done, what is fixed and what is not, and Enter takes it', async () => {
    const { user, asked } = openDesk([row('c1')]);
    await openPhoto(user);
    await user.keyboard('f');
    expect(await screen.findByRole('img', { name: 'Amazon: Fail, then Warning' })).toBeInTheDocument();
    expect(asked['apply']).toEqual([{ ids: [photo?.id], channel: 'amazon-main', rule: null }]);
    for (const text of ['Background replaced with pure white', 'Cut and padded to 1:1, fill 62% → 86%', 'Saved as JPEG quality 91, 840 kB', 'Location and camera data taken out']) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    expect(screen.getByText(/^Sharpness that is not in the picture/)).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^Fixed .* for Amazon/)).toBeInTheDocument();
    expect(asked['accept']).toEqual([{ ids: ['c1'] }]);
    await user.keyboard('z');
    await waitFor(() => expect(asked['undo']).toEqual([{ eventIds: ['e-c1'] }]));
  });

  it('Esc discards the copy, and the list is back', async () => {
    const { user, asked } = openDesk([row('c1')]);
    await openPhoto(user);
    await user.keyboard('f');
    await screen.findByRole('button', { name: /Take this copy/ });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(asked['discard']).toEqual([{ ids: ['c1'] }]));
    expect(await screen.findByRole('img', { name: photo?.name ?? '' })).toBeInTheDocument();
    expect(asked['accept']).toBeUndefined();
  });

  it('shows the divider with D, moves it by key, and shows the original while B is held', async () => {
    const { user } = openDesk([row('c1')]);
    await openPhoto(user);
    await user.keyboard('f');
    await screen.findByRole('button', { name: /Take this copy/ });
    await user.keyboard('d');
    const divider = await screen.findByRole('separator', { name: 'Divider between original and copy' });
    expect(divider).toHaveAttribute('aria-valuenow', '50');
    divider.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(divider).toHaveAttribute('aria-valuenow', '54');
    await user.keyboard('{b>}');
    expect(screen.queryByRole('separator', { name: 'Divider between original and copy' })).toBeNull();
    await user.keyboard('{/b}');
    expect(screen.getByRole('separator', { name: 'Divider between original and copy' })).toBeInTheDocument();
  });

  it('with all channels takes the copies of some', async () => {
    const { user, asked } = openDesk([row('c1'), row('c2', { channel: 'walmart' })], {}, '/photos');
    await openPhoto(user);
    await user.keyboard('f');
    const channels = await screen.findByRole('group', { name: 'Channels' });
    expect(within(channels).getByText('2 copies · ← → go from one to the next')).toBeInTheDocument();
    expect(within(channels).getByRole('button', { name: /^Amazon\s*Fail, then Warning$/u })).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByRole('button', { name: /Take both copies/ })).toBeInTheDocument();
    await user.keyboard('{ArrowRight}');
    expect(within(channels).getByRole('button', { name: /^Walmart\s*Fail, then Warning$/u })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard(' ');
    expect(await screen.findByRole('button', { name: /Take 1 copy/ })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(asked['accept']).toEqual([{ ids: ['c1'] }]));
    expect(asked['discard']).toEqual([{ ids: ['c2'] }]);
  });

  it('takes nothing while copies that were not seen are still to come, also where the job is known to have ended', async () => {
    const { user, asked } = openDesk([row('c1')], {
      'fixes.ofJob': () => ({ rows: [row('c1')], failed: [], waiting: 1 }),
      'jobs.list': () => [job({ total: 2, done: 2 })],
    }, '/photos');
    await openPhoto(user);
    await user.keyboard('f');
    expect(await screen.findByRole('button', { name: /Take 1 copy/ })).toBeDisabled();
    await user.keyboard('{Enter}');
    expect(asked['accept']).toBeUndefined();
  });

  it('says why where no copy came of it', async () => {
    const { user } = openDesk([row('c1', { state: 'none', file: null, outcome: null, steps: [], fixable: 'no' })]);
    await openPhoto(user);
    await user.keyboard('f');
    expect(await screen.findByText('No copy was made.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Take/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Close/ })).toBeInTheDocument();
  });

  it('says so where nothing is to be fixed', async () => {
    const { user } = openDesk([], { 'fixes.apply': () => ({ jobId: null, items: 0 }) });
    await openPhoto(user);
    await user.keyboard('f');
    expect(await screen.findByText('Amazon accepts this photo: nothing to fix')).toBeInTheDocument();
  });

  it('can be put aside while copies are made, and taken up again', async () => {
    const { user } = openDesk([row('c1')], { 'jobs.list': () => [job({ state: 'running', finishedAt: null, done: 1, total: 4, etaMs: 9000 })] });
    await openPhoto(user);
    await user.keyboard('f');
    expect(await screen.findByText('1 of 4')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Take 1 copy/ })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    await user.click(await screen.findByRole('button', { name: 'Look at them' }));
    expect(await screen.findByRole('button', { name: /Take 1 copy/ })).toBeInTheDocument();
  });
});

describe('Shift+F', () => {
  it('asks for all photos of the list that fail the same rule, and takes those that are not left out', async () => {
    const many = ['a', 'b', 'c'].map((id) => row(id, { name: `${id}.jpg` }));
    const { user, asked } = openDesk(many, {}, '/photos?channel=amazon-main&rule=background-not-white');
    await screen.findByText(photo?.name ?? '');
    await user.keyboard('{Shift>}F{/Shift}');
    const grid = await screen.findByRole('grid', { name: '3 fixed copies' });
    expect(asked['apply']).toEqual([{ ids: fakeRows.map(({ id }) => id), channel: 'amazon-main', rule: 'background-not-white' }]);
    expect(grid).toHaveFocus();
    await user.keyboard('{ArrowRight} ');
    await user.click(await screen.findByRole('button', { name: /Take 2 copies/ }));
    await waitFor(() => expect(asked['accept']).toEqual([{ ids: ['a', 'c'] }]));
    expect(asked['discard']).toEqual([{ ids: ['b'] }]);
  });
});

const hopeless = (id: string, change: Partial<FixRow> = {}): FixRow =>
  row(id, { state: 'none', file: null, outcome: null, steps: [], fixable: 'no', unfixable: [{ rule: 'duplicate', reason: 'same-picture' }], ...change });
const twoHopeless = ['a', 'b'].flatMap((photoId) => ['amazon-main', 'ebay'].map((channel) => hopeless(`${photoId}-${channel}`, { photoId, name: `${photoId}.jpg`, channel })));

describe('what cannot be fixed', () => {
  const path = '/photos?rule=background-not-white';
  const reason = 'The same picture is in the catalogue twice. Use another one.';

  it('is said once where nothing can be, with what to do instead', async () => {
    const { user } = openDesk(twoHopeless, {}, path);
    await screen.findByText(photo?.name ?? '');
    await user.keyboard('{Shift>}F{/Shift}');
    expect(await screen.findByRole('region', { name: 'No copy can mend this' })).toBeInTheDocument();
    for (const text of [reason, 'a.jpg and b.jpg', 'Amazon and eBay']) expect(screen.getAllByText(text)).toHaveLength(1);
    expect(screen.getByText('2 photos cannot be fixed')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Take/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Close/ })).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
  });

  it('is not said while copies are still being made', async () => {
    const { user } = openDesk(twoHopeless, { 'jobs.list': () => [job({ state: 'running', finishedAt: null, done: 0, total: 2 })] }, path);
    await screen.findByText(photo?.name ?? '');
    await user.keyboard('{Shift>}F{/Shift}');
    expect(await screen.findByText('0 of 2')).toBeInTheDocument();
    expect(screen.queryByText(/cannot be fixed/)).toBeNull();
    expect(screen.queryByText(reason)).toBeNull();
    expect(screen.queryByRole('button', { name: /Take/ })).toBeNull();
  });

  it('stands behind the copies, one entry a photo', () => {
    const entries = entriesOf([...twoHopeless, row('copy')], false);
    expect(entries.map(({ id, channels, reasons }) => [id, channels.length, reasons.length])).toEqual([['copy', 1, 0], ['a-amazon-main', 2, 1], ['b-amazon-main', 2, 1]]);
    expect(entriesOf([...twoHopeless, row('copy')], true).map(({ id }) => id)).toEqual(['copy']);
  });
});

it('lays the original over its copy product on product', () => {
  expect(alignmentOf(row('c1'))).toEqual({ left: 100 / 1200, top: -50 / 1200, width: 1600 / 1200, height: 1600 / 1200 });
  expect(alignmentOf({ ...row('c1'), steps: [] })).toEqual({ left: 0, top: 0, width: 1, height: 1 });
});

it('shows of each channel what is accepted, else the newest', () => {
  const rows = [row('draft'), row('taken', { state: 'accepted' }), row('jd-2', { channel: 'jd' }), row('jd-1', { channel: 'jd' }), row('none', { channel: 'etsy', state: 'none', file: null })];
  expect(newestOf(rows).map(({ id }) => id)).toEqual(['taken', 'jd-2']);
});
