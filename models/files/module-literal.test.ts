import { describe, expect, it } from 'vitest';
import { readModuleLiteral } from './module-literal.ts';

const wrapped = (literal: string): string =>
  `!function(t){"object"==typeof exports&&(module.exports=t())}(function(){var u=a[d]={exports:{}};return u.exports}({1:[function(t,e,a){e.exports=${literal}},{}]},{},[1])(1)});`;

describe('the literal of a bundled module', () => {
  it('is read without running the module', () => {
    const literal = `{format:"graph-model",shape:[1,-1,.5,2e-3],flags:{a:!0,b:!1,c:null},'quoted key':"x"}`;
    expect(readModuleLiteral(wrapped(literal))).toEqual({
      format: 'graph-model',
      shape: [1, -1, 0.5, 0.002],
      flags: { a: true, b: false, c: null },
      'quoted key': 'x',
    });
  });

  it('may be a text with escapes', () => {
    expect(readModuleLiteral(wrapped(String.raw`"a\"b\\c\nd\x41\u4e2d"`))).toBe('a"b\\c\ndA中');
  });

  it.each([
    ['a call', 'fetch("https://example.org")'],
    ['a call inside', '{a:process.exit(1)}'],
    ['a string that never ends', '"abc'],
    ['an identifier', '[undefined]'],
    ['an object that never ends', '{a:1'],
  ])('is refused where it holds %s', (_what, literal) => {
    expect(() => readModuleLiteral(`a.exports=${literal}`)).toThrow(SyntaxError);
  });
});
