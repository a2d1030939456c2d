import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useWords } from '../logic/words.ts';
import classes from './job-progress.module.css';

interface UncheckedProps {
  readonly count: number;
  readonly onCheck: () => void;
}

/** Photos that no check will come to, as after a cancelled one: how many, and the way to check them. */
export function Unchecked({ count, onCheck }: UncheckedProps) {
  const { say } = useWords();
  return (
    <section className={classes.job} aria-label={say('unchecked.label')}>
      <span>{say('unchecked.count', { count })}</span>
      <span className={classes.actions}>
        <Button size="compact-xs" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onCheck}>
          {say('unchecked.check')}
        </Button>
      </span>
    </section>
  );
}
