import { useLocalStorage } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { Page } from '../../../shell/page.tsx';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { AddPhotos } from '../add/add-photos.tsx';
import { DropOverlay } from '../add/drop-overlay.tsx';
import { useImport } from '../add/use-import.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { useExport } from '../export/use-export.ts';
import { FixAside, FixReview, FixTitle, useExport as useFixExport, useFixing } from '../fix/index.ts';
import { PhotoInspector } from '../inspector/photo-inspector.tsx';
import { groupName } from '../list/group-head.tsx';
import { ChannelPicker } from '../list/channel-picker.tsx';
import { SearchField } from '../list/view-options.tsx';
import { neighbour } from '../logic/groups.ts';
import { clear, moveTo, selectMany } from '../logic/selection.ts';
import { useWords } from '../logic/words.ts';
import { Viewer } from '../viewer/viewer.tsx';
import { useSavedViews } from '../views/use-saved-views.ts';
import { ViewDialogs } from '../views/view-dialogs.tsx';
import { ViewsMenu } from '../views/views-menu.tsx';
import { WaiveForm } from '../waivers/waive-form.tsx';
import { Headline } from './headline.tsx';
import { ListView } from './list-view.tsx';
import { useDesk } from './use-desk.ts';
import { ViewerTitle } from './viewer-title.tsx';
import classes from './list-view.module.css';

/** The photo desk: which photos a market will refuse, and why; pass, reject and undo by key. */
export function PhotosPage() {
  const { say } = useWords();
  const desk = useDesk();
  const taking = useImport();
  const fixing = useFixing();
  const exportFixes = useFixExport();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [pointed, point] = useState<Finding | null>(null);
  const [inspecting, setInspecting] = useLocalStorage({ key: 'vitrine.photos.inspector', defaultValue: true, getInitialValueInEffect: false });
  const { actions, filter, changeFilter, selection, change, current, viewing, close } = desk;
  /** To the list that is on screen, be it tiles or files that could not be read; without one the keys are the page's. */
  const toList = (): void => {
    const found = list.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (found) found.focus();
    else search.current?.blur();
  };
  const { waivers } = desk;
  const saved = useSavedViews();
  const exporting = useExport();
  /** The finding that is meant: the one pointed at, else the one that the list is about. */
  const meant = (viewing ? pointed?.rule : undefined) ?? (filter.show === 'waived' ? null : filter.rule);
  const go = (id: string): void => {
    point(null);
    desk.open(id);
  };

  const { groups, open: unfold, toggle, toggleAll } = desk.grouped;
  const groupHere = groups?.find(({ rows }) => rows.some(({ id }) => id === selection.cursor));
  const toGroup = (by: -1 | 1): void => {
    const group = neighbour(groups ?? [], selection.cursor, by);
    const first = group?.rows[0];
    if (!group || !first) return;
    unfold(group.key);
    change((now) => moveTo(now, first.id));
  };

  // With one picture large, an action means that picture, whatever is still selected in the list.
  const only = viewing && current ? [current.id] : undefined;
  const fixAlike = (): void => {
    const picked = !viewing && selection.ids.size > 0;
    const rule = filter.rule ?? (picked ? null : (current?.rules[0] ?? null));
    void fixing.start(picked ? [...selection.ids] : desk.order.ids, filter.channel, { single: false, rule });
  };
  const askExport = (): void => {
    const ids = selection.ids.size > 0 && !viewing ? desk.order.ids.filter((id) => selection.ids.has(id)) : null;
    exporting.ask({ filter, ids: only ?? ids, count: only?.length ?? ids?.length ?? desk.list.data?.rows.length ?? 0 });
  };
  const waive = (): void => waivers.ask(only && current ? [current] : actions.targetRows(), meant);
  // While fixed copies are looked at, the keys of the list rest.
  useCommandHandlers(fixing.open ? {} : {
    'photos.fix': () => current && void fixing.start([current.id], filter.channel, { single: true, rule: null }),
    'photos.fix-alike': fixAlike,
    'photos.export-fixes': () => void exportFixes(null),
    'photos.pass': () => void actions.decide('passed', only),
    'photos.reject': () => void actions.decide('rejected', only),
    'photos.waive': waive,
    'photos.group': () => changeFilter({ group: desk.view.group === 'rule' ? 'none' : 'rule' }),
    'photos.export': askExport,
    'photos.save-view': () => saved.show('form'),
    'photos.group-next': () => toGroup(1),
    'photos.group-previous': () => toGroup(-1),
    'photos.group-fold': () => groupHere && toggle(groupHere.key),
    'photos.group-fold-all': toggleAll,
    'photos.group-select': () => groupHere && change((now) => selectMany(now, groupHere.rows.map(({ id }) => id))),
    'photos.recheck': () => void actions.recheck(only),
    'photos.reveal': () => actions.reveal(selection.cursor),
    'photos.remove': () => void actions.remove(only),
    'photos.copy': () => void actions.copy(),
    'photos.search': () => search.current?.focus(),
    'photos.back': () => (viewing ? close() : change(clear)),
  });

  const position = fixing.open ? <FixTitle fixing={fixing} /> : viewing && current ? <ViewerTitle name={current.name} index={desk.at + 1} count={desk.rows.length} group={groupHere ? groupName(groupHere.key, say) : null} inspecting={inspecting} onInspect={setInspecting} onBack={close} /> : null;
  return (
    <Page
      fixed
      title={say('title')}
      view={
        position ?? (
          <div className={classes.pickers}>
            <ChannelPicker value={filter.channel} channels={desk.infos ?? []} counts={desk.whole} onChange={(channel) => changeFilter({ channel })} />
            <ViewsMenu view={desk.view} saved={saved} onChange={changeFilter} />
          </div>
        )
      }
      filters={
        viewing || fixing.open ? null : (
          <>
            <Headline channel={filter.channel} counts={desk.counts} />
            <SearchField field={search} value={filter.search} onChange={(text) => changeFilter({ search: text })} onLeave={toList} />
          </>
        )
      }
      actions={viewing ? null : <AddPhotos busy={taking.busy} onChoose={taking.choose} />}
      inspector={
        viewing && current && inspecting && !fixing.open ? (
          <PhotoInspector
            row={current}
            detail={desk.detail}
            channel={filter.channel}
            channels={desk.channels}
            actions={actions}
            waivers={waivers}
            onChannel={(channel) => changeFilter({ channel })}
            onPoint={point}
            onOpen={go}
            onClose={() => setInspecting(false)}
          />
        ) : null
      }
    >
      <FixAside fixing={fixing} />
      {fixing.open ? <FixReview fixing={fixing} /> : viewing ? <Viewer rows={desk.rows} at={desk.at} detail={desk.detail} channel={filter.channel} pointed={pointed} checking={desk.checking} onGo={go} /> : <ListView desk={desk} field={list} onWaive={waive} onExport={askExport} onChoose={taking.choose} />}
      <ExportDialog exporting={exporting} />
      <ViewDialogs view={desk.view} saved={saved} />
      <WaiveForm request={waivers.request} onSend={(order) => void waivers.waive(order)} onClose={waivers.close} />
      <DropOverlay onDrop={taking.drop} />
      <p className="v-visually-hidden" role="status">{actions.said}</p>
    </Page>
  );
}
