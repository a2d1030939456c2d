/**
 * Keeps the items of which every word of `query` occurs in one of its texts; those that start with it come first.
 * Case does not matter; an empty query keeps all, in their order.
 */
export function search<T>(items: readonly T[], query: string, textsOf: (item: T) => readonly string[]): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  const scored = items.flatMap((item) => {
    const texts = textsOf(item).map((text) => text.toLowerCase());
    if (!words.every((word) => texts.some((text) => text.includes(word)))) return [];
    const first = words[0] ?? '';
    const score = texts.some((text) => text.startsWith(first)) ? 0 : texts.some((text) => text.includes(` ${first}`)) ? 1 : 2;
    return [{ item, score }];
  });
  return scored.sort((a, b) => a.score - b.score).map(({ item }) => item);
}
