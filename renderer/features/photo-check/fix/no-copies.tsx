import type { FixRow } from '../../../../app/contract/fixes.ts';
import { useWords } from '../logic/words.ts';
import { hopelessOf } from './entries.ts';
import classes from './no-copies.module.css';

const mostNamed = 6;

/** Where nothing at all could be fixed: why, each reason once with its photos and channels, and what to do instead. */
export function NoCopies({ rows }: { rows: readonly FixRow[] }) {
  const words = useWords();
  const { say, format } = words;
  const namesText = (names: readonly string[]): string => {
    const rest = names.length - mostNamed;
    return format.list(rest > 0 ? [...names.slice(0, mostNamed), say('fixes:none.more', { count: rest })] : names);
  };
  return (
    <section className={classes.none} aria-labelledby="no-copies">
      <h2 id="no-copies" className={classes.title}>{say('fixes:none.title')}</h2>
      <ul className={classes.list}>
        {hopelessOf(rows).map(({ rule, reason, names, channels }) => (
          <li key={`${rule} ${reason}`} className={classes.item}>
            <span className={classes.rule}>{say(`rules:rules.${rule}.name`)}</span>
            <span>{say(`fixes:reason.${reason}`)}</span>
            <span className={classes.names}>
              {namesText(names)}
            </span>
            <span className={classes.names}>{format.list(channels.map(words.channel))}</span>
          </li>
        ))}
      </ul>
      <p>{say('fixes:none.instead')}</p>
    </section>
  );
}
