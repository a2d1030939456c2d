import { describe, expect, it } from 'vitest';
import { loadPinyin, rulesNamedBy, searchKey } from './search-words.ts';

const read = await loadPinyin();
const finds = (key: string, text: string): boolean => key.includes(text);

describe('what a photo is found by', () => {
  it('is its name, and how that is typed: in full and by initials', () => {
    const key = searchKey(['茶盅-01.JPG'], read);
    for (const word of ['茶盅', 'chazhong', 'cz', 'zhong', '01.jpg']) expect(finds(key, word), word).toBe(true);
    for (const word of ['cha zhong', 'zc', 'chazhongg']) expect(finds(key, word), word).toBe(false);
  });

  it('reads characters by the word they stand in, and ü as v', () => {
    expect(searchKey(['重庆银行女装绿色'], read).split('\n')).toEqual(['重庆银行女装绿色', 'chongqingyinhangnvzhuanglvse', 'cqyhnzls']);
  });

  it('makes nothing of width, case and blanks', () => {
    expect(searchKey(['ＭＵＧ　Ｂｌｕｅ\n 1.jpg'], read)).toBe('mug blue 1.jpg');
  });

  it('keeps texts apart, so that nothing is found across two of them', () => {
    const key = searchKey(['mug.jpg', 'SALE', '', 'SALE'], read);
    expect(key).toBe('mug.jpg\nsale');
    expect(finds(key, 'jpgsale')).toBe(false);
  });

  it('takes nothing from a text that goes on for ever', () => {
    expect(searchKey(['x'.repeat(50_000)], read)).toHaveLength(1_000);
  });
});

describe('rules named by a word', () => {
  const named = rulesNamedBy(read);
  it.each([
    ['overlay', []],
    ['text', ['text-overlay']],
    ['background', ['background-not-white']],
    ['blur', ['blurry']],
    ['像素', ['too-small', 'too-large']],
    ['模糊', ['blurry']],
    ['mohu', ['blurry']],
    ['to', []],
    ['zz', []],
  ])('%s', (word, rules) => {
    expect([...named(word)]).toEqual(rules);
  });
});
