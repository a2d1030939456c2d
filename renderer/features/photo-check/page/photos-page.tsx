import { useLocalStorage } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { Page } from '../../../shell/page.tsx';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { AddPhotos } from '../add/add-photos.tsx';
import { DropOverlay } from '../add/drop-overlay.tsx';
import { useImport } from '../add/use-import.ts';
import { FixAside, FixReview, FixTitle, useExport, useFixing } from '../fix/index.ts';
import { PhotoInspector } from '../inspector/photo-inspector.tsx';
import { ChannelPicker } from '../list/channel-picker.tsx';
import { SearchField } from '../list/view-options.tsx';
import { clear } from '../logic/selection.ts';
import { useWords } from '../logic/words.ts';
import { Viewer } from '../viewer/viewer.tsx';
import { Headline } from './headline.tsx';
import { ListView } from './list-view.tsx';
import { useDesk } from './use-desk.ts';
import { ViewerTitle } from './viewer-title.tsx';

/** The photo desk: which photos a market will refuse, and why; pass, reject and undo by key. */
export function PhotosPage() {
  const { say } = useWords();
  const desk = useDesk();
  const taking = useImport();
  const fixing = useFixing();
  const exportFixes = useExport();
  const search = useRef<HTMLInputElement>(null);
  const [pointed, point] = useState<Finding | null>(null);
  const [inspecting, setInspecting] = useLocalStorage({ key: 'vitrine.photos.inspector', defaultValue: true, getInitialValueInEffect: false });
  const { actions, filter, changeFilter, selection, change, current, viewing, close } = desk;
  const go = (id: string): void => {
    point(null);
    desk.open(id);
  };

  // With one picture large, an action means that picture, whatever is still selected in the list.
  const only = viewing && current ? [current.id] : undefined;
  const fixAlike = (): void => {
    const picked = !viewing && selection.ids.size > 0;
    const rule = filter.rule ?? (picked ? null : (current?.rules[0] ?? null));
    void fixing.start(picked ? [...selection.ids] : desk.order.ids, filter.channel, { single: false, rule });
  };
  // While fixed copies are looked at, the keys of the list rest.
  useCommandHandlers(fixing.open ? {} : {
    'photos.fix': () => current && void fixing.start([current.id], filter.channel, { single: true, rule: null }),
    'photos.fix-alike': fixAlike,
    'photos.export-fixes': () => void exportFixes(null),
    'photos.pass': () => void actions.decide('passed', only),
    'photos.reject': () => void actions.decide('rejected', only),
    'photos.recheck': () => void actions.recheck(only),
    'photos.reveal': () => actions.reveal(selection.cursor),
    'photos.remove': () => void actions.remove(only),
    'photos.copy': () => void actions.copy(),
    'photos.search': () => search.current?.focus(),
    'photos.back': () => (viewing ? close() : change(clear)),
  });

  const position = fixing.open ? <FixTitle fixing={fixing} /> : viewing && current ? <ViewerTitle name={current.name} index={desk.at + 1} count={desk.rows.length} inspecting={inspecting} onInspect={setInspecting} onBack={close} /> : null;
  return (
    <Page
      fixed
      title={say('title')}
      view={
        position ?? (
          <ChannelPicker value={filter.channel} channels={desk.infos ?? []} counts={desk.counts} onChange={(channel) => changeFilter({ channel })} />
        )
      }
      filters={
        viewing || fixing.open ? null : (
          <>
            <Headline channel={filter.channel} counts={desk.counts} />
            <SearchField field={search} value={filter.search} onChange={(text) => changeFilter({ search: text })} />
          </>
        )
      }
      actions={<AddPhotos busy={taking.busy} onChoose={taking.choose} />}
      inspector={
        viewing && current && inspecting && !fixing.open ? (
          <PhotoInspector
            row={current}
            detail={desk.detail}
            channel={filter.channel}
            channels={desk.channels}
            actions={actions}
            onChannel={(channel) => changeFilter({ channel })}
            onPoint={point}
            onOpen={go}
            onClose={() => setInspecting(false)}
          />
        ) : null
      }
    >
      <FixAside fixing={fixing} />
      {fixing.open ? <FixReview fixing={fixing} /> : viewing ? <Viewer rows={desk.rows} at={desk.at} detail={desk.detail} channel={filter.channel} pointed={pointed} onGo={go} /> : <ListView desk={desk} onChoose={taking.choose} />}
      <DropOverlay onDrop={taking.drop} />
      <p className="v-visually-hidden" role="status">{actions.said}</p>
    </Page>
  );
}
