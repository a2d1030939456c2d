import { useLocalStorage } from '@mantine/hooks';
import { useMemo, type Ref } from 'react';
import { asCallError } from '../../../bridge/index.ts';
import { ErrorPanel, SkeletonTiles } from '../../../design/index.ts';
import { BulkBar } from '../list/bulk-bar.tsx';
import { FilterTabs } from '../list/filter-tabs.tsx';
import { JobProgress } from '../list/job-progress.tsx';
import { NoPhotosYet, NothingMatches } from '../list/nothing.tsx';
import { PhotoGrid } from '../list/photo-grid.tsx';
import { ProblemList } from '../list/problem-list.tsx';
import { RuleList } from '../list/rule-list.tsx';
import { ViewOptions } from '../list/view-options.tsx';
import toolbar from '../list/toolbar.module.css';
import { Unchecked } from '../list/unchecked.tsx';
import { upcomingChanges } from '../logic/findings.ts';
import { clear, selectAll } from '../logic/selection.ts';
import type { Desk } from './use-desk.ts';
import classes from './list-view.module.css';

interface ListViewProps {
  readonly desk: Desk;
  /** around the list itself */
  readonly field: Ref<HTMLDivElement>;
  readonly onWaive: () => void;
  readonly onExport: () => void;
  readonly onChoose: (kind: 'files' | 'folder') => void;
}

/** The list of photos: tabs, what is wrong, and the grid; or why there is nothing to show. */
export function ListView({ desk, field, onWaive, onExport, onChoose }: ListViewProps) {
  const { filter, changeFilter, list, rows, order, counts, whole, checking, ranks, grouped, selection, change } = desk;
  const [tileSize, setTileSize] = useLocalStorage({ key: 'vitrine.photos.tile-size', defaultValue: 176, getInitialValueInEffect: false });

  const upcoming = useMemo(() => upcomingChanges(desk.infos ?? [], filter.channel), [desk.infos, filter.channel]);

  if (list.error) return <ErrorPanel error={asCallError(list.error)} onRetry={() => void list.refetch()} />;
  const listed = list.data?.rows.length ?? 0;
  if (whole?.total === 0 && listed === 0) {
    return (
      <>
        <JobProgress />
        <NoPhotosYet onChoose={onChoose} />
      </>
    );
  }
  const content = (): React.ReactNode => {
    if (list.isPending) return <SkeletonTiles size={tileSize} />;
    if (listed === 0) return <NothingMatches filter={filter} onReset={() => changeFilter({ show: 'all', rule: null, own: null, search: '' })} />;
    if (filter.show === 'failed') return <ProblemList rows={rows} actions={desk.actions} />;
    return <PhotoGrid rows={rows} order={order} grouped={grouped} ranks={ranks} selection={selection} change={change} shown={desk.shown} channel={filter.channel} channels={desk.channels} checking={checking} tileSize={tileSize} onWaive={desk.waivers.ask} onOpen={desk.open} />;
  };
  return (
    <>
      <JobProgress />
      {!checking && whole && whole.waiting > 0 ? <Unchecked count={whole.waiting} onCheck={() => void desk.actions.checkWaiting()} /> : null}
      {selection.ids.size > 0 ? (
        <BulkBar count={selection.ids.size} total={rows.length} actions={desk.actions} onWaive={onWaive} onExport={onExport} onSelectAll={() => change((now) => selectAll(now, order))} onClear={() => change(clear)} />
      ) : (
        <div className={toolbar.bar}>
          <FilterTabs value={filter.show} counts={counts} onChange={(show) => changeFilter({ show, rule: null, own: null })} />
          <ViewOptions onExport={onExport} byRule={desk.view.group === 'rule'} onByRule={(byRule) => changeFilter({ group: byRule ? 'rule' : 'none' })} sort={filter.sort} onSort={(sort) => changeFilter({ sort })} tileSize={tileSize} onTileSize={setTileSize} />
        </div>
      )}
      <div className={classes.body}>
        <RuleList value={filter.rule} own={filter.own ?? null} counts={counts} waived={filter.show === 'waived'} ranks={ranks} upcoming={upcoming} onChange={(chosen) => changeFilter({ rule: null, own: null, ...chosen })} />
        <div ref={field} className={classes.main}>{content()}</div>
      </div>
    </>
  );
}
