import { useMemo, useState } from 'react';
import { useBridge } from '../../../bridge/index.ts';
import { capsOf } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { useWords } from '../logic/words.ts';
import { FixActions } from './actions.tsx';
import { fixShortcut } from './commands.ts';
import { CopyGrid } from './copy-grid.tsx';
import { entriesOf } from './entries.ts';
import { NoCopies } from './no-copies.tsx';
import { FixProgress } from './progress.tsx';
import { SingleReview } from './single-review.tsx';
import type { Fixing } from './use-fixing.ts';
import classes from './review.module.css';

/** Many copies at once: a grid of pairs with a verdict each, what came of them in numbers, and one key to take them all. */
export function ManyReview({ fixing }: { fixing: Fixing }) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const { rows, unread, working } = fixing;
  const [looking, look] = useState<string | null>(null);
  const entries = useMemo(() => entriesOf(rows, working), [rows, working]);
  const close = entries.find(({ id }) => id === looking);
  const passing = rows.filter(({ file, outcome }) => file && outcome?.after.verdict === 'pass').length;
  const made = rows.filter(({ file }) => file).length;
  // what could not be done is said once all is: until then another copy may come
  const counts = [
    ['pass', passing], ['better', made - passing], ['none', working ? 0 : entries.length - made], ['failed', working ? 0 : unread.length],
  ] as const;
  useCommandHandlers({
    'photos.fix-accept': () => void fixing.accept(),
    'photos.fix-discard': () => (close ? look(null) : void fixing.discard()),
  });
  if (close) return <SingleReview fixing={{ ...fixing, rows: close.rows, unread: [], discard: () => Promise.resolve(look(null)) }} />;
  return (
    <div className={classes.many}>
      <FixProgress fixing={fixing} />
      <div className={classes.head}>
        <p className={classes.counts} role="status">
          {counts.map(([key, count]) => (count > 0 ? <span key={key}>{say(`fixes:grid.${key}`, { count })}</span> : null))}
        </p>
        <FixActions fixing={fixing} />
      </div>
      {made > 0 ? (
        <>
          <p className={classes.hint}>{say('fixes:grid.hint', { exclude: capsOf(fixShortcut('photos.fix-exclude'), platform).join('+'), look: capsOf(fixShortcut('photos.fix-look'), platform).join('+') })}</p>
          <CopyGrid fixing={fixing} entries={entries} onLook={look} />
        </>
      ) : working || rows.length === 0 ? (
        <p className={classes.making} role="status">{working ? say('fixes:compare.makingMany') : null}</p>
      ) : (
        <NoCopies rows={rows} />
      )}
    </div>
  );
}
