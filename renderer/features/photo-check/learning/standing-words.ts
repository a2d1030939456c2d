import type { HistoryEntry } from '../../../../app/contract/photos.ts';
import type { Word } from '../../../../app/photo-check/learning/types.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import type { z } from 'zod';

type Entry = z.infer<typeof HistoryEntry>;

const words: Readonly<Partial<Record<Entry['type'], Word>>> = { right: 'right', wrong: 'wrong', missed: 'missed' };

/** The last word on each rule of a photo that was not taken back. `history` is oldest first. */
export function standingWords(history: readonly Entry[]): ReadonlyMap<RuleId, Word> {
  const standing = new Map<RuleId, Word>();
  for (const { type, rule, undone } of history) {
    const word = words[type];
    if (word !== undefined && rule !== null && !undone) standing.set(rule, word);
  }
  return standing;
}
