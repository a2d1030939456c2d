import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addToTally, csvTable, emptyTally, gatherFindings, reportFoot, reportHead, reportPhoto, type ReportPhoto } from '../../app/photo-check/report/index.ts';
import { reportStyle, reportStyleHash } from '../../app/photo-check/report/style.ts';
import type { ChannelVerdict, Finding } from '../../app/photo-check/types.ts';
import type { Waiver } from '../../app/photo-check/waivers.ts';
import { reportChannels } from './report-photos.ts';
import { reportWords } from './words.ts';

const source = { url: 'https://example.com/rules', title: 'Image <rules>', read: '2026-11-23', official: true };
const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'fill-too-small', severity: 'fail', measured: { value: 0.62, unit: 'share' }, required: { value: 0.85, unit: 'share', bound: 'min' }, boxes: [], source, confidence: 0.9, ...more,
});
const verdict = (...findings: Finding[]): ChannelVerdict => ({ verdict: findings[0]?.severity ?? 'pass', pack: '2026-11-23', findings });
const waiver: Waiver = { subject: { kind: 'photo', id: 'p' }, rule: 'text-overlay', channel: null, reason: 'on-product', note: '<b>tin</b>', actor: 'Mei', at: Date.UTC(2026, 10, 23) };
const overlay = finding({ rule: 'text-overlay', measured: { value: ['SALE'], unit: 'text' }, required: { value: [], unit: 'text', bound: 'none' } });
const channels = ['amazon-main', 'walmart', 'ebay'] as const;
const photo = (more: Partial<ReportPhoto> = {}): ReportPhoto => ({
  name: '<img src=x onerror=alert(1)>.jpg', path: '/shop/"a"', picture: 'data:image/webp;base64,UklGRg==', width: 1600, height: 1200, bytes: 5_000, format: 'jpeg', failure: null, decision: 'rejected',
  channels: reportChannels(channels, { 'amazon-main': verdict(finding(), overlay), walmart: verdict(finding()), ebay: verdict(overlay) }, [waiver]),
  ...more,
});
const info = { madeAt: Date.UTC(2026, 10, 23, 6), version: '0.1.0', channels, language: 'en', incomplete: false };

describe.each(['en', 'zh-CN'] as const)('a report in %s', (language) => {
  const words = reportWords(language, () => null);
  const tally = [photo(), photo({ failure: 'truncated', channels: new Map(), picture: null })].reduce(addToTally, emptyTally(channels));
  const page = [reportHead({ ...info, language }, tally, words), reportPhoto(photo(), words), reportPhoto(photo({ failure: 'truncated', channels: new Map(), picture: null }), words), reportFoot(words)].join('');

  it('lets nothing of a file\'s name, a note or a source become markup', () => {
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('Image <rules>');
    expect(page).not.toMatch(/<script|javascript:|\son[a-z]+="/i);
    expect(page.match(/<img /g)).toHaveLength(1);
  });

  it('may show its own pictures in its own style, and nothing else', () => {
    expect(page).toContain(`default-src &#39;none&#39;; img-src data:; style-src &#39;${reportStyleHash}&#39;`);
    expect(page).toContain(`<style>${reportStyle}</style>`);
    expect(reportStyleHash).toBe(`sha256-${createHash('sha256').update(reportStyle).digest('base64')}`);
    expect(page).toContain(`<html lang="${language}">`);
    expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].every(([, address = '']) => /^(?:data:image\/webp|https:)/.test(address))).toBe(true);
  });

  it('has no text without words, and no value that was not filled in', () => {
    expect(page).not.toMatch(/\{\{|report:|waivers:|rules:rules|undefined|\[object/);
  });

  it('writes every text that a report has', () => {
    expect(page).toContain(words.say('report:foot').replaceAll("'", '&#39;'));
    expect(reportHead({ ...info, incomplete: true }, tally, words)).toContain(words.say('report:incomplete'));
  });
});

describe('in English', () => {
  const words = reportWords('en', () => null);
  it('says what was measured and what is required, once for all channels that ask the same', () => {
    const page = reportPhoto(photo(), words);
    expect(page).toContain('<td><span class="mark fail" aria-hidden="true">✕</span> Product too small in the frame</td><td>Amazon and Walmart</td><td>62%</td><td>at least 85%</td>');
    expect(page).toContain('<a href="https://example.com/rules" rel="noreferrer">Image &lt;rules&gt;</a>');
    expect(page).toContain('read 23 Nov 2026 · Official page');
    expect(page).toContain('eBay: Pass with waivers');
    expect(page).toContain('<s>Text over the photo</s> (Amazon and eBay): Not an issue: It is printed on the product or its packaging “&lt;b&gt;tin&lt;/b&gt;”');
  });

  it('tells of a file that could not be read why', () => {
    expect(reportPhoto(photo({ failure: 'truncated', channels: new Map(), picture: null }), words)).toContain('The picture breaks off: part of the file is missing.');
  });

  it('counts verdicts as waivers leave them', () => {
    expect([photo(), photo()].reduce(addToTally, emptyTally(channels)).byChannel).toEqual([
      { channel: 'amazon-main', pass: 0, warn: 0, fail: 2 }, { channel: 'walmart', pass: 0, warn: 0, fail: 2 }, { channel: 'ebay', pass: 2, warn: 0, fail: 0 },
    ]);
  });

  it('keeps findings apart that measure, ask or cite something else', () => {
    const found = gatherFindings([['ebay', [finding({ severity: 'warn' })]], ['walmart', [finding()]], ['etsy', [finding({ source: { ...source, official: false } })]], ['jd', [finding()]]]);
    expect(found.map(({ finding: { severity }, channels: on }) => [severity, ...on])).toEqual([['fail', 'walmart', 'jd'], ['fail', 'etsy'], ['warn', 'ebay']]);
  });
});

describe('a table', () => {
  it('has one line a photo and a column for each channel\'s verdict and findings, readable by Excel', () => {
    const table = csvTable(channels, reportWords('en', () => null));
    expect(table.head.startsWith('\uFEFF"File","Path","Width"')).toBe(true);
    expect(table.head).toContain('"Amazon","Walmart","eBay","Waived","Amazon: findings"');
    const line = table.line(photo({ name: '=cmd|x.jpg' }));
    expect(line.startsWith(`"'=cmd|x.jpg","/shop/""a""","1600","1200","5000","JPEG","Rejected","","Fail","Fail","Pass with waivers","Text over the photo (<b>tin</b>)"`)).toBe(true);
    expect(line).toContain('"Product fills 62% of the frame; Amazon requires at least 85%"');
    expect(line.match(/","/g)).toHaveLength(table.head.match(/","/g)?.length ?? 0);
  });
});
