import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { refusal } from '../../../bridge/fake.ts';
import { fakeDryRun, fakeSheet } from '../../../dev/fake-products.ts';
import { axeProblems } from '../../../testing/axe.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { moveIn } from '../logic/moves.ts';

const asked = (bridge: ReturnType<typeof renderApp>['bridge'], name: string): readonly unknown[] => bridge.log.filter((call) => call.name === name).map(({ input }) => input);

/** jsdom lays nothing out: the list is given a height, so that its lines are drawn. */
function giveHeight(): void {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1000 });
}

beforeEach(() => sessionStorage.clear());

describe('the list of products', () => {
  test('shows names in the language on screen, what is missing, and the verdict of the main picture', async () => {
    giveHeight();
    renderApp({ path: '/products' });
    const rows = await screen.findAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(within(rows[0]!).getByText('Celadon teapot')).toBeInTheDocument();
    expect(within(rows[0]!).getByText(/^Fail \d\/\d/)).toBeInTheDocument();
    expect(within(rows[1]!).getByText('Main is missing')).toBeInTheDocument();
    expect(within(rows[3]!).getByText('No main picture')).toBeInTheDocument();
  });

  test('is searched in Chinese too, and says what was not found', async () => {
    giveHeight();
    const { user } = renderApp({ path: '/products', settings: { language: 'zh-CN' } });
    await screen.findByText('青瓷茶壶');
    const field = screen.getByRole('textbox', { name: '按名称、货号、品牌查找' });
    await user.type(field, '围巾');
    await waitFor(() => expect(screen.queryByText('青瓷茶壶')).toBeNull());
    expect(screen.getByText('羊毛围巾')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '没有');
    expect(await screen.findByText('没有名为“没有”的商品')).toBeInTheDocument();
  });

  test('is searched when the input method is done, and keeps what was typed while the answer was under way', async () => {
    giveHeight();
    const { user, bridge } = renderApp({ path: '/products', settings: { language: 'zh-CN' } });
    await screen.findByText('青瓷茶壶');
    const field = screen.getByRole('textbox', { name: '按名称、货号、品牌查找' });
    const searches = () => new Set(asked(bridge, 'products.list').map((input) => (input as { search?: string }).search ?? ''));
    await user.type(field, '羊');
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '羊mao' } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(field).toHaveValue('羊mao');
    fireEvent.change(field, { target: { value: '羊毛' } });
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(searches()).toContain('羊毛'));
    expect(field).toHaveValue('羊毛');
    expect([...searches()].filter((search) => /[a-z]/.test(search))).toEqual([]);
  });

  test('is walked by keys; Enter opens the product, Esc closes it', async () => {
    giveHeight();
    const { user } = renderApp({ path: '/products' });
    await screen.findAllByRole('row');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const inspector = await screen.findByRole('complementary', { name: 'Product' });
    expect(within(inspector).getByRole('heading', { level: 2, name: 'Stoneware mug' })).toBeInTheDocument();
    expect(await within(inspector).findByText('上新')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'Product' })).toBeNull();
  });

  test('of an empty shop says what to do next', async () => {
    const { user, bridge } = renderApp({ path: '/products', shop: { shop: 'empty' } });
    expect(await screen.findByText(/which pictures|pictures each one still lacks/)).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'Import table…' })[0]!);
    await waitFor(() => expect(asked(bridge, 'products.chooseSheet')).toHaveLength(1));
  });

  test.each<[number, number, Parameters<typeof moveIn>[2], number]>([[0, -1, 'down', -1], [5, -1, 'down', 0], [5, 4, 'down', 4], [5, 2, 'page-up', 0], [50, 2, 'page-down', 12], [5, 2, 'end', 4]])(
    'with %i products, from %i, %s leads to %i',
    (count, from, move, to) => expect(moveIn(count, from, move, 10)).toBe(to),
  );
});

