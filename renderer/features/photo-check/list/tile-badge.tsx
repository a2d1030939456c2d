import type { ReactNode } from 'react';
import type { Icon } from '@tabler/icons-react';
import classes from './tile-badge.module.css';

interface TileBadgeProps {
  /** what it tells of, which is where it stands: staff's decision, fixed copies, the photo's file */
  readonly corner: 'decision' | 'fixed' | 'file';
  readonly tone: 'neutral' | 'accent' | 'pass' | 'warn' | 'fail';
  readonly icon: Icon;
  readonly title?: string;
  /** its words; without any, the title is its name */
  readonly children?: ReactNode;
}

/** A small label in a corner of a tile's picture. */
export function TileBadge({ corner, tone, icon: Glyph, title, children }: TileBadgeProps) {
  const named = children === undefined ? { role: 'img', 'aria-label': title } : {};
  return (
    <span className={classes.badge} data-corner={corner} data-tone={tone} title={title} {...named}>
      <Glyph size={13} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
