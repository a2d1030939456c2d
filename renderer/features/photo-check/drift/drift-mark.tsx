import { IconReplace } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { useWords } from '../logic/words.ts';
import classes from './drift.module.css';

/** On a tile: what stands there is not what staff approved. */
export function DriftMark({ drift }: { drift: PhotoRow['drift'] }) {
  const { say } = useWords();
  if (drift === null) return null;
  return (
    <span className={classes.mark} data-drift={drift} title={say(`drift:long.${drift}`)}>
      <IconReplace size={13} stroke={2} aria-hidden />
      {say(`drift:short.${drift}`)}
    </span>
  );
}
