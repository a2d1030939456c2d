import { useId, type ReactNode } from 'react';
import classes from './settings.module.css';

/** A heading with its rows. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One setting: its name and what it does on the left, the control on the right. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div>{label}</div>
        {hint ? <div className={classes.hint}>{hint}</div> : null}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
