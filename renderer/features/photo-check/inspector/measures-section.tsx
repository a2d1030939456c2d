import type { Measures } from '../../../../app/photo-check/types.ts';
import { textOrUnread, tintText } from '../../../../app/photo-check/words/quantity.ts';
import { useWords, type Words } from '../logic/words.ts';
import { Facts, Section, type Fact } from './section.tsx';
import classes from './section.module.css';

function Colour({ rgb }: { rgb: readonly [number, number, number] }) {
  const text = rgb.map(Math.round).join(', ');
  return (
    <>
      <span className={classes.swatch} style={{ background: `rgb(${text})` }} />
      {text}
    </>
  );
}

/** A tint that nobody sees is none. */
const leastTint = 1;

/** What the rules about the picture's content read. */
function contentFacts(measures: Measures, words: Words): readonly (readonly [string, string])[] {
  const { say, format } = words;
  const { collage, separateProducts, placeholder, moderation, clutter } = measures;
  const texts = (lines: readonly { readonly text: string }[]): string =>
    lines.length === 0 ? say('measure.none') : [...new Set(lines.map(({ text }) => textOrUnread(text, words)))].join(' ');
  const sure = (found: readonly { readonly confidence: number }[]): string =>
    found.length === 0 ? say('measure.none') : found.map(({ confidence }) => format.percent(confidence, 0)).join(say('joined.facts'));
  const things = format.number(Math.max(1, separateProducts.boxes.length), 0);
  return [
    ['textOverlays', texts(measures.textOverlays)],
    ['watermarks', texts(measures.watermarks)],
    ['collage', collage.panels.length === 0 ? say('measure.single') : format.number(collage.panels.length, 0)],
    ['separateProducts', separateProducts.likelySet ? say('measure.set', { value: things }) : things],
    ['placeholder', placeholder === null ? say('measure.none') : say(`quantity.placeholder.${placeholder.kind}`)],
    ['moderation', moderation === null ? say('measure.unknown') : [moderation.porn + moderation.hentai, moderation.sexy].map((value) => format.percent(value)).join(say('joined.facts'))],
    ['clutter', say('measure.gradeShare', { grade: say(`quantity.grade.${clutter.grade}`), share: format.percent(clutter.share) })],
    ['faces', sure(measures.faces)],
    ['productText', texts(measures.productText)],
    ['people', sure(measures.people)],
  ];
}

/** Every number that rules read, in the order in which they matter. */
function factsOf(measures: Measures, words: Words): readonly Fact[] {
  const { say, format } = words;
  const share = (value: number | null): string => (value === null ? say('measure.unknown') : format.percent(value));
  const levels = (value: number | null): string => (value === null ? say('measure.unknown') : say('quantity.levels', { value: format.number(value, 1) }));
  const { productBox: box, border, colourCast } = measures;
  const tint = colourCast === null ? say('measure.unknown') : colourCast.chroma < leastTint ? say('measure.none') : tintText([colourCast.hue, String(colourCast.chroma)], words);
  const values: readonly (readonly [string, Fact['value']])[] = [
    ['fill', share(measures.fill)],
    ['areaShare', share(measures.areaShare)],
    ['productBox', box ? say('quantity.size', { width: format.number(box.width, 0), height: format.number(box.height, 0) }) : say('measure.unknown')],
    ['backgroundWhiteShare', share(measures.backgroundWhiteShare)],
    ['backgroundColour', measures.backgroundColour ? <Colour key="colour" rgb={measures.backgroundColour} /> : say('measure.unknown')],
    ['maskSource', say(`measure.mask.${measures.maskSource}`)],
    ['maskConfidence', share(measures.maskConfidence)],
    ['sharpness', measures.sharpness === null ? say('measure.unknown') : format.number(measures.sharpness, 2)],
    ['productBrightness', share(measures.productBrightness)],
    ['peakBrightness', share(measures.peakBrightness)],
    ['floorBrightness', share(measures.floorBrightness)],
    ['highlightsClipped', share(measures.highlightsClipped)],
    ['shadowsCrushed', share(measures.shadowsCrushed)],
    ['border', border ? say('measure.sides', { top: border.top, right: border.right, bottom: border.bottom, left: border.left }) : say('measure.none')],
    ['noise', levels(measures.noise)],
    ['jpegArtefacts', levels(measures.jpegArtefacts)],
    ['colourCast', tint],
    ['trueScale', share(measures.trueScale)],
    ['croppedEdges', measures.croppedEdges.length === 0 ? say('measure.none') : format.list(measures.croppedEdges.map((edge) => say(`quantity.edge.${edge}`)))],
    ...contentFacts(measures, words),
  ];
  return values.map(([name, value]) => ({ name: say(`measure.${name}`), value }));
}

export function MeasuresSection({ measures }: { measures: Measures }) {
  const words = useWords();
  return (
    <Section title={words.say('inspector.measures')} open>
      <Facts facts={factsOf(measures, words)} />
    </Section>
  );
}
