import type { ReactNode } from 'react';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import { StatusChip, StatusIcon, type Status } from '../../../design/index.ts';
import { useWords } from '../logic/words.ts';
import { stepTexts } from './step-words.ts';
import classes from './summary.module.css';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

function Rules({ title, status, rules, milder }: { title: string; status: Status; rules: readonly RuleId[]; milder?: (rule: RuleId) => boolean }) {
  const { say } = useWords();
  if (rules.length === 0) return null;
  return (
    <Part title={title}>
      {rules.map((rule) => {
        const name = say(`rules:rules.${rule}.name`);
        return (
          <li key={rule} className={classes.item}>
            <StatusIcon status={status} size={14} />
            {milder?.(rule) ? say('fixes:verdict.better', { name }) : name}
          </li>
        );
      })}
    </Part>
  );
}

/** Verdict before and after, as chips. */
export function VerdictChange({ row }: { row: FixRow }) {
  const words = useWords();
  const { outcome, channel } = row;
  if (!outcome) return null;
  const [before, after] = [outcome.before.verdict, outcome.after.verdict];
  const spoken = words.say('fixes:verdict.change', { channel: words.channel(channel), before: words.verdict(before), after: words.verdict(after) });
  return (
    <span className={classes.change} role="img" aria-label={spoken}>
      <StatusChip status={before} label={words.verdict(before)} />
      <span aria-hidden>→</span>
      <StatusChip status={after} label={words.verdict(after)} />
    </span>
  );
}

/** The same in a tight place: two signs, said in words to who hears them. */
export function VerdictSigns({ row }: { row: FixRow }) {
  const words = useWords();
  if (!row.outcome) return null;
  const [before, after] = [row.outcome.before.verdict, row.outcome.after.verdict];
  return (
    <span className={classes.signs} role="img" aria-label={words.say('fixes:verdict.signs', { before: words.verdict(before), after: words.verdict(after) })}>
      <StatusIcon status={before} size={14} />
      <span aria-hidden>→</span>
      <StatusIcon status={after} size={14} />
    </span>
  );
}

/** What a fix came to: verdict before and after, rules fixed and not, what was done, and what cannot be. */
export function Summary({ row }: { row: FixRow }) {
  const words = useWords();
  const { say } = words;
  const { outcome, steps, unfixable } = row;
  const severityOf = (verdict: 'before' | 'after', rule: RuleId): string | undefined => outcome?.[verdict].findings.find((finding) => finding.rule === rule)?.severity;
  const milder = (rule: RuleId): boolean => severityOf('before', rule) === 'fail' && severityOf('after', rule) === 'warn';
  return (
    <div className={classes.summary}>
      <div className={classes.verdict}>
        <h2 className={classes.channel}>{words.channel(row.channel)}</h2>
        <VerdictChange row={row} />
      </div>
      {outcome && row.file ? (
        <>
          <Rules title={say('fixes:verdict.fixed')} status="pass" rules={outcome.fixed} />
          <Rules title={say('fixes:verdict.remaining')} status="warn" rules={outcome.remaining} milder={milder} />
          <Rules title={say('fixes:verdict.broken')} status="fail" rules={outcome.broken} />
        </>
      ) : null}
      {row.file ? (
        <Part title={say('fixes:verdict.done')}>
          {stepTexts(steps, words).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </Part>
      ) : null}
      {unfixable.length > 0 ? (
        <Part title={say('fixes:verdict.cannot')}>
          {unfixable.map(({ rule, reason }) => (
            <li key={`${rule} ${reason}`}>
              <span className={classes.rule}>{say(`rules:rules.${rule}.name`)}</span>
              <span className={classes.reason}>{say(`fixes:reason.${reason}`)}</span>
            </li>
          ))}
        </Part>
      ) : null}
    </div>
  );
}
