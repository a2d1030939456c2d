import classes from './threshold-strip.module.css';

interface ThresholdStripProps {
  readonly points: readonly { readonly key: string; readonly value: number; readonly broken: boolean }[];
  readonly current: number;
  readonly better: number | null;
}

/** Every answer by what its photo measures: above the line those that staff call broken, below it those that are fine. */
export function ThresholdStrip({ points, current, better }: ThresholdStripProps) {
  const all = [...points.map(({ value }) => value), current, ...(better === null ? [] : [better])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (value: number): string => `${high === low ? 50 : 2 + (96 * (value - low)) / (high - low)}%`;
  return (
    <div className={classes.strip} aria-hidden>
      {points.map(({ key, value, broken }) => (
        <span key={key} className={classes.point} data-broken={broken} style={{ left: at(value) }} />
      ))}
      <span className={classes.line} style={{ left: at(current) }} />
      {better === null ? null : <span className={classes.line} data-better style={{ left: at(better) }} />}
    </div>
  );
}
