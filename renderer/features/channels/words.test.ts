import { describe, expect, test } from 'vitest';
import { fieldsOf, packProblemCodes, ruleIds } from '../../../app/photo-check/index.ts';
import { fieldUnits } from '../../../app/photo-check/channels/pack.ts';
import { leavesOf } from '../../testing/locale-scan.ts';

const fields = ruleIds.flatMap((rule) => fieldsOf(rule));
/** Units that have no sign of their own. */
const unitless = new Set(['score']);
/** Options that everyone writes alike, in capitals. */
const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'bmp', 'avif', 'heif']);

describe.each(['en', 'zh-CN'])('the editor of packs in %s', (language) => {
  const words = leavesOf(language);
  const missing = (group: string, names: readonly string[]): string[] => [...new Set(names)].filter((name) => !words.has(`packs:${group}.${name}`));

  test('has a word for everything that a rule may set', () => {
    expect(missing('fields', fields.map(({ name }) => name))).toEqual([]);
    expect(missing('options', fields.filter(({ kind }) => kind === 'choice' || kind === 'choices').flatMap(({ options }) => options).filter((option) => !formats.has(option)))).toEqual([]);
    expect(missing('units', fieldUnits.filter((unit) => !unitless.has(unit)))).toEqual([]);
  });

  test('has a sentence for every fault of a pack', () => {
    expect(missing('problems', packProblemCodes)).toEqual([]);
  });
});
