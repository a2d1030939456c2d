import type { Box } from '../../app/kernel/geometry.ts';
import { iou } from '../../app/kernel/geometry.ts';

/**
 * Greedy non-maximum suppression: the most confident box stays, boxes of the same group that overlap it by more than
 * `maxOverlap` (intersection over union, 0–1) go, and so on. Most confident first.
 * @param group boxes of different groups never suppress one another, e.g. the label
 */
export function suppressOverlaps<T extends { readonly box: Box; readonly confidence: number }>(
  candidates: readonly T[],
  maxOverlap: number,
  group: (candidate: T) => string = () => '',
): T[] {
  const kept: T[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence)) {
    const covered = kept.some((k) => group(k) === group(candidate) && iou(k.box, candidate.box) > maxOverlap);
    if (!covered) kept.push(candidate);
  }
  return kept;
}
