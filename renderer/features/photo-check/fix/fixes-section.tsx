import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconFolder } from '@tabler/icons-react';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { IconButton } from '../../../design/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { Section } from '../inspector/section.tsx';
import { useWords } from '../logic/words.ts';
import { fixUrl } from './fix-media.ts';
import { VerdictChange } from './summary.tsx';
import classes from './fixes-section.module.css';

/** Per channel the newest word: what is accepted, else the newest draft or attempt taken back. */
export function newestOf(rows: readonly FixRow[]): FixRow[] {
  const shown = rows.filter(({ state }) => state !== 'none');
  return [...Map.groupBy(shown, ({ channel }) => channel).values()].flatMap((ofChannel) => ofChannel.find(({ state }) => state === 'accepted') ?? ofChannel[0] ?? []);
}

function Copy({ row }: { row: FixRow }) {
  const words = useWords();
  const { say, format } = words;
  const done = useUndoable();
  const { mutateAsync: revert } = useCommand('fixes.revert');
  const { mutateAsync: undo } = useCommand('fixes.undo');
  const { mutate: reveal } = useCommand('fixes.reveal');
  const takeBack = async (): Promise<void> => {
    const { eventIds } = await revert({ ids: [row.id] });
    done(say('fixes:reverted', { channel: words.channel(row.channel), name: row.name }), () => undo({ eventIds }));
  };
  const { file } = row;
  if (!file) return null;
  const notes = [
    row.state === 'draft' ? say('fixes:section.draft') : row.state === 'reverted' ? say('fixes:section.reverted') : null,
    row.stale ? say('fixes:section.stale') : null,
    row.pending && row.state === 'accepted' ? say('fixes:section.pending') : null,
  ].filter((note) => note !== null);
  return (
    <li className={classes.copy} data-state={row.state}>
      <img src={fixUrl(row, 'thumb')} alt="" decoding="async" draggable={false} />
      <div className={classes.facts}>
        <span className={classes.channel}>{words.channel(row.channel)}</span>
        <VerdictChange row={row} />
        <span className={classes.quiet}>{say('fixes:section.facts', { width: file.width, height: file.height, bytes: format.bytes(file.bytes) })}</span>
        {notes.map((note) => (
          <span key={note} className={classes.note} data-stale={row.stale}>{note}</span>
        ))}
      </div>
      <div className={classes.buttons}>
        <IconButton icon={IconFolder} label={say('fixes:section.reveal')} onClick={() => reveal({ id: row.id })} position="left" />
        {row.state === 'accepted' ? <IconButton icon={IconArrowBackUp} label={say('fixes:section.revert')} onClick={() => void takeBack()} position="left" /> : null}
      </div>
    </li>
  );
}

/** The fixed copies of one photo, a channel each: verdict, size, folder, and the way back to the original. */
export function FixesSection({ photoId }: { photoId: string }) {
  const { say } = useWords();
  const rows = newestOf(useCall('fixes.ofPhoto', { photoId }).data ?? []);
  const exporting = useExport();
  return (
    <Section title={say('fixes:section.title')} open={rows.length > 0} key={String(rows.length > 0)}>
      {rows.length === 0 ? <p className={classes.quiet}>{say('fixes:section.none')}</p> : null}
      <ul className={classes.list}>
        {rows.map((row) => (
          <Copy key={row.id} row={row} />
        ))}
      </ul>
      {rows.some(({ state }) => state === 'accepted') ? (
        <Button className={classes.export ?? ''} size="compact-sm" variant="default" onClick={() => void exporting(rows.filter(({ state }) => state === 'accepted').map(({ id }) => id))}>
          {say('fixes:section.export')}
        </Button>
      ) : null}
    </Section>
  );
}

/** Writes accepted copies into a folder that the person chooses, and says what came of it; null = all there are. */
export function useExport(): (ids: readonly string[] | null) => Promise<void> {
  const { say } = useWords();
  const { mutateAsync: send } = useCommand('fixes.export');
  return async (ids) => {
    const done = await send({ ids: ids === null ? null : [...ids] });
    if (done === null) return;
    const { written, folder, stale, failed } = done;
    const told = [
      say(written > 0 ? 'fixes:export.done' : 'fixes:export.none', { count: written, folder }),
      ...(stale > 0 ? [say('fixes:export.stale', { count: stale })] : []),
      ...(failed > 0 ? [say('fixes:export.failed', { count: failed })] : []),
    ];
    notifications.show({ message: told.join(say('joined.sentences')), autoClose: 6000, closeButtonProps: { 'aria-label': say('shell:inspector.close') } });
  };
}
