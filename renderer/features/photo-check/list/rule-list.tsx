import { UnstyledButton } from '@mantine/core';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { useWords } from '../logic/words.ts';
import classes from './rule-list.module.css';

interface RuleListProps {
  readonly value: RuleId | null;
  readonly counts: OutputOf<'photos.counts'>['byRule'] | undefined;
  readonly onChange: (rule: RuleId | null) => void;
}

/** The queue by what is wrong, the rule that most photos break on top; one press shows only those. */
export function RuleList({ value, counts, onChange }: RuleListProps) {
  const { say, format } = useWords();
  const broken = (counts ?? []).filter(({ count, rule }) => count > 0 || rule === value);
  return (
    <nav className={classes.panel} aria-label={say('rules.label')}>
      <h2 className={classes.heading}>{say('rules.label')}</h2>
      {counts && broken.length === 0 ? <p className={classes.none}>{say('rules.none')}</p> : null}
      <ul className={classes.list}>
        {broken.length > 0 ? (
          <li>
            <UnstyledButton className={classes.rule ?? ''} aria-pressed={value === null} onClick={() => onChange(null)}>
              <span className={classes.name}>{say('rules.all')}</span>
            </UnstyledButton>
          </li>
        ) : null}
        {broken.map(({ rule, count }) => (
          <li key={rule}>
            <UnstyledButton className={classes.rule ?? ''} aria-pressed={value === rule} onClick={() => onChange(value === rule ? null : rule)}>
              <span className={classes.name} title={say(`rules:rules.${rule}.name`)}>{say(`rules:rules.${rule}.name`)}</span>
              <span className={classes.count}>{format.number(count, 0)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
