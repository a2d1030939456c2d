import { UnstyledButton } from '@mantine/core';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { RuleId, Severity } from '../../../../app/photo-check/types.ts';
import { IconCalendarEvent } from '@tabler/icons-react';
import { StatusIcon } from '../../../design/index.ts';
import { ComingFacts } from '../../channels/index.ts';
import type { UpcomingChange } from '../logic/findings.ts';
import { LearningLink } from '../learning/learning-link.tsx';
import { useWords } from '../logic/words.ts';
import classes from './rule-list.module.css';

interface RuleListProps {
  readonly value: RuleId | null;
  /** the own defect that is asked for */
  readonly own: string | null;
  readonly counts: Pick<OutputOf<'photos.counts'>, 'byRule' | 'waivedByRule' | 'byOwn' | 'waiting'> | undefined;
  /** the rules that staff waived rather than those that count */
  readonly waived: boolean;
  /** the worst a breach of each rule can mean on the channels asked about */
  readonly ranks: ReadonlyMap<RuleId, Severity>;
  readonly upcoming: readonly UpcomingChange[];
  /** neither: whatever is wrong */
  readonly onChange: (chosen: { readonly rule?: RuleId; readonly own?: string }) => void;
}

/** The queue by what is wrong: first what gets a photo refused, then the rules most photos break, then the shop's own defects. */
export function RuleList({ value, own, counts, waived, ranks, upcoming, onChange }: RuleListProps) {
  const words = useWords();
  const { say, format } = words;
  const rank = (rule: RuleId): number => (ranks.get(rule) === 'fail' ? 0 : 1);
  const broken = ((waived ? counts?.waivedByRule : counts?.byRule) ?? [])
    .filter(({ count, rule }) => count > 0 || rule === value)
    .sort((a, b) => rank(a.rule) - rank(b.rule) || b.count - a.count);
  const found = waived ? [] : (counts?.byOwn ?? []);
  const any = broken.length > 0 || found.length > 0;
  return (
    <nav className={classes.panel} aria-label={say('rules.label')}>
      <h2 className={classes.heading}>{say(waived ? 'waivers:rules' : 'rules.label')}</h2>
      {counts && !any ? <p className={classes.none}>{counts.waiting > 0 ? say('rules.waiting', { count: counts.waiting }) : say('rules.none')}</p> : null}
      <ul className={classes.list}>
        {any ? (
          <li>
            <UnstyledButton className={classes.rule ?? ''} aria-pressed={value === null && own === null} onClick={() => onChange({})}>
              <span className={classes.name}>{say('rules.all')}</span>
            </UnstyledButton>
          </li>
        ) : null}
        {broken.map(({ rule, count }) => (
          <li key={rule}>
            <UnstyledButton className={classes.rule ?? ''} aria-pressed={value === rule} onClick={() => onChange(value === rule ? {} : { rule })}>
              <StatusIcon status={ranks.get(rule) ?? 'warn'} size={14} />
              <span className={classes.name} title={say(`rules:rules.${rule}.name`)}>{say(`rules:rules.${rule}.name`)}</span>
              <span className={classes.count}>{format.number(count, 0)}</span>
            </UnstyledButton>
          </li>
        ))}
        {found.map(({ defect, name, count }) => (
          <li key={defect}>
            <UnstyledButton className={classes.rule ?? ''} aria-pressed={own === defect} onClick={() => onChange(own === defect ? {} : { own: defect })}>
              <StatusIcon status="warn" size={14} />
              <span className={classes.name} title={say('rules.own', { name })}>{name}</span>
              <span className={classes.count}>{format.number(count, 0)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {broken.length > 0 ? <LearningLink /> : null}
      {upcoming.length > 0 ? (
        <section className={classes.upcoming}>
          <h2 className={classes.heading}>{say('rules.upcoming')}</h2>
          {upcoming.map(({ channel, rule, date }) => (
            <p key={`${channel}-${rule}-${date}`} className={classes.change}>
              <IconCalendarEvent size={14} stroke={1.75} aria-hidden />
              <span>
                {say('channel.upcoming', { date: format.date(date), rule: say(`rules:rules.${rule}.name`), channel: words.channel(channel) })} <ComingFacts channel={channel} rule={rule} date={date} />
              </span>
            </p>
          ))}
        </section>
      ) : null}
    </nav>
  );
}
