import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import classes from './facts.module.css';

interface FactsProps {
  /** name and value, each name once */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  /** the place's own margins; `--facts-label` widens the names */
  readonly className?: string | undefined;
}

/** Names and values in two columns. */
export function Facts({ facts, className }: FactsProps) {
  return (
    <dl className={cx(classes.facts, className)}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
