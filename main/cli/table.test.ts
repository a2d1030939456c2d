import { describe, expect, it } from 'vitest';
import type { ChannelVerdict, PhotoError, Severity } from '../../app/photo-check/index.ts';
import type { PhotoReport } from './report.ts';
import { tableOf } from './table.ts';

type Rule = ChannelVerdict['findings'][number]['rule'];

function verdict(findings: readonly (readonly [Rule, Severity])[]): ChannelVerdict {
  const worst = findings.some(([, severity]) => severity === 'fail') ? 'fail' : findings.length > 0 ? 'warn' : 'pass';
  const source = { url: 'https://example.com/', title: 'rules', read: '2026-11-01', official: true };
  const value = { value: 1, unit: 'share' } as const;
  return {
    verdict: worst,
    pack: '2026-11-01',
    findings: findings.map(([rule, severity]) => ({ rule, severity, measured: value, required: { ...value, bound: 'min' }, boxes: [], source, confidence: 1 })),
  };
}

function photo(file: string, channels: PhotoReport['channels']): PhotoReport {
  return { file, sha256: 'a'.repeat(64), width: 1, height: 1, format: 'jpeg', bytes: 1, measures: {} as PhotoReport['measures'], duplicates: [], channels, unavailable: [] };
}

const table = (photos: readonly PhotoReport[], errors: readonly PhotoError[] = []): string[] =>
  tableOf({ version: '1', models: [], photos, errors }, ['ebay', 'jd'], '/shop').split('\n');

describe('the table', () => {
  it('says which rule speaks in which channel, and counts each photo once', () => {
    const refused = photo('/shop/a.jpg', { ebay: verdict([['text-overlay', 'fail']]), jd: verdict([['text-overlay', 'warn'], ['fill-too-small', 'warn']]) });
    const warned = photo('b.jpg', { ebay: verdict([]), jd: verdict([['fill-too-small', 'warn']]) });
    const good = photo('c.jpg', { ebay: verdict([]), jd: verdict([]) });
    const unreadable: PhotoError = { file: 'd.jpg', code: 'truncated', message: 'd.jpg ends early' };
    expect(table([refused, warned, good], [unreadable])).toEqual([
      'photo  ebay  jd',
      'a.jpg  FAIL  warn',
      '    text-overlay (ebay: fail; jd: warn)',
      '    fill-too-small (jd: warn)',
      'b.jpg  pass  warn',
      '    fill-too-small (jd: warn)',
      'c.jpg  pass  pass',
      '',
      'truncated: d.jpg ends early',
      '',
      '3 photos judged: 1 refused by at least one channel, 1 with warnings only, 1 pass everywhere. 1 could not be read.',
    ]);
  });

  it('names a long folder that all photos share once', () => {
    const channels = { ebay: verdict([]), jd: verdict([]) };
    const folder = '/elsewhere/pictures/of/the/autumn/season';
    expect(table([photo(`${folder}/mugs/a.jpg`, channels), photo(`${folder}/mats/b.jpg`, channels)]).slice(0, 5)).toEqual([
      `in ${folder}/`,
      '',
      'photo       ebay  jd',
      'mugs/a.jpg  pass  pass',
      'mats/b.jpg  pass  pass',
    ]);
  });
});
