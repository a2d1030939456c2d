import { describe, expect, it } from 'vitest';
import { labOf, type Lab } from '../../kernel/lab.ts';
import { declaredRegions } from './declared.ts';
import { distanceTo, matchColours, nameOfColour } from './match.ts';
import { colourWords } from './words.ts';

const hex = (code: string): Lab => labOf(Number.parseInt(code.slice(1, 3), 16), Number.parseInt(code.slice(3, 5), 16), Number.parseInt(code.slice(5, 7), 16));
const all = (code: string) => [{ lab: hex(code), share: 1 }];
const verdict = (declared: string, code: string): string => {
  const regions = declaredRegions([declared]);
  return regions === null ? 'silent' : (matchColours(all(code), regions)?.verdict ?? 'none');
};

/** What shops declare, and the colour of a cloth, glaze or metal of that name as a photo shows it. */
const matching: readonly (readonly [string, string])[] = [
  ['Navy', '#1d2540'], ['藏青色', '#20263d'], ['藏蓝', '#28304f'], ['米色', '#d9cbb0'], ['Beige', '#cfc0a4'], ['卡其', '#b39d75'], ['Khaki', '#a8946b'], ['玫瑰金', '#d3a08c'],
  ['Rose Gold', '#c99683'], ['酒红色', '#5c1a28'], ['墨绿', '#1f3d2e'], ['军绿', '#4c5337'], ['黑色', '#1a1a1c'], ['White', '#eceded'], ['白', '#d9dadc'], ['灰色', '#8b8d90'],
  ['深灰', '#3c3e41'], ['银色', '#c3c5c8'], ['Red', '#b3202a'], ['大红', '#c41e25'], ['粉色', '#e9b5bd'], ['玫红', '#c72a6b'], ['橙色', '#e0702a'], ['黄色', '#efc93a'], ['姜黄', '#c2922e'],
  ['绿色', '#3d8a4c'], ['薄荷绿', '#b3dcc8'], ['浅蓝', '#a9c8e3'], ['天蓝色', '#8fc1e8'], ['宝蓝', '#2540a8'], ['牛仔蓝', '#4d6485'], ['紫色', '#6b3f8a'], ['香芋紫', '#b9a3c9'],
  ['咖啡色', '#4a3528'], ['驼色', '#b58d5e'], ['棕色', '#6e4a30'], ['杏色', '#ecd5b8'], ['金色', '#c9a24a'], ['古铜', '#7a5a3a'], ['珊瑚', '#ee7d6b'], ['Teal', '#1f6a6e'], ['Burgundy', '#6a1f2e'],
  ['light grey', '#c7c9cb'], ['dark blue', '#1d2a55'], ['off-white', '#ece7da'], ['象牙白', '#f1ead8'], ['豆绿', '#a9c29a'], ['湖蓝', '#3fa9b8'], ['charcoal', '#3a3b3e'], ['camel', '#b98f5f'],
];
const mismatching: readonly (readonly [string, string])[] = [
  ['Navy', '#b3202a'], ['藏青色', '#d9cbb0'], ['米色', '#3d8a4c'], ['黑色', '#eceded'], ['White', '#1a1a1c'], ['Red', '#2540a8'], ['绿色', '#e0702a'], ['Yellow', '#6b3f8a'], ['粉色', '#1f3d2e'],
  ['蓝色', '#b3202a'], ['银色', '#b3202a'], ['卡其', '#2540a8'], ['橙色', '#8fc1e8'], ['Burgundy', '#8fc1e8'], ['Mint', '#b3202a'],
];

describe('a declared colour', () => {
  it.each(matching)('%s is %s', (declared, code) => expect(verdict(declared, code)).toBe('match'));
  it.each(mismatching)('%s is not %s', (declared, code) => expect(verdict(declared, code)).toBe('mismatch'));
  it.each(['Printed', '多色', '印花', '红色拼色', 'Blue striped', '透明', 'Default Title', 'Sunset Dream', '见图', '', '   '])('%j asks for nothing', (declared) => {
    expect(declaredRegions([declared])).toBeNull();
  });
  it('of one unknown word beside a known one asks for nothing', () => expect(declaredRegions(['red', 'Sunset Dream'])).toBeNull());

  it.each([['rose gold', 1], ['navy / white', 2], ['黑白', 2], ['dark green', 1], ['blackberry', 0], ['藏青色', 1], ['白色,红色', 2]])('%s is read as %i colours', (declared, count) => {
    expect(declaredRegions([declared])?.length ?? 0).toBe(count);
  });
});

describe('a product of several colours', () => {
  const red = { lab: hex('#b3202a'), share: 0.6 };
  const white = { lab: hex('#eceded'), share: 0.4 };

  it('matches where one of them was declared', () => {
    expect(matchColours([red, white], declaredRegions(['white'])!)?.verdict).toBe('match');
  });
  it('does not match by a small part of it', () => {
    expect(matchColours([{ ...red, share: 0.9 }, { ...white, share: 0.1 }], declaredRegions(['white'])!)?.verdict).toBe('mismatch');
  });
  it('says nothing where no part of it is large', () => {
    expect(matchColours([{ ...red, share: 0.1 }], declaredRegions(['white'])!)).toBeNull();
  });
});

it('a colour between two words is doubtful', () => expect(verdict('Navy', '#5d74b5')).toBe('doubtful'));

it('every word names a region that holds its own middle, and is named but once', () => {
  const words = colourWords.flatMap(({ words: own }) => own);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(colourWords.length).toBeGreaterThanOrEqual(45);
  for (const { region } of colourWords) {
    const middle = ([from, to]: readonly [number, number]): number => (from + to) / 2;
    const hue = ((region.h === null ? 0 : middle(region.h)) * Math.PI) / 180;
    expect(distanceTo([middle(region.L), middle(region.C) * Math.cos(hue), middle(region.C) * Math.sin(hue)], region)).toBe(0);
  }
});

it.each([['#1a1a1c', 'black'], ['#b3202a', 'red'], ['#efc93a', 'yellow'], ['#3d8a4c', 'green'], ['#6b3f8a', 'purple'], ['#1c3fd0', 'royal-blue']])('%s is called %s', (code, id) => expect(nameOfColour(hex(code))).toBe(id));
