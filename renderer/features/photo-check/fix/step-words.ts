import type { FixRow } from '../../../../app/contract/fixes.ts';
import type { Words } from '../logic/words.ts';

type Step = FixRow['steps'][number];
type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

function frameText({ ratio, fill, cut, padded }: StepOf<'frame'>, { say, format }: Words): string {
  const what = say(cut && padded ? 'fixes:step.cut-padded' : padded ? 'fixes:step.padded' : 'fixes:step.cut');
  const shape = ratio === null ? what : say('fixes:step.ratio', { what, ratio: `${ratio[0]}:${ratio[1]}` });
  if (fill === null || Math.abs(fill.after - fill.before) < 0.01) return shape;
  const filled = say('fixes:step.fill', { before: format.percent(fill.before, 0), after: format.percent(fill.after, 0) });
  return say('fixes:step.join', { first: shape, second: filled });
}

function metadataText({ gps, ai }: StepOf<'metadata'>, { say }: Words): string {
  const gone = say(gps === true ? 'fixes:step.gps' : 'fixes:step.metadata');
  return ai === true ? say('fixes:step.join', { first: gone, second: say('fixes:step.ai') }) : gone;
}

/** One sentence a kind of step. */
const texts: { readonly [K in Step['kind']]: (step: StepOf<K>, words: Words) => string } = {
  upright: (_, { say }) => say('fixes:step.upright'),
  'first-frame': ({ frames }, { say }) => say('fixes:step.first-frame', { frames }),
  colour: ({ from }, { say }) => say('fixes:step.colour', { from: from.toUpperCase() }),
  border: (_, { say }) => say('fixes:step.border'),
  tone: (_, { say }) => say('fixes:step.tone'),
  background: (step, { say }) => say(step.for.length > 0 ? 'fixes:step.background' : 'fixes:step.background-tidy'),
  frame: frameText,
  resize: ({ width, height, scale }, { say, format }) =>
    scale > 1 ? say('fixes:step.enlarged', { scale: format.number(scale, 2), width, height }) : say('fixes:step.reduced', { width, height }),
  encode: ({ quality, bytes }, { say, format }) => say('fixes:step.encode', { quality: quality ?? 0, bytes: format.bytes(bytes ?? 0) }),
  metadata: metadataText,
};

/** What was done, in order, one sentence a step: "Background replaced with pure white". */
export const stepTexts = (steps: readonly Step[], words: Words): string[] =>
  steps.map((step) => (texts[step.kind] as (of: Step, words: Words) => string)(step, words));
