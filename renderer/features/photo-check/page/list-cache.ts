import type { QueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { PhotoFilter, PhotoRow } from '../../../../app/contract/photos.ts';

type List = OutputOf<'photos.list'>;
export type Decision = 'passed' | 'rejected' | null;

/** Whether a photo stays in a list once it is decided on. */
export function staysListed(show: PhotoFilter['show'], decision: Decision): boolean {
  if (show === 'to-review') return decision === null;
  // either word is about what stands there now
  if (show === 'drift') return false;
  if (show === 'passed' || show === 'rejected') return decision === show;
  return true;
}

/** The list as it will be once the engine has taken a decision. */
export function withDecision(list: List, ids: ReadonlySet<string>, decision: Decision, show: PhotoFilter['show']): List {
  const stays = staysListed(show, decision);
  const rows = list.rows.flatMap((row): PhotoRow[] => {
    if (!ids.has(row.id)) return [row];
    return stays ? [{ ...row, decision, decisionPending: true, drift: null }] : [];
  });
  return { total: list.total - (list.rows.length - rows.length), rows };
}

/** The list without these photos, and its total less by those that were on it. */
export function without(list: List, ids: ReadonlySet<string>): List {
  const rows = list.rows.filter((row) => !ids.has(row.id));
  return { total: list.total - (list.rows.length - rows.length), rows };
}

/**
 * Shows a change before the engine has answered; a request under way must not bring the old list back. Resolves to
 * what takes it back where the engine refuses; the true list is then asked for as well.
 */
export async function showAtOnce(client: QueryClient, filter: PhotoFilter, change: (list: List) => List): Promise<() => Promise<void>> {
  const key = ['photos.list', filter];
  await client.cancelQueries({ queryKey: ['photos.list'] });
  const before = client.getQueryData<List>(key);
  client.setQueryData<List>(key, (list) => list && change(list));
  return async () => {
    client.setQueryData<List>(key, before);
    await client.invalidateQueries({ queryKey: ['photos.list'] });
  };
}
