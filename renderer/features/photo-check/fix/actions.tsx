import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import { fixShortcut } from './commands.ts';
import type { Fixing } from './use-fixing.ts';
import classes from './review.module.css';

/** Take what is not left out, or discard it all. */
export function FixActions({ fixing }: { fixing: Fixing }) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const { taken, rows, working } = fixing;
  const nothing = rows.every(({ file }) => file === null) && !working;
  const count = taken.length;
  const label = rows.length > 1 ? say('fixes:accept', { count }) : say('fixes:accept');
  return (
    <div className={classes.actions}>
      {nothing ? null : (
        <Button
          disabled={count === 0 || working}
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
