import { IconFileOff } from '@tabler/icons-react';
import { useWords } from '../logic/words.ts';
import classes from './missing-mark.module.css';

/** On a tile: the photo's file is not where it was. */
export function MissingMark({ since }: { since: number | null }) {
  const { say, format } = useWords();
  if (since === null) return null;
  return (
    <span className={classes.mark} title={say('watching:photo.since', { when: format.dateTime(since) })}>
      <IconFileOff size={13} stroke={2} aria-hidden />
      {say('watching:photo.missing')}
    </span>
  );
}
