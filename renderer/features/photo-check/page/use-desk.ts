import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { callOptions, useBridge, useCall } from '../../../bridge/index.ts';
import { runningCheck } from '../list/job-progress.tsx';
import { ruleSeverities } from '../logic/findings.ts';
import { listOrder, moveTo } from '../logic/selection.ts';
import { useWaivers } from '../waivers/use-waivers.ts';
import { useDeskFilter } from './use-desk-filter.ts';
import { useGroups } from './use-groups.ts';
import { usePhotoActions } from './use-photo-actions.ts';
import { useSelection } from './use-selection.ts';

const none: readonly PhotoRow[] = [];

/** The state of the photo desk: what is listed, what is selected, which photo is open, and what can be done. */
export function useDesk() {
  const bridge = useBridge();
  const client = useQueryClient();
  const { filter, view, changeFilter } = useDeskFilter();
  const list = useCall('photos.list', filter, { keepPrevious: true, compare: false });
  const { channel, search } = filter;
  const counts = useCall('photos.counts', { channel, search }, { keepPrevious: true }).data;
  const whole = useCall('photos.counts', { channel, search: '' }, { keepPrevious: true }).data;
  const checking = runningCheck(useCall('jobs.list', {}).data) !== null;
  const infos = useCall('photos.channels', {}).data;
  const ranks = useMemo(() => ruleSeverities(infos ?? [], channel), [infos, channel]);
  const listed = list.data?.rows ?? none;
  const grouped = useGroups(listed, filter, ranks, view.group === 'rule' && filter.show !== 'failed');
  const { rows } = grouped;
  const order = useMemo(() => listOrder(rows.map(({ id }) => id)), [rows]);
  const channels = useMemo(() => (infos ?? []).filter(({ enabled }) => enabled).map(({ id }) => id), [infos]);
  // While the answer to a new filter is on its way the rows still answer the one before.
  const [shown, setShown] = useState(filter);
  if (shown !== filter && list.data !== undefined && !list.isPlaceholderData) setShown(filter);
  const [selection, change] = useSelection(order, shown);
  const [viewing, setViewing] = useState(false);
  const actions = usePhotoActions({ rows, order, filter, selection, change, toReview: whole?.toReview ?? 0 });

  const waivers = useWaivers(channel);

  const at = selection.cursor === null ? -1 : (order.indexOf.get(selection.cursor) ?? -1);
  const current = rows[at];
  // Given to every tile: one that changed with each render would have them all drawn anew.
  const open = useCallback((id: string): void => {
    change((now) => moveTo(now, id));
    setViewing(true);
  }, [change]);

  // Another page may link to one photo: it opens once, and the address forgets it.
  const [params, setParams] = useSearchParams();
  const linked = params.get('photo');
  const linkedHere = linked !== null && order.indexOf.has(linked);
  const [followed, setFollowed] = useState<string | null>(null);
  const toFollow = linkedHere ? linked : null;
  if (toFollow !== followed) {
    setFollowed(toFollow);
    if (toFollow !== null) open(toFollow);
  }
  useEffect(() => {
    if (linkedHere) setParams((now) => { now.delete('photo'); return now; }, { replace: true });
  }, [linkedHere, setParams]);

  const openId = viewing && current ? current.id : null;
  const detail = useCall('photos.get', { id: openId ?? '' }, { enabled: openId !== null, keepPrevious: true }).data;
  const following = viewing ? rows[at + 1]?.id : undefined;
  useEffect(() => {
    if (following !== undefined) void client.prefetchQuery(callOptions(bridge, 'photos.get', { id: following }));
  }, [bridge, client, following]);

  return {
    filter, view, changeFilter, list, rows, order, ranks, grouped, infos, channels, selection, change, actions, waivers,
    /** of the photos that the search leaves */
    counts,
    /** of all photos, whatever is searched for */
    whole,
    /** the filter that `rows` answer */
    shown,
    /** whether a check is under way */
    checking,
    /** place of the current photo in `rows`; −1 where there is none */
    at,
    current,
    detail: openId === null ? undefined : detail,
    viewing: openId !== null,
    open,
    close: () => setViewing(false),
  };
}

export type Desk = ReturnType<typeof useDesk>;
