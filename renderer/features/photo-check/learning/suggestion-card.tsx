import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WordRow } from '../../../../app/contract/learning.ts';
import type { Suggestion } from '../../../../app/photo-check/learning/types.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { useWords } from '../logic/words.ts';
import { ApplyThreshold } from './apply-threshold.tsx';
import { ThresholdStrip } from './threshold-strip.tsx';
import { useLearningWords } from './use-learning-words.ts';
import { WordList } from './word-list.tsx';
import classes from './learning.module.css';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  /** every channel that the same is true of */
  readonly channels: readonly ChannelId[];
  readonly words: readonly WordRow[];
  readonly fewest: number;
}

const shares = new Set(['minShare', 'minPeak', 'maxCrushed', 'maxFloor', 'maxClipped', 'minConfidence', 'maxExplicit', 'maxSuggestive']);

/** Where a line had better run, with what that gains and whether it is sure; or why that cannot be said. */
export function SuggestionCard({ suggestion, channels, words, fewest }: SuggestionCardProps) {
  const { t, format, whole } = useLearningWords();
  const { channel } = useWords();
  const [showing, show] = useState(false);
  const { rule, field, current, value, broken, fine, state, gain } = suggestion;
  const number = (line: number): string => (shares.has(field) || rule.startsWith('fill') ? format.percent(line, 1) : format.number(line, 2));
  const told = words.filter((word) => word.today && word.readings[field] !== undefined && (word.channel === suggestion.channel || channels.length > 1));
  const points = told.map((word) => ({ key: word.eventId, value: word.readings[field] ?? 0, broken: word.word !== 'wrong' }));
  const [from, to] = [Math.min(current, value ?? current), Math.max(current, value ?? current)];
  const between = told.filter((word) => (word.readings[field] ?? -1) >= from && (word.readings[field] ?? -1) <= to);
  return (
    <div className={classes.suggestion}>
      <p className={classes.line}>
        <strong>{t(`learning:field.${field}`)}</strong>
        <span className={classes.quiet}>{format.list(channels.map(channel))}</span>
      </p>
      <ThresholdStrip points={points} current={current} better={value} />
      {state === 'too-few' ? <p>{t('learning:suggestion.tooFew', { broken, fine, fewest, current: number(current) })}</p> : null}
      {state === 'no-gain' ? <p>{t('learning:suggestion.noGain', { current: number(current), broken, fine })}</p> : null}
      {state === 'better' && value !== null && gain ? (
        <>
          <p>{t('learning:suggestion.better', { current: number(current), value: number(value), agreesNow: whole(suggestion.agreesNow ?? 0), agreesThen: whole(suggestion.agreesThen ?? 0) })}</p>
          <p className={classes.quiet}>{t('learning:suggestion.gain', { share: whole(gain.share), low: whole(gain.low), high: whole(gain.high), broken, fine })}</p>
          {suggestion.official ? <p className={classes.caution}>{t('learning:suggestion.official')}</p> : null}
          <div className={classes.buttons}>
            <Button variant="default" aria-expanded={showing} onClick={() => show(!showing)}>
              {t('learning:suggestion.photos', { count: between.length })}
            </Button>
          </div>
          {showing ? <WordList words={between.toSorted((a, b) => (a.readings[field] ?? 0) - (b.readings[field] ?? 0))} /> : null}
          <ApplyThreshold rule={rule} field={field} value={value} channels={channels} shown={number(value)} />
        </>
      ) : null}
    </div>
  );
}
