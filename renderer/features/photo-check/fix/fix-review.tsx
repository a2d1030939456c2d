import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { IconButton } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import { ManyReview } from './many-review.tsx';
import { FixProgress } from './progress.tsx';
import { SingleReview } from './single-review.tsx';
import { isTakeable, type Fixing } from './use-fixing.ts';
import classes from './review.module.css';
import title from '../page/viewer-title.module.css';

/** The copies that wait for a word, in the place of the list. */
export const FixReview = ({ fixing }: { fixing: Fixing }) => (fixing.review?.single ? <SingleReview fixing={fixing} /> : <ManyReview fixing={fixing} />);

/** What is being fixed, and the way back to the list; the copies wait. */
export function FixTitle({ fixing }: { fixing: Fixing }) {
  const { say } = useWords();
  const { review, rows } = fixing;
  const name = review?.single ? (rows[0]?.name ?? '') : review?.rule ? say('fixes:titleAlike', { rule: say(`rules:rules.${review.rule}.name`) }) : say('fixes:titleMany');
  return (
    <div className={title.title}>
      <IconButton icon={IconArrowLeft} label={say('viewer.back')} onClick={() => fixing.putAside()} />
      <span className={title.name} title={name}>{review?.single ? [say('fixes:title'), name].filter(Boolean).join(' · ') : name}</span>
    </div>
  );
}

/** While copies wait and the list is on screen: how many, and the way to them. */
export function FixAside({ fixing }: { fixing: Fixing }) {
  const { say } = useWords();
  const waiting = fixing.rows.filter(isTakeable).length;
  if (fixing.review?.aside !== true) return null;
  return (
    <div className={classes.aside}>
      {fixing.working ? <FixProgress fixing={fixing} /> : <span>{say('fixes:waiting', { count: waiting })}</span>}
      <Button size="compact-xs" variant="subtle" onClick={() => fixing.resume()}>
        {say('fixes:resume')}
      </Button>
    </div>
  );
}

