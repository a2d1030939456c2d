import { IconArrowLeft, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useBridge } from '../../../bridge/index.ts';
import { IconButton } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import classes from './viewer-title.module.css';

interface ViewerTitleProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly inspecting: boolean;
  readonly onInspect: (open: boolean) => void;
  readonly onBack: () => void;
}

/** Which photo is on screen, the way back, and the switch of the inspector. */
export function ViewerTitle({ name, index, count, inspecting, onInspect, onBack }: ViewerTitleProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  return (
    <div className={classes.title}>
      <IconButton icon={IconArrowLeft} label={say('viewer.back')} shortcut={shortcutFor('back')} platform={platform} onClick={onBack} />
      <span className={classes.name} title={name}>{name}</span>
      <span className={classes.position}>{say('grid.position', { index, count })}</span>
      <IconButton icon={IconLayoutSidebarRight} label={say('viewer.inspector')} pressed={inspecting} onClick={() => onInspect(!inspecting)} />
    </div>
  );
}
