import type { ChannelInfo, PhotoRow } from '../../../../app/contract/photos.ts';
import { inChannelOrder, type ChannelId, type RuleId, type Severity, type Verdict } from '../../../../app/photo-check/types.ts';
import type { ChannelChoice } from './words.ts';
import type { z } from 'zod';

export { findingText, listFindings, type ListedFinding } from '../../../../app/photo-check/words/findings.ts';
const verdictRank: Record<Verdict, number> = { fail: 0, warn: 1, pass: 2 };

/** The worst verdict of the channels asked about; null while nothing was judged. */
export function worstVerdict(verdicts: PhotoRow['verdicts'], choice: ChannelChoice): Verdict | null {
  if (choice !== 'all') return verdicts[choice] ?? null;
  const given = Object.values(verdicts).filter((verdict): verdict is Verdict => verdict !== undefined);
  return given.sort((a, b) => verdictRank[a] - verdictRank[b])[0] ?? null;
}

/** Channels by verdict in their fixed order, e.g. for "Fails on Amazon, Walmart". */
export const channelsWith = (verdicts: PhotoRow['verdicts'], verdict: Verdict): readonly ChannelId[] =>
  inChannelOrder(Object.keys(verdicts).filter((channel) => verdicts[channel] === verdict));

/** The worst that a breach of each rule can mean on the channels asked about. */
export function ruleSeverities(infos: readonly z.infer<typeof ChannelInfo>[], choice: ChannelChoice): ReadonlyMap<RuleId, Severity> {
  const severities = new Map<RuleId, Severity>();
  for (const info of infos) {
    if (!info.enabled || (choice !== 'all' && info.id !== choice)) continue;
    for (const { rule, severity } of info.rules) if (severities.get(rule) !== 'fail') severities.set(rule, severity);
  }
  return severities;
}

/** A change that a channel has announced. */
export interface UpcomingChange {
  readonly channel: ChannelId;
  readonly rule: RuleId;
  /** ISO day from which it holds */
  readonly date: string;
}

/** Announced changes of the channels asked about, the nearest first. */
export const upcomingChanges = (infos: readonly z.infer<typeof ChannelInfo>[], choice: ChannelChoice): readonly UpcomingChange[] =>
  infos
    .filter(({ id, enabled }) => enabled && (choice === 'all' || id === choice))
    .flatMap(({ id, upcoming }) => upcoming.map(({ date, rule }) => ({ channel: id, rule, date })))
    .sort((a, b) => a.date.localeCompare(b.date));
