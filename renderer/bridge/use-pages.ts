import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallFailure } from './call-failure.ts';

/** Which rows to ask for. */
interface Window {
  readonly offset: number;
  readonly limit: number;
}
interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
/** Key and function of the query for some rows, as `callOptions` makes them. */
type AskFor<Row> = (rows: Window) => { readonly queryKey: readonly unknown[]; readonly queryFn: () => Promise<Page<Row>> };

/** A long list of which only what is in sight was asked for. */
export interface Pages<Row> {
  /** with all pages; undefined before the first answer */
  readonly total: number | undefined;
  /** undefined where the row is not there yet */
  readonly at: (index: number) => Row | undefined;
  /** where among the rows in sight, and close to them, one stands; −1 for none */
  readonly find: (is: (row: Row) => boolean) => number;
  /** tells which rows are in sight: those, and some around them, are asked for */
  readonly see: (first: number, last: number) => void;
  readonly error: CallFailure | null;
  readonly retry: () => void;
}

const pageSize = 200;
/** Rows beyond those in sight that are asked for before they come. */
const ahead = 50;
/** A page that flies past, while the bar of the list is dragged, is not asked for. */
const settleMs = 50;
/** How long a page out of sight is kept. */
const keptMs = 60_000;

/**
 * Rows of a list that is too long for one answer, a page at a time. The first page is always asked for: it says how
 * many there are, and it stays on screen while another list is asked for. Pages out of sight that have become stale
 * are asked for again only once they are looked at.
 */
export function usePages<Row>(askFor: AskFor<Row>): Pages<Row> {
  const askPage = (page: number) => askFor({ offset: page * pageSize, limit: pageSize });
  const list = JSON.stringify(askPage(0).queryKey);
  const [sight, setSight] = useState({ list, first: 0, last: 0 });
  const { first, last } = sight.list === list ? sight : { first: 0, last: 0 };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const top = useQuery<Page<Row>, CallFailure>({ ...askPage(0), structuralSharing: false, placeholderData: keepPreviousData });
  const end = top.data === undefined ? -1 : Math.ceil(top.data.total / pageSize) - 1;
  const from = Math.max(1, first);
  const count = Math.max(0, Math.min(last, end) - from + 1);
  const others = useQueries({
    queries: Array.from({ length: count }, (_, at) => ({ ...askPage(from + at), structuralSharing: false, gcTime: keptMs })),
  });

  const pageAt = (page: number): readonly Row[] | undefined => (page === 0 ? top.data?.rows : others[page - from]?.data?.rows);
  const error = top.error ?? (others.find((page) => page.error !== null)?.error as CallFailure | undefined) ?? null;
  return {
    total: top.data?.total,
    at: (index) => pageAt(Math.floor(index / pageSize))?.[index % pageSize],
    find(is) {
      for (const page of [0, ...others.map((_, at) => from + at)]) {
        const found = pageAt(page)?.findIndex(is) ?? -1;
        if (found >= 0) return page * pageSize + found;
      }
      return -1;
    },
    see: useCallback(
      (firstRow, lastRow) => {
        clearTimeout(timer.current);
        const next = { list, first: Math.floor(Math.max(0, firstRow - ahead) / pageSize), last: Math.floor((lastRow + ahead) / pageSize) };
        timer.current = setTimeout(() => setSight((now) => (now.list === next.list && now.first === next.first && now.last === next.last ? now : next)), settleMs);
      },
      [list],
    ),
    error,
    retry() {
      void top.refetch();
      for (const page of others) if (page.error !== null) void page.refetch();
    },
  };
}
