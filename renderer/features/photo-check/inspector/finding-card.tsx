import { Button } from '@mantine/core';
import { IconExternalLink, IconFlag, IconShieldCheck, IconRosetteDiscountCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { StatusIcon } from '../../../design/index.ts';
import { findingText, type ListedFinding } from '../logic/findings.ts';
import { useWords } from '../logic/words.ts';
import { WrongForm } from './wrong-form.tsx';
import classes from './finding-card.module.css';

interface FindingCardProps {
  readonly listed: ListedFinding;
  /** staff have said so already */
  readonly saidWrong: boolean;
  /** null = no longer pointed at */
  readonly onPoint: (finding: Finding | null) => void;
  readonly onWrong: (note: string) => void;
  readonly onWaive: () => void;
}

/** One thing that is wrong: measured against required, in words, with where that is written and how sure we are. */
export function FindingCard({ listed, saidWrong, onPoint, onWrong, onWaive }: FindingCardProps) {
  const words = useWords();
  const { say, format } = words;
  const [asking, setAsking] = useState(false);
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
        <a href={source.url} target="_blank" rel="noreferrer" title={source.url}>
          {source.title}
          <IconExternalLink size={12} stroke={1.75} aria-hidden />
        </a>
        <span>{say('inspector.source', { date: format.date(source.read) })}</span>
        <span className={classes.mark} data-official={source.official}>
          {source.official ? <IconRosetteDiscountCheck size={13} stroke={1.75} aria-hidden /> : <IconShieldQuestion size={13} stroke={1.75} aria-hidden />}
          {say(source.official ? 'inspector.official' : 'inspector.unverified')}
        </span>
        {finding.confidence < 0.995 ? <span>{say('inspector.confidence', { share: format.percent(finding.confidence, 0) })}</span> : null}
      </p>
      {saidWrong ? <p className={classes.remedy}>{say('wrong.said')}</p> : null}
      {asking ? (
        <WrongForm
          onCancel={() => setAsking(false)}
          onSend={(note) => {
            setAsking(false);
            onWrong(note);
          }}
        />
      ) : (
        <span className={classes.wrong}>
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconShieldCheck size={13} stroke={1.75} aria-hidden />} onClick={onWaive}>
            {say('waivers:action')}
          </Button>
          {saidWrong ? null : (
            <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconFlag size={13} stroke={1.75} aria-hidden />} onClick={() => setAsking(true)}>
              {say('wrong.action')}
            </Button>
          )}
        </span>
      )}
    </article>
  );
}
