import type { Proportion } from '../../../../app/photo-check/learning/types.ts';
import type { z } from 'zod';
import classes from './precision-bar.module.css';

const percent = (share: number): string => `${share * 100}%`;

interface PrecisionBarProps {
  readonly value: z.infer<typeof Proportion>;
  /** what guessing would reach; left out where there is no such thing */
  readonly chance?: number;
}

/** A share on a line from 0 to 100 %: the band is where the true value lies 19 times out of 20, the mark what was counted. */
export function PrecisionBar({ value, chance }: PrecisionBarProps) {
  return (
    <span className={classes.track} aria-hidden>
      <span className={classes.band} style={{ left: percent(value.low), width: percent(value.high - value.low) }} />
      {chance === undefined ? null : <span className={classes.chance} style={{ left: percent(chance) }} />}
      <span className={classes.mark} style={{ left: percent(value.share) }} />
    </span>
  );
}
