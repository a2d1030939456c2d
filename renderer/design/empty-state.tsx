import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** what this place is for */
  readonly children: ReactNode;
  /** one real example */
  readonly example?: ReactNode;
  /** the next step */
  readonly actions?: ReactNode;
}

/** Nothing here yet: what the place is for, one real example, the next step. Sits top left, where content will be. */
export function EmptyState({ icon: Glyph, title, children, example, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      <Glyph size={20} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h2 className={classes.title}>{title}</h2>
        <div className={classes.body}>{children}</div>
        {example ? <div className={classes.example}>{example}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </section>
  );
}
