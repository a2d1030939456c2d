import { Checkbox, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import { useBridge } from '../../../bridge/index.ts';
import { capsOf, SkeletonRows, StatusIcon } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { useWords } from '../logic/words.ts';
import { FixActions } from './actions.tsx';
import { fixShortcut } from './commands.ts';
import { Compare } from './compare.tsx';
import { FixProgress } from './progress.tsx';
import { Summary, VerdictSigns } from './summary.tsx';
import { isTakeable, type Fixing } from './use-fixing.ts';
import classes from './review.module.css';

interface ChannelTabsProps {
  readonly rows: readonly FixRow[];
  readonly current: FixRow;
  readonly excluded: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

/** One button a channel that got a copy, or should have, with its verdict before and after; ← and → go from one to the next. */
function ChannelTabs({ rows, current, excluded, onChoose }: ChannelTabsProps) {
  const words = useWords();
  const { platform } = useBridge().start;
  const caps = (['photos.fix-left', 'photos.fix-right'] as const).map((id) => capsOf(fixShortcut(id), platform).join('+')).join(' ');
  return (
    <div className={classes.channels} role="group" aria-label={words.say('inspector.verdicts')}>
      <p className={classes.several}>{words.say('fixes:several', { count: rows.filter(({ file }) => file).length, keys: caps })}</p>
      {rows.map((row) => (
        <UnstyledButton key={row.id} className={classes.channel ?? ''} aria-pressed={row.id === current.id} data-excluded={excluded.has(row.id)} onClick={() => onChoose(row.id)}>
          <span>{words.channel(row.channel)}</span>
          {row.file ? <VerdictSigns row={row} /> : <><StatusIcon status="fail" size={14} /><span className="v-visually-hidden">{words.say('fixes:grid.cannot')}</span></>}
        </UnstyledButton>
      ))}
    </div>
  );
}

/** The copies of one photo, one channel at a time: original beside copy, what was done, and one key to take them. */
export function SingleReview({ fixing }: { fixing: Fixing }) {
  const words = useWords();
  const { say } = words;
  const { rows, unread, excluded } = fixing;
  const [chosen, choose] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  const index = Math.max(0, rows.findIndex(({ id }) => id === chosen));
  const row = rows[index];
  const step = (by: number): void => choose(rows[index + by]?.id ?? chosen);
  useCommandHandlers({
    'photos.fix-accept': () => void fixing.accept(),
    'photos.fix-discard': () => void fixing.discard(),
    'photos.fix-exclude': () => row && isTakeable(row) && rows.length > 1 && fixing.toggle(row.id),
    'photos.fix-left': () => step(-1),
    'photos.fix-right': () => step(1),
  });
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.review}>
      {row ? <Compare key={row.id} row={row} /> : <div className={classes.empty} role="status">{say(unread.length > 0 ? 'fixes:grid.unread' : 'fixes:compare.making')}</div>}
      <aside ref={panel} className={classes.panel} tabIndex={-1} aria-label={say('fixes:title')}>
        <FixProgress fixing={fixing} />
        {row && rows.length > 1 ? <ChannelTabs rows={rows} current={row} excluded={excluded} onChoose={(id) => { choose(id); panel.current?.focus({ preventScroll: true }); }} /> : null}
        <div className={classes.body}>
          {row ? <Summary row={row} /> : unread.length > 0 ? null : <SkeletonRows rows={5} />}
          {unread.map(({ channel, code }) => (
            <p key={channel} className={classes.unread}>{say(`failure.${code}.cause`)} {say(`failure.${code}.remedy`)}</p>
          ))}
        </div>
        {row && rows.length > 1 && isTakeable(row) ? (
          <Checkbox className={classes.take ?? ''} size="xs" checked={!excluded.has(row.id)} onChange={() => fixing.toggle(row.id)} label={say('fixes:include', { channel: words.channel(row.channel) })} />
        ) : null}
        <FixActions fixing={fixing} />
      </aside>
    </div>
  );
}
