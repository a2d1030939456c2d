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
  /** the group of the queue that it stands in; null where the list is not by rule */
  readonly group: string | null;
  readonly inspecting: boolean;
  readonly onInspect: (open: boolean) => void;
  readonly onBack: () => void;
}

/** Which photo is on screen, the way back, and the switch of the inspector. */
export function ViewerTitle({ name, index, count, group, inspecting, onInspect, onBack }: ViewerTitleProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  return (
    <div className={classes.title}>
      <IconButton icon={IconArrowLeft} label={say('viewer.back')} shortcut={shortcutFor('back')} platform={platform} onClick={onBack} />
      <span className={classes.name} title={name}>{name}</span>
      <span className={classes.position}>{group === null ? say('grid.position', { index, count }) : say('groups.position', { position: say('grid.position', { index, count }), group })}</span>
      <IconButton icon={IconLayoutSidebarRight} label={say('viewer.inspector')} pressed={inspecting} onClick={() => onInspect(!inspecting)} />
    </div>
  );
}
