import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

const en = createFormat('en');
const zh = createFormat('zh-CN');
const at = new Date(2026, 10, 23, 14, 5).getTime();

test('dates are written as each language writes them, in 24 hours', () => {
  expect(en.dateTime(at)).toBe('23 Nov 2026, 14:05');
  expect(zh.dateTime(at)).toBe('2026年11月23日 14:05');
  expect(zh.weekday(at)).toBe('2026年11月23日星期一');
  expect(zh.date('2027-01-31T12:00:00')).toBe('2027年1月31日');
});

test('durations show the two largest units', () => {
  expect(en.duration(221_000)).toBe('3m 41s');
  expect(zh.duration(221_000)).toBe('3分钟41秒');
  expect(en.duration(3_600_000)).toBe('1h');
  expect(en.duration(5_025_000)).toBe('1h 23m');
  expect(en.duration(200)).toBe('1s');
});

test('bytes step by 1,024', () => {
  expect(en.bytes(0)).toBe('0 byte');
  expect(en.bytes(1536)).toBe('1.5 kB');
  expect(en.bytes(5 * 1024 ** 2)).toBe('5 MB');
  expect(en.bytes(213_000_000_000)).toBe('198 GB');
});

test('numbers, shares and milliseconds', () => {
  expect([en.money(14.5, 'GBP'), en.money(1200, 'JPY'), en.money(14.5, 'points')]).toEqual(['£14.50', 'JP¥1,200', '14.5 points']);
  expect(zh.money(14.5, 'CNY')).toBe('¥14.50');
  expect(en.number(1240)).toBe('1,240');
  expect(en.percent(0.853)).toBe('85.3%');
  expect(en.milliseconds(4.94)).toBe('4.9 ms');
  expect(en.milliseconds(286.4)).toBe('286 ms');
});

test('a moment ago, an hour ago, and the date after a week', () => {
  expect(en.ago(at - 30_000, at)).toBe('this minute');
  expect(en.ago(at - 2 * 3_600_000, at)).toBe('2 hours ago');
  expect(zh.ago(at - 2 * 3_600_000, at)).toBe('2小时前');
  expect(en.ago(at - 9 * 86_400_000, at)).toBe('14 Nov 2026');
});

test('lists', () => {
  expect(en.list(['Amazon', 'eBay', 'Etsy'])).toBe('Amazon, eBay and Etsy');
  expect(zh.list(['亚马逊', '京东', '拼多多'])).toBe('亚马逊、京东和拼多多');
});

test('versions of packs are days, and which one of the day', () => {
  expect(en.packVersion('2026-11-23')).toBe('23 Nov 2026');
  expect(en.packVersion('2026-11-23.2')).toBe('23 Nov 2026 (2)');
  expect(zh.packVersion('2026-11-23.2')).toBe('2026年11月23日（2）');
});
