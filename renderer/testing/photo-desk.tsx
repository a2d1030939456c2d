import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { PhotoFilter, PhotoRow } from '../../app/contract/photos.ts';
import type { FakeHandlers } from '../bridge/fake.ts';
import { fakeCounts, fakeDetail, fakeRows } from '../dev/fake-photos.ts';
import { renderApp } from './render-app.tsx';

const sizes = { offsetWidth: 1000, offsetHeight: 800, clientWidth: 1000, clientHeight: 800 };

/** jsdom lays nothing out: in every test of the file the window gets a size, so that the virtual grid has room for tiles. Five stand in a row. */
export function withLayout(): void {
  beforeEach(() => {
    for (const [name, value] of Object.entries(sizes)) vi.spyOn(HTMLElement.prototype, name as 'offsetWidth', 'get').mockReturnValue(value);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100_000);
    vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(function (this: Element, to?: ScrollToOptions | number) {
      if (typeof to === 'object') this.scrollTop = to.top ?? 0;
      setTimeout(() => act(() => void this.dispatchEvent(new Event('scroll'))));
    });
  });
  afterEach(() => vi.restoreAllMocks());
}

/** A shop whose decisions hold, and are told to the window, as the engine's would be. */
export function decidingShop(changed: (ids: string[]) => void = () => undefined): FakeHandlers {
  let rows: readonly PhotoRow[] = fakeRows.map((row) => ({ ...row, decision: null, decisionPending: false }));
  const before = new Map<string, readonly PhotoRow[]>();
  const touched = new Map<string, string[]>();
  let events = 0;
  const shows = (row: PhotoRow, { show }: PhotoFilter): boolean =>
    show === 'rejected' ? row.decision === 'rejected' : show === 'to-review' ? row.decision === null && row.rules.length > 0 : show === 'failed' ? row.state === 'failed' : true;
  const change = (ids: readonly string[], one: (row: PhotoRow) => readonly PhotoRow[]) => {
    const eventId = `e${++events}`;
    before.set(eventId, rows);
    touched.set(eventId, [...ids]);
    rows = rows.flatMap((row) => (ids.includes(row.id) ? one(row) : [row]));
    changed([...ids]);
    return { eventIds: [eventId] };
  };
  return {
    'photos.list': (filter) => {
      const found = rows.filter((row) => shows(row, filter) && row.name.includes(filter.search));
      return { total: found.length, rows: found };
    },
    'photos.rows': ({ ids, ...filter }) => rows.filter((row) => ids.includes(row.id) && shows(row, filter)),
    'photos.get': ({ id }) => ({ ...fakeDetail(id), row: rows.find((row) => row.id === id) ?? fakeDetail(id).row }),
    'photos.counts': () => ({ ...fakeCounts, toReview: rows.filter((row) => row.decision === null && row.rules.length > 0).length }),
    'photos.decide': ({ ids, decision }) => change(ids, (row) => [{ ...row, decision, decisionPending: decision !== null }]),
    'photos.remove': ({ ids }) => change(ids, () => []),
    'photos.undo': ({ eventIds }) => {
      for (const id of eventIds) rows = before.get(id) ?? rows;
      changed(eventIds.flatMap((id) => touched.get(id) ?? []));
      return { undone: eventIds.length };
    },
  };
}

/** the list of tiles */
export const grid = (): Promise<HTMLElement> => screen.findByRole('grid');
export const tile = (name: string): HTMLElement => screen.getByRole('gridcell', { name: new RegExp(`${name}\\.jpg`) });
/** what stands on the tile that the keyboard is on */
export const active = (): string | null | undefined => document.getElementById(screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '')?.textContent;

/** The desk over a shop whose decisions hold, once its first tiles are there. */
export async function openDesk(path = '/photos', handlers: FakeHandlers = {}) {
  const desk = renderApp({ path, handlers: { ...decidingShop((ids) => desk.bridge.emit('photos.changed', { ids })), ...handlers } });
  await grid();
  await screen.findByRole('gridcell', { name: /^mug-blue-1/ });
  return desk;
}
