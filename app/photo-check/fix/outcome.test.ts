import { describe, expect, it } from 'vitest';
import type { ChannelVerdict, RuleId, Severity } from '../types.ts';
import { copyNames } from './names.ts';
import { hasHelped, outcomeOf } from './outcome.ts';

const verdict = (rules: Partial<Record<RuleId, Severity>>): ChannelVerdict => {
  const findings = Object.entries(rules).map(([rule, severity]) => ({
    rule: rule as RuleId, severity, measured: { value: 1, unit: 'share' as const }, required: { value: 1, unit: 'share' as const }, boxes: [],
    source: { url: 'https://example.org', title: 't', read: '2026-11-23', official: true }, confidence: 1,
  }));
  return { verdict: findings.some(({ severity }) => severity === 'fail') ? 'fail' : findings.length > 0 ? 'warn' : 'pass', pack: 'p', findings };
};

describe('what a fix came to', () => {
  it('is told rule by rule', () => {
    const outcome = outcomeOf(verdict({ blurry: 'warn', 'too-small': 'fail' }), verdict({ blurry: 'warn', 'fill-too-large': 'warn' }));
    expect(outcome).toMatchObject({ fixed: ['too-small'], remaining: ['blurry'], broken: ['fill-too-large'] });
  });

  it.each([
    ['a rule passes now', { 'too-small': 'fail' }, {}, true],
    ['a refusal became a warning', { 'too-small': 'fail' }, { 'too-small': 'warn' }, true],
    ['nothing changed', { 'too-small': 'fail' }, { 'too-small': 'fail' }, false],
    ['another rule breaks', { 'too-small': 'fail' }, { 'fill-too-large': 'warn' }, false],
    ['a warning became a refusal', { 'too-small': 'warn', blurry: 'warn' }, { 'too-small': 'fail' }, false],
  ] as const)('helps or not: %s', (_, before, after, helped) => {
    expect(hasHelped(outcomeOf(verdict(before), verdict(after)))).toBe(helped);
  });
});

it('gives every copy a name of its own, whatever its case and ending', () => {
  const names = copyNames(['a/mug.png', 'b/Mug.jpg', 'b/mug.final.webp', 'c/.hidden', 'd/mug'].map((key) => ({ key, name: key.split('/')[1] ?? '' })));
  expect([...names.values()]).toEqual(['mug.jpg', 'Mug-2.jpg', 'mug.final.jpg', '.hidden.jpg', 'mug-3.jpg']);
});
