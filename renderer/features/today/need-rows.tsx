import { IconCalendarEvent, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { StatusIcon, type Status } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { JobProgress } from '../activity/index.ts';
import { ComingFacts } from '../channels/index.ts';
import type { ChannelNeed, ComingChange } from './needs.ts';
import classes from './today-page.module.css';

/** A heading with its lines. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}

interface NeedRowProps {
  readonly status: Status;
  readonly to: string;
  readonly text: string;
  readonly hint?: string;
  /** between text and arrow */
  readonly children?: ReactNode;
}

/** One thing that waits: what, and the way there. */
export function NeedRow({ status, to, text, hint, children }: NeedRowProps) {
  return (
    <li>
      <Link to={to} className={classes.row}>
        <StatusIcon status={status} />
        <span className={classes.text}>{text}</span>
        {hint ? <span className={classes.hint}>{hint}</span> : null}
        {children}
        <IconChevronRight size={16} stroke={1.75} aria-hidden className={classes.arrow} />
      </Link>
    </li>
  );
}

/** Photos that block a listing on one channel, with how the rest fares. */
export function ChannelRow({ need }: { need: ChannelNeed }) {
  const { t } = useTranslation();
  const channels = useChannelNames();
  const total = need.pass + need.warn + need.fail;
  const share = (count: number): { flexGrow: number } => ({ flexGrow: total === 0 ? 0 : count });
  return (
    <NeedRow status="fail" to={`/photos?channel=${need.channel}&show=fail`} text={t('today:blocked', { count: need.fail, channel: channels.short(need.channel) })}>
      <span className={classes.split}>{t('today:split', { ...need })}</span>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fail} style={share(need.fail)} />
        <span className={classes.warn} style={share(need.warn)} />
        <span className={classes.pass} style={share(need.pass)} />
      </span>
    </NeedRow>
  );
}

/** A job that runs or waits, with its progress. */
export function JobLine({ job }: { job: JobRow }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/activity" className={classes.row}>
        <span className={classes.text}>{t(`jobs:kinds.${job.kind}`)}</span>
        <JobProgress job={job} />
        <IconChevronRight size={16} stroke={1.75} aria-hidden className={classes.arrow} />
      </Link>
    </li>
  );
}

/** A rule of a channel that will change on a day. */
export function ChangeRow({ change }: { change: ComingChange }) {
  const { t } = useTranslation();
  const channels = useChannelNames();
  const format = useFormat();
  return (
    <li>
      <Link to={`/photos?channel=${change.channel}`} className={classes.row}>
        <IconCalendarEvent size={16} stroke={1.75} aria-hidden className={classes.icon} />
        <span className={classes.text}>
          {t('today:change', { date: format.date(change.date), channel: channels.short(change.channel), rule: t(`rules:rules.${change.rule}.name`) })}
        </span>
        <ComingFacts channel={change.channel} rule={change.rule} date={change.date} />
        <IconChevronRight size={16} stroke={1.75} aria-hidden className={classes.arrow} />
      </Link>
    </li>
  );
}
