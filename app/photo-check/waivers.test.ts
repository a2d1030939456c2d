import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, RuleId, Severity } from './types.ts';
import { waiverFor, withWaivers, type Waiver } from './waivers.ts';

const finding = (rule: RuleId, severity: Severity): Finding => ({
  rule, severity, measured: { value: 0.5, unit: 'share' }, required: { value: 1, unit: 'share', bound: 'min' }, boxes: [],
  source: { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true }, confidence: 1,
});
const waiver = (rule: RuleId, channel: Waiver['channel'] = null): Waiver => ({ subject: { kind: 'photo', id: 'p' }, rule, channel, reason: 'on-product', note: '', actor: 'owner', at: 1 });
const findings = [finding('text-overlay', 'fail'), finding('blurry', 'warn')];

describe('a verdict with waivers', () => {
  it('is the raw one where nothing is waived', () => {
    expect(withWaivers({ findings }, 'ebay', [])).toEqual({ verdict: 'fail', standing: findings, waived: [] });
  });

  it('is the worst of what stands', () => {
    expect(withWaivers({ findings }, 'ebay', [waiver('text-overlay')])).toMatchObject({ verdict: 'warn', standing: [{ rule: 'blurry' }], waived: [{ finding: { rule: 'text-overlay' } }] });
    expect(withWaivers({ findings }, 'ebay', [waiver('text-overlay'), waiver('blurry')])).toMatchObject({ verdict: 'pass', standing: [] });
  });

  it('of one channel says nothing of another', () => {
    const only = [waiver('text-overlay', 'ebay')];
    expect(withWaivers({ findings }, 'ebay', only).verdict).toBe('warn');
    expect(withWaivers({ findings }, 'etsy', only).verdict).toBe('fail');
  });

  it('names the waiver of the very channel before that of all', () => {
    const [all, one] = [waiver('blurry'), waiver('blurry', 'jd')];
    expect(waiverFor([all, one], 'blurry', 'jd')).toBe(one);
    expect(waiverFor([all, one], 'blurry', 'pdd')).toBe(all);
    expect(waiverFor([all, one], 'person', 'jd')).toBeNull();
  });

  it('never loses a finding, and is never worse than the raw one', () => {
    const rank = { pass: 0, warn: 1, fail: 2 };
    const rules = ['text-overlay', 'blurry', 'person', 'cropped'] as const;
    const some = fc.uniqueArray(fc.record({ rule: fc.constantFrom(...rules), severity: fc.constantFrom('warn', 'fail') }), { selector: ({ rule }) => rule });
    fc.assert(
      fc.property(some, fc.array(fc.record({ rule: fc.constantFrom(...rules), channel: fc.constantFrom(null, 'ebay', 'etsy') })), (broken, scopes) => {
        const raw = broken.map(({ rule, severity }) => finding(rule, severity));
        const after = withWaivers({ findings: raw }, 'ebay', scopes);
        expect(after.standing.length + after.waived.length).toBe(raw.length);
        expect(rank[after.verdict]).toBeLessThanOrEqual(rank[withWaivers({ findings: raw }, 'ebay', []).verdict]);
        expect(after.standing.every(({ rule }) => !scopes.some((scope) => scope.rule === rule && scope.channel !== 'etsy'))).toBe(true);
      }),
    );
  });
});
