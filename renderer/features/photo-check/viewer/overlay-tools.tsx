import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Measures } from '../../../../app/photo-check/types.ts';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import { overlayIcons, overlayIds, overlayMeasured, type OverlayId } from './overlays.ts';
import classes from './stage.module.css';

interface OverlayToolsProps {
  readonly shown: ReadonlySet<OverlayId>;
  readonly kept: ReadonlySet<OverlayId>;
  readonly measures: Measures | null;
  readonly onToggle: (overlay: OverlayId) => void;
}

/** One switch an overlay, with the key that shows it as long as it is held. */
export function OverlayTools({ shown, kept, measures, onToggle }: OverlayToolsProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  return (
    <div className={classes.tools} role="toolbar" aria-label={say('viewer.overlays')}>
      {overlayIds.map((overlay) => {
        const Glyph = overlayIcons[overlay];
        const key = shortcutFor(overlay) ?? '';
        const measured = overlayMeasured(overlay, measures);
        return (
          <Tooltip key={overlay} position="top" label={say('viewer.tool', { overlay: say(`overlay.${overlay}`), how: measured ? say('viewer.hold', { key: key.toUpperCase() }) : say('viewer.unmeasured') })}>
            <UnstyledButton className={classes.tool ?? ''} disabled={!measured} aria-pressed={kept.has(overlay)} data-shown={measured && shown.has(overlay)} onClick={() => onToggle(overlay)}>
              <Glyph size={16} stroke={1.75} aria-hidden />
              <span className={classes.toolName}>{say(`overlay.${overlay}`)}</span>
              <KeyCap shortcut={key} platform={platform} />
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </div>
  );
}
