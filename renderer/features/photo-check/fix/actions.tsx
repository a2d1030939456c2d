import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import { fixShortcut } from './commands.ts';
import { isTakeable, type Fixing } from './use-fixing.ts';
import classes from './review.module.css';

/** Take what is not left out, in so many words as there are copies, or discard it all. */
export function FixActions({ fixing }: { fixing: Fixing }) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const { taken, rows, job, working } = fixing;
  const nothing = rows.every(({ file }) => file === null) && !working;
  const count = taken.length;
  const several = Math.max(count, rows.length, job?.total ?? 0) > 1;
  const both = count === 2 && rows.filter(isTakeable).length === 2 && !working;
  const label = both ? say('fixes:acceptBoth') : several ? say('fixes:accept', { count }) : say('fixes:accept');
  return (
    <div className={classes.actions}>
      {count === 0 ? null : (
        <Button
          disabled={working}
          leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
          rightSection={<KeyCap shortcut={fixShortcut('photos.fix-accept')} platform={platform} />}
          onClick={() => void fixing.accept()}
        >
          {label}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconX size={16} stroke={1.75} aria-hidden />}
        rightSection={<KeyCap shortcut={fixShortcut('photos.fix-discard')} platform={platform} />}
        onClick={() => void fixing.discard()}
      >
        {say(nothing ? 'fixes:close' : 'fixes:discard')}
      </Button>
    </div>
  );
}
