import { Button } from '@mantine/core';
import { IconArrowBackUp, IconShieldCheck } from '@tabler/icons-react';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { findingText } from '../logic/findings.ts';
import { personText, useWords } from '../logic/words.ts';
import type { WaivedFinding } from '../logic/waived.ts';
import classes from './finding-card.module.css';

interface WaivedCardProps {
  readonly listed: WaivedFinding;
  /** null = no longer pointed at */
  readonly onPoint: (finding: Finding | null) => void;
  readonly onWithdraw: () => void;
}

/** A finding that staff called no issue: still there, struck through, with who says so and why, and the way back. */
export function WaivedCard({ listed, onPoint, onWithdraw }: WaivedCardProps) {
  const words = useWords();
  const { say, format } = words;
  const { finding, channel, also, waiver } = listed;
  return (
    <article
      className={classes.card}
      data-waived
      aria-label={say(`rules:rules.${finding.rule}.name`)}
      onMouseEnter={() => onPoint(finding)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(finding)}
      onBlur={() => onPoint(null)}
    >
      <span className={classes.icon}>
        <IconShieldCheck size={16} stroke={1.75} aria-hidden />
      </span>
      <s className={classes.rule}>{say(`rules:rules.${finding.rule}.name`)}</s>
      <s className={classes.text}>{findingText(finding, channel, words)}</s>
      <p className={classes.reason}>{say('waivers:said', { reason: say(`waivers:reason.${waiver.reason}`) })}</p>
      {waiver.note ? <p className={classes.remedy}>{say('quantity.quote', { text: waiver.note })}</p> : null}
      {also.length > 0 ? <p className={classes.remedy}>{say('inspector.alsoOn', { channels: format.list(also.map(words.channel)) })}</p> : null}
      <p className={classes.meta}>
        <span>{say('waivers:by', { actor: personText(waiver.actor, say), date: format.dateTime(waiver.at) })}</span>
        {waiver.channel === null ? null : <span>{say('waivers:onChannel', { channel: words.channel(waiver.channel) })}</span>}
        {waiver.subject.kind === 'product' ? <span>{say('waivers:onProduct')}</span> : null}
      </p>
      <span className={classes.back}>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconArrowBackUp size={13} stroke={1.75} aria-hidden />} onClick={onWithdraw}>
          {say('waivers:withdraw')}
        </Button>
      </span>
    </article>
  );
}
