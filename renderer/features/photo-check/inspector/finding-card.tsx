import { Button } from '@mantine/core';
import { IconExternalLink, IconRosetteDiscountCheck, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import type { Word } from '../../../../app/photo-check/learning/types.ts';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { StatusIcon } from '../../../design/index.ts';
import { WordButtons } from '../learning/word-buttons.tsx';
import { findingText, type ListedFinding } from '../logic/findings.ts';
import { useWords } from '../logic/words.ts';
import classes from './finding-card.module.css';

interface FindingCardProps {
  readonly listed: ListedFinding;
  /** what staff have said of it */
  readonly said: Word | undefined;
  /** null = no longer pointed at */
  readonly onPoint: (finding: Finding | null) => void;
  readonly onSay: (word: 'right' | 'wrong', note: string) => void;
  readonly onWaive: () => void;
}

/** One thing that is wrong: measured against required, in words, with where that is written and how sure we are. */
export function FindingCard({ listed, said, onPoint, onSay, onWaive }: FindingCardProps) {
  const words = useWords();
  const { say, format } = words;
  const { finding, channel, also } = listed;
  const { source } = finding;
  return (
    <article
      className={classes.card}
      aria-label={say(`rules:rules.${finding.rule}.name`)}
      onMouseEnter={() => onPoint(finding)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(finding)}
      onBlur={() => onPoint(null)}
    >
      <span className={classes.icon}>
        <StatusIcon status={finding.severity} />
      </span>
      <span className={classes.rule} title={say(`rules:rules.${finding.rule}.why`)}>{say(`rules:rules.${finding.rule}.name`)}</span>
      <p className={classes.text}>{findingText(finding, channel, words)}</p>
      <p className={classes.remedy}>{say(`rules:rules.${finding.rule}.fix`)}</p>
      {also.length > 0 ? <p className={classes.remedy}>{say('inspector.alsoOn', { channels: format.list(also.map(words.channel)) })}</p> : null}
      <p className={classes.meta}>
        {source.url === '' ? <span>{source.title}</span> : (
          <a href={source.url} target="_blank" rel="noreferrer" title={source.url}>
            {source.title}
            <IconExternalLink size={12} stroke={1.75} aria-hidden />
          </a>
        )}
        <span>{say('inspector.source', { date: format.date(source.read) })}</span>
        <span className={classes.mark} data-official={source.official}>
          {source.official ? <IconRosetteDiscountCheck size={13} stroke={1.75} aria-hidden /> : <IconShieldQuestion size={13} stroke={1.75} aria-hidden />}
          {say(source.official ? 'inspector.official' : 'inspector.unverified')}
        </span>
        {finding.confidence < 0.995 ? <span>{say('inspector.confidence', { share: format.percent(finding.confidence, 0) })}</span> : null}
      </p>
      <WordButtons said={said} onSay={onSay}>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconShieldCheck size={13} stroke={1.75} aria-hidden />} onClick={onWaive}>
          {say('waivers:action')}
        </Button>
      </WordButtons>
    </article>
  );
}
