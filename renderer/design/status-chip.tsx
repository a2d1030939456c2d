import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconInfoCircle, type Icon } from '@tabler/icons-react';
import { cx } from './cx.ts';
import classes from './status-chip.module.css';

export type Status = 'pass' | 'warn' | 'fail' | 'info' | 'neutral';

const icons: Record<Status, Icon> = {
  pass: IconCircleCheck,
  warn: IconAlertTriangle,
  fail: IconCircleX,
  info: IconInfoCircle,
  neutral: IconCircleDashed,
};

/** A state by icon and colour; the word beside it says the same. */
export function StatusIcon({ status, size = 16 }: { status: Status; size?: number }) {
  const Glyph = icons[status];
  return <Glyph size={size} stroke={1.75} aria-hidden className={cx(classes.icon, classes[status])} />;
}

interface StatusChipProps {
  readonly status: Status;
  /** the word; never left out, colour alone says nothing */
  readonly label: string;
  /** without the tinted ground, for tables */
  readonly plain?: boolean;
  readonly title?: string;
}

/** pass / warn / fail / info / neutral: icon, colour and word together. */
export function StatusChip({ status, label, plain, title }: StatusChipProps) {
  return (
    <span className={cx(classes.chip, classes[status], plain ? classes.plain : classes.tinted)} title={title}>
      <StatusIcon status={status} size={14} />
      <span className={classes.label}>{label}</span>
    </span>
  );
}
