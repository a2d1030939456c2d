import { textOf, type DraftRequirement } from './draft.ts';

/** How a requirement stands to the console's pack. */
export interface Standing {
  /** the console's requirement in its place; null where there is none */
  readonly origin: DraftRequirement | null;
  readonly state: 'same' | 'changed' | 'added';
}

export interface Differences {
  /** one for each requirement of the draft, in its order */
  readonly standings: readonly Standing[];
  /** requirements of the console that the draft no longer has */
  readonly missing: readonly DraftRequirement[];
}

type Likeness = (a: DraftRequirement, b: DraftRequirement) => boolean;
/** From alike in everything to alike in the rule alone: whoever is most alike belongs together. */
const likenesses: readonly Likeness[] = [
  (a, b) => textOf(a) === textOf(b),
  (a, b) => a.rule === b.rule && a.severity === b.severity,
  (a, b) => a.rule === b.rule,
];

/** Finds for each requirement the console's that it came from; a rule may stand in a pack more than once. */
export function differences(requirements: readonly DraftRequirement[], console: readonly DraftRequirement[]): Differences {
  const origins = new Map<number, DraftRequirement>();
  const left = [...console];
  for (const alike of likenesses) {
    requirements.forEach((requirement, index) => {
      if (origins.has(index)) return;
      const at = left.findIndex((one) => alike(requirement, one));
      const [origin] = at < 0 ? [] : left.splice(at, 1);
      if (origin !== undefined) origins.set(index, origin);
    });
  }
  const standings = requirements.map((requirement, index): Standing => {
    const origin = origins.get(index) ?? null;
    if (origin === null) return { origin, state: 'added' };
    return { origin, state: textOf(origin) === textOf(requirement) ? 'same' : 'changed' };
  });
  return { standings, missing: left };
}
