import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { Waiver } from '../../../../app/photo-check/waivers.ts';
import type { FakeHandlers } from '../../../bridge/fake.ts';
import { fakeCounts, fakeDetail, fakeRows } from '../../../dev/fake-photos.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { active, decidingShop, tile, withLayout } from '../../../testing/photo-desk.tsx';
import { renderApp } from '../../../testing/render-app.tsx';

withLayout();

async function desk(path = '/photos?channel=amazon-main', handlers: FakeHandlers = {}, language: 'en' | 'zh-CN' = 'en') {
  const shown = renderApp({ path, settings: { language }, handlers: { ...decidingShop(), ...handlers } });
  await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
  const last = (call: string): unknown => shown.bridge.log.findLast(({ name }) => name === call)?.input;
  return { ...shown, last };
}
const form = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Not an issue' });

describe('W', () => {
  test('asks what is no issue and why; Enter remembers it for the channel looked at, Z takes it back', async () => {
    const { user, last } = await desk();
    await user.keyboard('w');
    const dialog = await form();
    expect(within(dialog).getByText('mug-blue-1.jpg')).toBeInTheDocument();
    expect(within(dialog).getByRole('checkbox', { name: 'Background not white' })).toBeChecked();
    expect(within(dialog).getByRole('checkbox', { name: 'Product too small in the frame' })).not.toBeChecked();
    await waitFor(() => expect(within(dialog).getByRole('radio', { name: /It is printed/ })).toHaveFocus());
    await user.keyboard('3{Enter}');
    await screen.findByText('“Background not white” is no issue for mug-blue-1.jpg');
    expect(last('waivers.waive')).toEqual({ photoIds: ['p0'], rules: ['background-not-white'], channel: 'amazon-main', scope: 'photo', reason: 'channel-agreed', note: '' });
    await user.keyboard('z');
    await waitFor(() => expect(last('waivers.undo')).toEqual({ eventIds: ['w-p0-background-not-white'] }));
  });

  test('stores no reason that nobody gave; who writes means the note', async () => {
    const { user, last } = await desk();
    await user.keyboard('w');
    const dialog = await form();
    await waitFor(() => expect(within(dialog).getByRole('radio', { name: /It is printed/ })).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Say why: press its number')).toBeInTheDocument();
    expect(last('waivers.waive')).toBeUndefined();
    await user.keyboard('cream box');
    expect(within(dialog).getByRole('textbox')).toHaveValue('cream box');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(last('waivers.waive')).toBeUndefined();
    await user.click(within(dialog).getByRole('radio', { name: /The product looks/ }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(last('waivers.waive')).toMatchObject({ reason: 'product-looks-so', note: 'cream box' }));
  });

  test('"something else" has to be said; digits in the note are digits', async () => {
    const { user, last } = await desk();
    await user.keyboard('w');
    const dialog = await form();
    await user.keyboard('6');
    expect(within(dialog).getByRole('button', { name: 'Remember it' })).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), '1 of 2');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(last('waivers.waive')).toMatchObject({ reason: 'other', note: '1 of 2' }));
  });

  test('means all that are selected and broken, with the rule that the list is about', async () => {
    const { user, last } = await desk('/photos?rule=text-overlay');
    await user.keyboard('{Control>}a{/Control}w');
    const dialog = await form();
    expect(within(dialog).getByText('3 photos')).toBeInTheDocument();
    await user.keyboard('1{Enter}');
    await screen.findByText('“Text over the photo” is no issue for 3 photos');
    expect(last('waivers.waive')).toMatchObject({ photoIds: ['p2', 'p14', 'p26'], rules: ['text-overlay'], channel: null });
  });

  test('asks nothing of a photo with nothing wrong', async () => {
    const { user } = await desk();
    await user.keyboard('{ArrowRight}w');
    expect(active()).toContain('mug-blue-side-1');
    await screen.findByText('Nothing is wrong here that could be waived.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('may be remembered for the product, where one is known', async () => {
    const { user, last } = await desk(undefined, { 'photos.get': ({ id }) => ({ ...fakeDetail(id), product: { id: 'mug', titles: { en: 'Blue mug', 'zh-CN': null }, sku: null } }) });
    await user.keyboard('w');
    const dialog = await form();
    await within(dialog).findByRole('radio', { name: 'Every photo of “Blue mug”' });
    await user.keyboard('1{Enter}');
    await waitFor(() => expect(last('waivers.waive')).toMatchObject({ scope: 'product' }));
  });

  test.each(['en', 'zh-CN'] as const)('asks without an accessibility problem in %s', async (language) => {
    const { user } = await desk(undefined, {}, language);
    await user.keyboard('w');
    await screen.findByRole('dialog');
    expect(await axeProblems()).toEqual([]);
  });
});

describe('a finding that is no issue', () => {
  const waiver: Waiver = { subject: { kind: 'photo', id: 'p0' }, rule: 'background-not-white', channel: null, reason: 'on-product', note: 'cream box', actor: 'Mei', at: Date.UTC(2026, 10, 23) };
  const row: PhotoRow = { ...fakeRows[0]!, verdicts: { 'amazon-main': 'pass', ebay: 'fail' }, rules: [], waived: ['background-not-white'], waivedOn: ['amazon-main'] };
  const handlers: FakeHandlers = {
    'photos.list': () => ({ total: 1, rows: [row] }),
    'photos.counts': () => ({ ...fakeCounts, waived: 1, waivedByRule: [{ rule: 'background-not-white', count: 1 }] }),
    'photos.get': ({ id }) => ({ ...fakeDetail(id), row, waivers: [waiver, { ...waiver, rule: 'fill-too-small' }] }),
  };

  test('shows in the tile as a pass with waivers, and has its own tab', async () => {
    const { user, last } = await desk(undefined, handlers);
    expect(tile('mug-blue-1')).toHaveTextContent('Pass with waivers');
    expect(tile('mug-blue-1')).toHaveTextContent('Waived: Background not white');
    await user.click(screen.getByRole('button', { name: /^Waived ?1$/ }));
    await waitFor(() => expect(last('photos.list')).toMatchObject({ show: 'waived' }));
    expect(await screen.findByRole('heading', { name: 'Waived' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Background not white ?1$/ })).toBeInTheDocument();
  });

  test('stays visible struck through, with who said so and why, and can be counted again', async () => {
    const { user, last } = await desk(undefined, handlers);
    await user.keyboard('1{Enter}');
    const finding = await screen.findByRole('article', { name: 'Background not white' });
    expect(within(finding).getByText('Background not white').tagName).toBe('S');
    expect(finding).toHaveTextContent('Not an issue: It is printed on the product or its packaging');
    expect(finding).toHaveTextContent('“cream box”');
    expect(finding).toHaveTextContent('Mei');
    expect(await axeProblems()).toEqual([]);
    await user.click(within(finding).getByRole('button', { name: 'Count it again' }));
    await screen.findByText('“Background not white” counts again');
    expect(last('waivers.withdraw')).toEqual({ subject: { kind: 'photo', id: 'p0' }, rule: 'background-not-white', channel: null });
  });
});
