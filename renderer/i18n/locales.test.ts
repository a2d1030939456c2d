import { describe, expect, test } from 'vitest';
import { keyUses, leavesOf, looseUses, sources, stem, writtenWords } from '../testing/locale-scan.ts';
import { hostErrorCodes } from '../../app/contract/host-error-codes.ts';
import { callErrorCodes } from '../../app/contract/error-codes.ts';
import { builtInChannelIds, photoErrorCodes, ruleIds } from '../../app/photo-check/types.ts';

const en = leavesOf('en');
const zh = leavesOf('zh-CN');
const namespaces = [...new Set([...en.keys()].map((key) => key.split(':')[0] ?? ''))];
const uses = keyUses(namespaces);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('both languages', () => {
  test('have the same keys, apart from their plural forms', () => {
    const stems = (leaves: ReadonlyMap<string, string>): string[] => [...new Set([...leaves.keys()].map(stem))].sort();
    expect(stems(zh)).toEqual(stems(en));
  });

  test('have the plural forms that their grammar has, and no other', () => {
    const forms = (leaves: ReadonlyMap<string, string>): Record<string, string[]> =>
      Object.fromEntries([...Map.groupBy([...leaves.keys()].filter((key) => key !== stem(key)), stem)].map(([key, all]) => [key, all.map((one) => one.slice(key.length + 1)).sort()]));
    const others = (leaves: ReadonlyMap<string, string>, grammar: string): string[] =>
      Object.entries(forms(leaves)).filter(([, found]) => found.join(' ') !== grammar).map(([key]) => key);
    expect(Object.keys(forms(en)).length).toBeGreaterThan(5);
    expect(others(en, 'one other')).toEqual([]);
    expect(others(zh, 'other')).toEqual([]);
  });

  test('fill in the same values', () => {
    const inBoth = [...zh.keys()].filter((key) => en.has(key));
    const filled = (leaves: ReadonlyMap<string, string>) => inBoth.map((key) => [key, placeholders(leaves.get(key) ?? '')]);
    expect(inBoth.length).toBeGreaterThan(300);
    expect(filled(zh)).toEqual(filled(en));
  });

  test('leave nothing empty', () => {
    for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe('');
  });
});

describe('Chinese is written as Chinese', () => {
  test.each([...zh])('%s', (_key, text) => {
    const words = text.replace(/\{\{[^}]*\}\}/g, '');
    expect(words).not.toMatch(/\p{Script=Han}\s*[,;:?!]/u);
    expect(words).not.toMatch(/\p{Script=Han}\.(\s|$)/u);
    expect(words).not.toMatch(/\p{Script=Han} +[A-Za-z0-9\p{Script=Han}]|[A-Za-z0-9] +\p{Script=Han}/u);
    expect(words).not.toMatch(/\.\.\./);
  });
});

describe('keys in the code', () => {
  test('exist', () => {
    const stems = [...new Set([...en.keys()].map(stem))];
    const missing = uses.filter(({ pattern }) => !stems.some((key) => pattern.test(key))).map(({ path, key }) => `${path}: ${key}`);
    expect(missing).toEqual([]);
  });

  test('use every text; the host reads its own', () => {
    const loose = looseUses();
    const unused = [...new Set([...en.keys()].map(stem))].filter((key) => !key.startsWith('host:') && !loose.has(key) && !uses.some(({ pattern }) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('cover every coded error with cause and remedy', () => {
    for (const code of [...callErrorCodes, ...hostErrorCodes, ...photoErrorCodes]) {
      expect(en.has(`errors:${code}.title`), code).toBe(true);
      expect(en.has(`errors:${code}.remedy`), code).toBe(true);
    }
  });

  test('cover every rule and channel', () => {
    for (const rule of ruleIds) for (const part of ['name', 'why', 'fix']) expect(en.has(`rules:rules.${rule}.${part}`), rule).toBe(true);
    for (const channel of builtInChannelIds) expect(en.has(`rules:channels.${channel}.short`), channel).toBe(true);
  });
});

describe('no words in TSX', () => {
  const brand = new Set(['Vitrine']);
  test.each(sources.filter(({ path }) => path.endsWith('.tsx')))('$path', ({ text }) => {
    expect(writtenWords(text).filter((words) => !brand.has(words))).toEqual([]);
  });

  test('the scan finds what it should', () => {
    expect(writtenWords('<p className={a}>Hello there</p><b title="Close it">{t(x)}</b>')).toEqual(['Hello there', 'Close it']);
  });
});
