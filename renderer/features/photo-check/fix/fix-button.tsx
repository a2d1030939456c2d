import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { useCommandCenter } from '../../../shell/command-center.tsx';
import { useWords } from '../logic/words.ts';
import { fixCommands, fixShortcut } from './commands.ts';

interface FixButtonProps {
  /** the photo on screen, or all that are selected or listed */
  readonly which: 'fix' | 'fix-alike';
  readonly compact?: boolean;
}

/** A button for what F or Shift+F does. */
export function FixButton({ which, compact = false }: FixButtonProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const { run } = useCommandCenter();
  const id = `photos.${which}`;
  const command = fixCommands.find((one) => one.id === id);
  return (
    <Button
      size={compact ? 'compact-sm' : 'sm'}
      variant="default"
      leftSection={<IconTool size={16} stroke={1.75} aria-hidden />}
      rightSection={<KeyCap shortcut={fixShortcut(id)} platform={platform} />}
      onClick={() => command && run(command)}
    >
      {say(`fixes:button.${which}`)}
    </Button>
  );
}
