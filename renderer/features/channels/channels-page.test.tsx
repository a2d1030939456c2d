import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { channelPacks, readPack } from '../../../app/photo-check/index.ts';
import { axeProblems } from '../../testing/axe.ts';
import { renderApp } from '../../testing/render-app.tsx';

beforeEach(() => sessionStorage.clear());

const rowOf = async (name: RegExp) => within((await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body);
/** The engine's own reading of drafts, in the place of the fake's. */
const reading = {
  'packs.preview': ({ pack }: { pack: Record<string, unknown> }) => {
    const read = readPack(pack);
    return { problems: read.ok ? [] : [...read.error], impact: null };
  },
};

describe('the list', () => {
  test('says of each channel how old its rules are, who says so, and what will change for how many photos', async () => {
    renderApp({ path: '/channels' });
    const google = await rowOf(/Google Merchant/);
    expect(google.getByText('23 Nov 2026')).toBeInTheDocument();
    expect(google.getByText('2 of 6 rules')).toBeInTheDocument();
    expect(google.getByText('31 Jan 2027: Too few pixels')).toBeInTheDocument();
    expect(await google.findByText('makes 4 photos worse')).toBeInTheDocument();
    expect((await rowOf(/JD/)).getByText('None of 6 rules')).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(10);
  });

  test('switches a channel off, but never the last one', async () => {
    const { user, bridge } = renderApp({ path: '/channels', settings: { channels: ['ebay', 'jd'] } });
    await user.click(await screen.findByRole('checkbox', { name: 'Judge photos for eBay' }));
    expect(bridge.log).toContainEqual({ name: 'settings.set', input: { channels: ['jd'] } });
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Judge photos for JD.com' })).toBeDisabled());
  });

  test('makes a channel of one\'s own as a copy of another, and takes it back', async () => {
    const { user, bridge, router } = renderApp({ path: '/channels' });
    await user.click(await screen.findByRole('button', { name: 'More for Amazon main image' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as a channel of my own…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Pop-up shop');
    expect(dialog.getByRole('combobox', { name: 'Start with' })).toHaveValue('amazon-main');
    expect(await axeProblems()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/channels/own-1'));
    expect(bridge.log).toContainEqual({ name: 'packs.create', input: { name: 'Pop-up shop', from: 'amazon-main' } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Pop-up shop' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(bridge.log).toContainEqual({ name: 'packs.undo', input: { eventIds: ['e2'] } }));
  });

  test('says of a file that is no pack which field is wrong, and what to do', async () => {
    const wrong = readPack({ ...channelPacks.ebay, version: 'new', requirements: [{ rule: 'sparkle' }] });
    const problems = wrong.ok ? [] : [...wrong.error];
    const { user } = renderApp({ path: '/channels', handlers: { 'packs.import': () => ({ file: 'mine.json', pack: null, problems }) } });
    await user.click(await screen.findByRole('button', { name: 'Open a file…' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('mine.json is no channel pack that can be used');
    expect(alert).toHaveTextContent('version Write a day, as 2026-11-23.');
    expect(alert).toHaveTextContent('requirements[0].rule sparkle is no rule of this console.');
    expect(await axeProblems()).toEqual([]);
  });

  test('opens a file of a channel that is not there as unsaved, and stores it on Save', async () => {
    const pack = { ...channelPacks.ebay, channel: 'their-shop', name: 'Their shop' };
    const { user, bridge, router } = renderApp({ path: '/channels', handlers: { 'packs.import': () => ({ file: 'theirs.json', pack, problems: [] }) } });
    await user.click(await screen.findByRole('button', { name: 'Open a file…' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/channels/their-shop'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Their shop' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(bridge.log.some(({ name }) => name === 'packs.save')).toBe(true));
    await waitFor(() => expect(screen.queryByText('Unsaved changes')).toBeNull());
  });
});

describe('the editor', () => {
  const open = (options: Parameters<typeof renderApp>[0] = {}) => renderApp({ path: '/channels/amazon-main', ...options });
  const fill = () => screen.findByRole('textbox', { name: 'Product too small in the frame: at least' });

  test('shows every rule with what it asks in people\'s units, and where that is written', async () => {
    open();
    expect(await fill()).toHaveValue('85 %');
    const table = screen.getByRole('table', { name: 'Rules of Amazon main image' });
    expect(within(table).getAllByRole('row')).toHaveLength(7);
    const white = await rowOf(/Background not white/);
    expect(white.getByRole('link', { name: /Product image guide/ })).toHaveAttribute('href', expect.stringMatching(/^https:/));
    expect(white.getByText('Channel\'s own page, 23 Nov 2026')).toBeInTheDocument();
    expect(screen.getByText('As it came with the console.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  test('says what a change would change, marks it, stores it, and takes it back', async () => {
    const { user, bridge } = open();
    const field = await fill();
    await user.clear(field);
    await user.type(field, '80');
    const status = screen.getByRole('status', { name: 'What would change' });
    await waitFor(() => expect(status).toHaveTextContent('3 of 35 photos get another verdict: 2 from Fail to Pass'));
    const row = await rowOf(/Product too small in the frame/);
    expect(row.getByText('Changed')).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(bridge.log.some(({ name }) => name === 'packs.save')).toBe(true));
    const saved = bridge.log.find(({ name }) => name === 'packs.save')?.input as { pack: { requirements: { rule: string; min?: number }[] } };
    expect(saved.pack.requirements.find(({ rule }) => rule === 'fill-too-small')?.min).toBe(0.8);
    expect(await screen.findByText('You saved version 24 Nov 2026')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(bridge.log).toContainEqual({ name: 'packs.undo', input: { eventIds: ['e1'] } }));
  });

  test('keeps what is changed while a save is under way', async () => {
    let stored = (): void => {};
    const saving = new Promise<void>((resolve) => { stored = resolve; });
    const { user, bridge } = open({ handlers: { 'packs.save': async () => saving.then(() => ({ eventIds: ['e1'], version: '2026-11-24', problems: [] })) } });
    const field = await fill();
    await user.clear(field);
    await user.type(field, '80');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(bridge.log.some(({ name }) => name === 'packs.save')).toBe(true));
    await user.clear(field);
    await user.type(field, '70');
    await user.tab();
    stored();
    await waitFor(() => expect(bridge.log.filter(({ name }) => name === 'packs.list').length).toBeGreaterThan(1));
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(await fill()).toHaveValue('70 %');
    expect(screen.getByText('Unsaved changes')).toBeInTheDocument();
  });

  test('puts one rule back as the console has it, and undoes changes one by one', async () => {
    const { user } = open();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Product too small in the frame: otherwise' }), 'Warning');
    await user.click(screen.getByRole('checkbox', { name: 'Product cut off on' }));
    expect(screen.getAllByText('Changed')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Put back Product too small in the frame as the console has it' }));
    expect(screen.getAllByText('Changed')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Undo the last change' }));
    await user.click(screen.getByRole('button', { name: 'Undo the last change' }));
    await user.click(screen.getByRole('button', { name: 'Undo the last change' }));
    expect(screen.queryByText('Changed')).toBeNull();
    expect(screen.queryByText('Unsaved changes')).toBeNull();
  });

  test('adds rules and takes them away; what the console asks can be put back', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Remove the rule Product cut off' }));
    expect(screen.getByText('Taken out')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Put back' }));
    expect(screen.queryByText('Taken out')).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Add a rule: Rule to add' }), 'Wrong proportions');
    await user.click(screen.getByRole('button', { name: 'Add a rule' }));
    const row = await rowOf(/Wrong proportions/);
    expect(row.getByText('Added')).toBeInTheDocument();
    expect(row.getByText('Our own wish')).toBeInTheDocument();
    const ratios = row.getByRole('textbox', { name: 'Wrong proportions: proportions' });
    await user.clear(ratios);
    await user.type(ratios, '1:1, 750:352');
    expect(ratios).toHaveValue('1:1, 750:352');
  });

  test('names the value that is wrong beside it, and does not store it', async () => {
    const { user, bridge } = open({ handlers: reading });
    const field = await fill();
    await user.clear(field);
    await user.type(field, '850');
    await screen.findByText('At most 100 %.');
    expect(screen.getByRole('status', { name: 'What would change' })).toHaveTextContent('1 value has to be corrected');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.clear(field);
    await screen.findByText('Write a number here.');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(await fill()).toHaveValue('85 %');
    expect(bridge.log.some(({ name }) => name === 'packs.save')).toBe(false);
  });

  test('keeps what is unsaved while one looks at other pages', async () => {
    const { user, router } = open();
    const field = await fill();
    await user.clear(field);
    await user.type(field, '82.5');
    await router.navigate('/channels');
    expect((await rowOf(/Amazon/)).getByText('Unsaved changes')).toBeInTheDocument();
    await router.navigate('/channels/amazon-main');
    expect(await fill()).toHaveValue('82.5 %');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await fill()).toHaveValue('82.5 %');
  });

  test('plans rules that start on a day', async () => {
    const { user } = open({ path: '/channels/google-merchant' });
    const table = within(await screen.findByRole('table', { name: 'Coming changes' }));
    expect(table.getByLabelText('Too few pixels: starts on')).toHaveValue('2027-01-31');
    expect(table.getByRole('textbox', { name: 'Too few pixels: note' })).toHaveValue('At least 500 × 500 pixels');
    await user.click(screen.getByRole('button', { name: 'Add a change' }));
    expect(screen.getByLabelText('Background not white: starts on')).toBeInTheDocument();
  });

  test('changes where a rule is written', async () => {
    const { user } = open({ handlers: reading });
    await user.click(await screen.findByRole('button', { name: 'Edit the source of Background not white' }));
    const form = within(await screen.findByRole('dialog'));
    const address = form.getByRole('textbox', { name: 'Address' });
    await user.clear(address);
    await user.type(address, 'somewhere');
    expect(await form.findByText('Write an address that starts with https://, or leave it empty.')).toBeInTheDocument();
    await user.click(form.getByRole('checkbox', { name: 'It is the channel\'s own page' }));
    expect(form.getByRole('checkbox')).not.toBeChecked();
    expect(await axeProblems()).toEqual([]);
  });

  test('says so where there is no such channel', async () => {
    open({ path: '/channels/nowhere' });
    expect(await screen.findByText('There is no channel nowhere here')).toBeInTheDocument();
  });
});