describe('the pictures of a product', () => {
  async function open(name: string) {
    giveHeight();
    const app = renderApp({ path: '/products' });
    fireEvent.doubleClick((await screen.findByText(name)).closest('[role=row]')!);
    const inspector = await screen.findByRole('complementary', { name: 'Product' });
    await within(inspector).findByText('上新');
    return { ...app, inspector: within(inspector) };
  }

  test('move by Alt and an arrow, with undo', async () => {
    const { user, bridge, inspector } = await open('Celadon teapot');
    inspector.getByRole('button', { name: 'mug-blue-1.jpg: Main' }).focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(asked(bridge, 'products.arrange')).toEqual([{ id: 'g0', change: { kind: 'move', photoId: 'p0', slot: 2 } }]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked(bridge, 'products.undo')).toEqual([{ eventIds: ['a-g0'] }]));
  });

  test('are taken out by Delete, and given to a variant by the menu', async () => {
    const { user, bridge, inspector } = await open('Stoneware mug');
    inspector.getByRole('button', { name: /: Picture 2$/ }).focus();
    await user.keyboard('{Delete}');
    await user.click(inspector.getByRole('button', { name: /^More for .*teapot/ }));
    await user.click(await screen.findByRole('menuitem', { name: /rust/ }));
    await waitFor(() => expect(asked(bridge, 'products.arrange').map((input) => (input as { change: { kind: string } }).change.kind)).toEqual(['unassign', 'variant']));
  });

  test('are dragged to another slot', async () => {
    const { bridge, inspector } = await open('Celadon teapot');
    const data = new Map<string, string>();
    const dataTransfer = { setData: (type: string, text: string) => void data.set(type, text), getData: (type: string) => data.get(type) ?? '', get types() { return [...data.keys()]; } };
    fireEvent.dragStart(inspector.getByRole('button', { name: /: Main$/ }), { dataTransfer });
    const target = inspector.getByRole('button', { name: /: Picture 2$/ }).closest('li')!;
    fireEvent.dragOver(target, { dataTransfer });
    fireEvent.drop(target, { dataTransfer });
    await waitFor(() => expect(asked(bridge, 'products.arrange')).toEqual([{ id: 'g0', change: { kind: 'move', photoId: 'p0', slot: 2 } }]));
  });

  test('are looked for by name once a person has stopped typing', async () => {
    const { user, bridge, inspector } = await open('Stoneware mug');
    await user.click(inspector.getByRole('button', { name: 'Put a photo into Main' }));
    const field = await screen.findByRole('textbox', { name: 'Find a photo by its name' });
    const searches = () => [...new Set(asked(bridge, 'photos.list').map((input) => (input as { search?: string }).search ?? ''))].filter((search) => search !== '');
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'deng' } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(searches()).toEqual([]);
    fireEvent.change(field, { target: { value: '灯' } });
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(searches()).toEqual(['灯']));
  });

  test('are put into an empty slot by name', async () => {
    const { user, bridge, inspector } = await open('Stoneware mug');
    await user.click(inspector.getByRole('button', { name: 'Put a photo into Main' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('button', { name: /lamp-brass-1/ }));
    await waitFor(() => expect(asked(bridge, 'products.arrange')).toMatchObject([{ id: 'g1', change: { kind: 'assign', slot: 1, photoIds: ['p2'] } }]));
  });

  test('name the file that was not found', async () => {
    const { inspector } = await open('Brass lamp');
    expect(await inspector.findByText('lamp-front.jpg')).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
  });
});

