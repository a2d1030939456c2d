import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { MouseEventHandler } from 'react';
import { KeyCap } from './key-cap.tsx';
import classes from './icon-button.module.css';

interface IconButtonProps {
  readonly icon: Icon;
  /** says what it does; also its accessible name */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly platform?: string;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
  readonly disabled?: boolean;
  /** a toggle: pressed or not */
  readonly pressed?: boolean;
  readonly position?: 'top' | 'right' | 'bottom' | 'left';
}

/** A button of one icon; its label and shortcut show on hover and on keyboard focus. */
export function IconButton({ icon: Glyph, label, shortcut, platform = 'linux', onClick, disabled = false, pressed, position = 'bottom' }: IconButtonProps) {
  const tip = (
    <span className={classes.tip}>
      {label}
      {shortcut ? <KeyCap shortcut={shortcut} platform={platform} /> : null}
    </span>
  );
  return (
    <Tooltip label={tip} position={position} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon variant="subtle" color="gray" size={28} className={classes.button ?? ''} aria-label={label} onClick={onClick} disabled={disabled} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}>
        <Glyph size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
