import { colourWords, silentWords, type Region } from './words.ts';

const han = /\p{Script=Han}/u;
/** Longest first, so that 'rose gold' is not read as 'rose' and 'gold'. */
const known = colourWords.flatMap(({ words, region }) => words.map((word) => ({ word, region }))).toSorted((a, b) => b.word.length - a.word.length);
const silent = silentWords.toSorted((a, b) => b.length - a.length);

/** Words that shift the lightness of the colour behind them. */
const paler = /(?:light|pale|pastel|soft|浅|淡|亮|粉嫩)\s*$/;
const darker = /(?:dark|deep|深|暗|墨|浓)\s*$/;
const shift = 14;

function shaded(region: Region, before: string): Region {
  const [from, to] = region.L;
  if (paler.test(before)) return { ...region, L: [Math.min(100, from + shift), Math.min(100, to + shift)], C: [0, region.C[1]] };
  if (darker.test(before)) return { ...region, L: [Math.max(0, from - shift), Math.max(0, to - shift)], C: [Math.max(0, region.C[0] - shift), region.C[1]] };
  return region;
}

/** Whether a word stands in a text as a word; Chinese words stand without spaces. */
function placeOf(text: string, word: string): number {
  if (han.test(word)) return text.indexOf(word);
  const found = new RegExp(`(?<![a-z])${word}(?![a-z])`).exec(text);
  return found?.index ?? -1;
}

/**
 * The regions of colour space that declared colours mean, e.g. ['navy / white'] or ['藏青色']. Null where nothing can
 * be asked: no colour is declared, a word is not known, or the product is declared to be of many colours or printed.
 */
export function declaredRegions(declared: readonly string[]): readonly Region[] | null {
  const regions: Region[] = [];
  for (const one of declared) {
    let text = one.normalize('NFKC').toLowerCase().replaceAll(/[-_]+/g, ' ').trim();
    if (text === '') continue;
    if (silent.some((word) => placeOf(text, word) >= 0)) return null;
    const before = regions.length;
    for (const { word, region } of known) {
      const at = placeOf(text, word);
      if (at < 0) continue;
      regions.push(shaded(region, text.slice(0, at)));
      text = `${text.slice(0, at)} ${text.slice(at + word.length)}`;
    }
    if (regions.length === before) return null;
  }
  return regions.length === 0 ? null : regions;
}
