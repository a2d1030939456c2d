import type { QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../../app/contract/bridge.ts';
import type { OutputOf } from '../../app/contract/index.ts';
import type { PhotoFilter, PhotoRow } from '../../app/contract/photos.ts';
import { ask } from './use-call.ts';

type List = OutputOf<'photos.list'>;

/** As many as one `photos.rows` takes; beyond, the whole list is asked for again. */
export const mostRows = 500;

/**
 * What the order of a list by urgency follows: the rest of a row may change where it stands. A photo that is being
 * checked again keeps its verdicts, and its place, until it has new ones.
 */
const urgency = ({ state, verdicts }: PhotoRow): string => `${state === 'failed'} ${JSON.stringify(verdicts)}`;

/**
 * The list with the rows of some photos as they are now: `rows` are those of `ids` that the list shows. `outdated`
 * where a row came in, or belongs elsewhere now: only the engine knows the place.
 */
export function withRows(list: List, ids: ReadonlySet<string>, rows: readonly PhotoRow[], sort: PhotoFilter['sort']): { readonly list: List; readonly outdated: boolean } {
  const now = new Map(rows.map((row) => [row.id, row]));
  let outdated = false;
  const merged = list.rows.flatMap((row): PhotoRow[] => {
    if (!ids.has(row.id)) return [row];
    const next = now.get(row.id);
    now.delete(row.id);
    if (next === undefined) return [];
    if (sort === 'worst' && urgency(next) !== urgency(row)) outdated = true;
    return [next];
  });
  return { list: { total: list.total - (list.rows.length - merged.length), rows: merged }, outdated: outdated || now.size > 0 };
}

/** Brings the rows of changed photos into every list on screen; true where one of them must be asked for again. */
export async function patchLists(bridge: Bridge, client: QueryClient, ids: readonly string[]): Promise<boolean> {
  const changed = new Set(ids);
  let outdated = false;
  for (const query of client.getQueryCache().findAll({ queryKey: ['photos.list'] })) {
    const filter = query.queryKey[1] as PhotoFilter;
    if (!query.isActive() || query.state.data === undefined || query.state.fetchStatus === 'fetching') {
      // Not on screen, or an older answer is under way: both are asked again, the first when it is looked at.
      query.invalidate();
      outdated ||= query.isActive();
      continue;
    }
    const rows = await ask(bridge, 'photos.rows', { ...filter, ids: [...ids] });
    client.setQueryData<List>(query.queryKey, (list) => {
      if (list === undefined) return list;
      const patched = withRows(list, changed, rows, filter.sort);
      outdated ||= patched.outdated;
      return patched.list;
    });
  }
  return outdated;
}
