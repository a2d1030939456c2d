import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { ProductRow } from '../../../../app/contract/products.ts';
import { fakeProductDetail, fakeProductLists, fakeProducts } from '../../../dev/fake-products.ts';
import { renderApp } from '../../../testing/render-app.tsx';

const count = 100_000;
const rowHeight = 52;
const numbered = (n: number): ProductRow => ({ ...fakeProducts[0]!, id: `n${n}`, sku: `N-${n}`, titles: { en: `Product ${n}.`, 'zh-CN': null }, missing: n % 2 === 0 ? [] : [1] });

// jsdom lays nothing out: the list is given a height, and scrolls as a browser would
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1000 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'scrollHeight', { configurable: true, get: () => count * rowHeight });
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, ...to: unknown[]) {
    this.scrollTop = (to[0] as ScrollToOptions).top ?? 0;
    queueMicrotask(() => fireEvent.scroll(this));
  } as typeof HTMLElement.prototype.scrollTo;
});

/** A shop of 100,000 products that may be changed under the window. */
async function open(hold?: (offset: number) => Promise<void>) {
  let rows = Array.from({ length: count }, (_, n) => numbered(n));
  const lists = () => fakeProductLists(rows);
  const app = renderApp({
    path: '/products',
    handlers: {
      'products.list': async (input) => {
        await hold?.(input.offset);
        return lists()['products.list']!(input);
      },
      'products.place': (input) => lists()['products.place']!(input),
      'products.get': ({ id }) => ({ ...fakeProductDetail('g0'), row: rows.find((row) => row.id === id)! }),
      'products.counts': () => ({ total: rows.length, missing: rows.length / 2, unresolved: 0, byVerdict: { pass: 0, warn: 0, fail: 0 } }),
    },
  });
  const grid = await screen.findByRole('grid');
  await screen.findByText('Product 0.');
  const asked = (): number[] => app.bridge.log.flatMap(({ name, input }) => (name === 'products.list' ? [(input as { offset: number }).offset] : []));
  const change = (next: (rows: ProductRow[]) => ProductRow[]) => {
    rows = next(rows);
    act(() => app.bridge.emit('products.changed', { ids: null }));
  };
  const current = (): HTMLElement | null => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  return { ...app, grid, asked, change, current };
}

test('one page is asked for, whatever the number of products', async () => {
  const { grid, asked } = await open();
  expect(grid).toHaveAttribute('aria-rowcount', String(count));
  expect(asked()).toEqual([0]);
  expect(within(grid).getAllByRole('row').length).toBeLessThan(40);
});

test('pages come as they are scrolled into sight, with lines to come in between; those flown past are never asked for', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => { release = resolve; });
  const { grid, asked } = await open((offset) => (offset === 0 ? Promise.resolve() : held));
  for (const row of [1_000, 20_000, 50_000]) act(() => grid.scrollTo({ top: row * rowHeight }));
  await waitFor(() => expect(asked()).toEqual([0, 49_800, 50_000]));
  const first = within(grid).getAllByRole('row').find((row) => row.getAttribute('aria-rowindex') === '50001');
  expect(first).toHaveAttribute('aria-busy', 'true');
  expect(within(first!).getByText('Loading')).toBeInTheDocument();
  release();
  expect(await screen.findByText('Product 50000.')).toBeInTheDocument();
  expect(screen.queryByText('Loading')).toBeNull();
});

test('End, Page Up, Home and Enter work where no row is there yet', async () => {
  const { user, current } = await open();
  await user.keyboard('{End}');
  expect(current()).toHaveAttribute('aria-rowindex', String(count));
  await user.keyboard('{Enter}');
  const inspector = await screen.findByRole('complementary', { name: 'Product' });
  expect(await within(inspector).findByRole('heading', { level: 2, name: 'Product 99999.' })).toBeInTheDocument();
  await waitFor(() => expect(current()).toHaveTextContent('Product 99999.'));
  await user.keyboard('{PageUp}{ArrowUp}');
  await waitFor(() => expect(current()).toHaveTextContent('Product 99988.'));
  expect(within(inspector).getByRole('heading', { level: 2, name: 'Product 99988.' })).toBeInTheDocument();
  await user.keyboard('{Home}{ArrowDown}');
  await waitFor(() => expect(current()).toHaveTextContent('Product 1.'));
});

test('an open product stays open while its row is scrolled away, and the keys go on from it', async () => {
  const { user, grid, current } = await open();
  fireEvent.doubleClick((await screen.findByText('Product 3.')).closest('[role=row]')!);
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowDown}');
  const title = (): HTMLElement => within(screen.getByRole('complementary', { name: 'Product' })).getByRole('heading', { level: 2 });
  const before = title().textContent;
  act(() => grid.scrollTo({ top: 70_000 * rowHeight }));
  await screen.findByText('Product 70000.');
  expect(title()).toHaveTextContent(before);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(current()).toHaveTextContent(`Product ${Number(/\d+/.exec(before)?.[0]) + 1}.`));
});

test('what changes is asked for again in sight alone, and the cursor stays on its product', async () => {
  const { user, grid, asked, change, current } = await open();
  act(() => grid.scrollTo({ top: 30_100 * rowHeight }));
  await screen.findByText('Product 30100.');
  act(() => grid.scrollTo({ top: 60_100 * rowHeight }));
  fireEvent.pointerDown((await screen.findByText('Product 60105.')).closest('[role=row]')!);
  const before = asked().length;
  change((rows) => [{ ...numbered(0), id: 'new', titles: { en: 'A new one', 'zh-CN': null } }, ...rows]);
  await waitFor(() => expect(current()).toHaveAttribute('aria-rowindex', '60107'), { timeout: 4_000 });
  expect(current()).toHaveTextContent('Product 60105.');
  expect(asked().slice(before).toSorted((a, b) => a - b)).toEqual([0, 60_000]);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(current()).toHaveTextContent('Product 60106.'));
});

test('another tab keeps the cursor where it shows that product, however far down', async () => {
  const { user, grid, current } = await open();
  act(() => grid.scrollTo({ top: 90_000 * rowHeight }));
  fireEvent.pointerDown((await screen.findByText('Product 90001.')).closest('[role=row]')!);
  await user.click(screen.getByRole('button', { name: /^Picture missing/ }));
  await waitFor(() => expect(current()).toHaveAttribute('aria-rowindex', '45001'), { timeout: 4_000 });
  await waitFor(() => expect(current()).toHaveTextContent('Product 90001.'));
});
