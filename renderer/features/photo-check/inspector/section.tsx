import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the inspector that folds away. */
export function Section({ title, open = false, children }: SectionProps) {
  return (
    <details className={classes.section} open={open}>
      <summary className={classes.summary}>
        <IconChevronRight size={14} stroke={1.75} aria-hidden className={classes.caret} />
        {title}
      </summary>
      <div className={classes.body}>{children}</div>
    </details>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values, two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
