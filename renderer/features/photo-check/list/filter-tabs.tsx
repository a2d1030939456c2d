import { UnstyledButton } from '@mantine/core';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { StatusIcon, type Status } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import classes from './toolbar.module.css';

type Show = PhotoFilter['show'];
type Counts = OutputOf<'photos.counts'>;

const tabs: readonly { show: Show; count: (counts: Counts) => number; status?: Status }[] = [
  { show: 'all', count: (counts) => counts.total },
  { show: 'to-review', count: (counts) => counts.toReview },
  { show: 'fail', count: (counts) => counts.byVerdict.fail, status: 'fail' },
  { show: 'warn', count: (counts) => counts.byVerdict.warn, status: 'warn' },
  { show: 'pass', count: (counts) => counts.byVerdict.pass, status: 'pass' },
  { show: 'failed', count: (counts) => counts.failed },
  { show: 'waiting', count: (counts) => counts.waiting },
  { show: 'passed', count: (counts) => counts.passed },
  { show: 'rejected', count: (counts) => counts.rejected },
  { show: 'waived', count: (counts) => counts.waived },
  { show: 'drift', count: (counts) => counts.drift },
  { show: 'missing', count: (counts) => counts.missing },
];

interface FilterTabsProps {
  readonly value: Show;
  readonly counts: Counts | undefined;
  readonly onChange: (show: Show) => void;
}

/** Tabs that show only while there is something in them. */
const occasional: ReadonlySet<Show> = new Set(['failed', 'waiting', 'passed', 'rejected', 'waived', 'drift', 'missing']);

/** Which photos to show, each kind with how many there are. */
export function FilterTabs({ value, counts, onChange }: FilterTabsProps) {
  const { say, format } = useWords();
  return (
    <div className={classes.tabs} role="group" aria-label={say('show.label')}>
      {tabs.filter(({ show, count }) => !occasional.has(show) || show === value || (counts ? count(counts) : 0) > 0).map(({ show, count, status }) => (
        <UnstyledButton key={show} className={classes.tab ?? ''} aria-pressed={show === value} onClick={() => onChange(show)}>
          {status ? <StatusIcon status={status} size={14} /> : null}
          {say(`show.${show}`)}
          <span className={classes.count}>{counts ? format.number(count(counts), 0) : '–'}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