describe('a table on its way in', () => {
  async function open(handlers: Parameters<typeof renderApp>[0] = {}) {
    giveHeight();
    const app = renderApp({ path: '/products', ...handlers });
    await app.user.click(await screen.findByRole('button', { name: 'Import table…' }));
    await screen.findByRole('heading', { level: 1, name: 'Import goods.csv' });
    return app;
  }

  test('shows what columns mean, what would happen, and names each bad row with its remedy', async () => {
    await open();
    const twice = await screen.findByRole('region', { name: 'The SKU stood in an earlier row already' });
    expect(within(twice).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Row 4货号TP-01first in row 2']);
    const missing = screen.getByRole('region', { name: 'The picture file was not found' });
    expect(within(missing).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Row 3主图mug.jpg']);
    expect(screen.getByText(/Give each row its own SKU/)).toBeInTheDocument();
    expect(screen.getByText('2 addresses on the network: kept, never fetched')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Meaning of 商品名称' })).toHaveValue('Title');
    expect(await axeProblems()).toEqual([]);
  });

  test('a column is told to mean something else, which is compared anew', async () => {
    const { user, bridge } = await open();
    await user.click(await screen.findByRole('combobox', { name: 'Meaning of 备注' }));
    await user.click(await screen.findByRole('option', { name: 'Brand' }));
    await waitFor(() => expect(asked(bridge, 'products.dryRun').at(-1)).toEqual({ draftId: 'd1', mapping: ['sku', 'title', 'brand'] }));
  });

  test('is applied as a whole, and taken back by one undo', async () => {
    const { user, bridge } = await open();
    await user.click(await screen.findByRole('button', { name: 'Import 3 products' }));
    await screen.findByRole('heading', { level: 1, name: 'Products' });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked(bridge, 'products.undoImport')).toEqual([{ importId: 'i1' }]));
  });

  test.each(['Cancel', 'Esc'])('is put away by %s, comes back by undo as it was, and is let go when another is opened', async (how) => {
    const { user, bridge } = await open();
    await user.click(await screen.findByRole('combobox', { name: 'Meaning of 备注' }));
    await user.click(await screen.findByRole('option', { name: 'Brand' }));
    const close = () => (how === 'Esc' ? user.keyboard('{Escape}') : user.click(screen.getByRole('button', { name: 'Cancel' })));
    await close();
    await screen.findByRole('heading', { level: 1, name: 'Products' });
    expect(asked(bridge, 'products.discard')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import goods.csv' })).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Meaning of 备注' })).toHaveValue('Brand');
    await close();
    await screen.findByRole('heading', { level: 1, name: 'Products' });
    await user.click(screen.getByRole('button', { name: 'Import table…' }));
    await waitFor(() => expect(asked(bridge, 'products.discard')).toEqual([{ draftId: 'd1' }]));
  });

  test('is there again, with its mapping, when a person has been on another page', async () => {
    const { user, router } = await open();
    await user.click(await screen.findByRole('combobox', { name: 'Meaning of 备注' }));
    await user.click(await screen.findByRole('option', { name: 'Brand' }));
    await act(() => router.navigate('/photos'));
    await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: 'Import goods.csv' })).toBeNull());
    await act(() => router.navigate('/products'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import goods.csv' })).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Meaning of 备注' })).toHaveValue('Brand');
  });

  test('that the engine no longer has is closed for good', async () => {
    const { user, bridge } = await open({ handlers: { 'products.dryRun': () => { throw refusal('import-not-found'); } } });
    await screen.findByRole('alert');
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { level: 1, name: 'Products' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(asked(bridge, 'products.discard')).toEqual([]);
  });

  test('with nothing new has nothing to import', async () => {
    await open({ handlers: { 'products.dryRun': () => ({ ...fakeDryRun, products: { new: 0, changed: 0, unchanged: 3 }, samples: [] }) } });
    expect(await screen.findByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  });

  test('is read in another encoding', async () => {
    const { user, bridge } = await open();
    await user.click(screen.getByRole('combobox', { name: 'Encoding' }));
    await user.click(await screen.findByRole('option', { name: 'UTF-8' }));
    await waitFor(() => expect(asked(bridge, 'products.reread')).toEqual([{ draftId: 'd1', encoding: 'utf-8', delimiter: ',' }]));
  });

  test('that is none says why, and what to do', async () => {
    giveHeight();
    const { user } = renderApp({ path: '/products', handlers: { 'products.chooseSheet': () => { throw refusal('sheet-old-excel', { params: { file: 'goods.xls' } }); } } });
    await user.click(await screen.findByRole('button', { name: 'Import table…' }));
    expect(await screen.findByText('goods.xls is in an old Excel format')).toBeInTheDocument();
    expect(screen.getByText(/save it as .xlsx/)).toBeInTheDocument();
  });

  test('is dropped on the page', async () => {
    giveHeight();
    renderApp({ path: '/products', openDropped: async () => ({ ok: true, value: fakeSheet }) });
    await screen.findAllByRole('row');
    const event = new Event('drop', { bubbles: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [new File(['x'], 'goods.csv')] } });
    fireEvent(window, event);
    expect(await screen.findByRole('heading', { level: 1, name: 'Import goods.csv' })).toBeInTheDocument();
  });
});
