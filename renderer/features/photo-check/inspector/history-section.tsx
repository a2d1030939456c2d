import type { PhotoDetail } from '../../../../app/contract/photos.ts';
import type { z } from 'zod';
import { cx } from '../../../design/index.ts';
import { personText, useWords, type Words } from '../logic/words.ts';
import { Section } from './section.tsx';
import classes from './section.module.css';

type Entry = z.infer<typeof PhotoDetail>['history'][number];

function entryText(entry: Entry, { say, channel }: Words): string {
  const what =
    entry.type === 'decided'
      ? say(`history.decided_${entry.decision ?? 'passed'}`)
      : say(`history.${entry.type}`, { rule: entry.rule ? say(`rules:rules.${entry.rule}.name`) : '', channel: entry.channel ? channel(entry.channel) : '' });
  return say('history.by', { actor: personText(entry.actor, say), what });
}

/** Who did what with this photo, newest first; what was taken back stays, struck through. */
export function HistorySection({ history }: { history: readonly Entry[] }) {
  const words = useWords();
  const { say, format } = words;
  return (
    <Section title={say('inspector.history')}>
      {history.length === 0 ? <p className={classes.quiet}>{say('inspector.noHistory')}</p> : null}
      <ol className={classes.list}>
        {[...history]
          .sort((a, b) => b.at - a.at)
          .map((entry) => (
            <li key={entry.eventId}>
              <span className={cx(entry.undone && classes.undone)}>{entryText(entry, words)}</span>
              {entry.undone ? ` (${say('history.undone')})` : null}
              <br />
              <time className={classes.quiet}>{format.dateTime(entry.at)}</time>
              {entry.note ? <p>{say('quantity.quote', { text: entry.note })}</p> : null}
            </li>
          ))}
      </ol>
    </Section>
  );
}
