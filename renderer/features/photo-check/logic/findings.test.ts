import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../app/photo-check/types.ts';
import { createFormat } from '../../../../app/kernel/format.ts';
import { createI18n, type Language } from '../../../i18n/index.ts';
import { findingText, listFindings, ruleSeverities, worstVerdict } from './findings.ts';
import { createWords, type Words } from './words.ts';

function wordsOf(language: Language): Words {
  const i18n = createI18n(language);
  const t = i18n.getFixedT(language, 'photos');
  return createWords((key, values) => t(key, { ...values }), createFormat(language), language, (id) => t(`rules:channels.${id}.short`));
}
const en = wordsOf('en');
const zh = wordsOf('zh-CN');

const source = { url: 'https://example.com', title: 'Rules', read: '2026-11-23', official: true };
const finding = (rule: Finding['rule'], measured: Finding['measured'], required: Finding['required'], severity: Finding['severity'] = 'fail'): Finding => ({
  rule, measured, required, severity, boxes: [], source, confidence: 0.87,
});
const share = (value: number, bound?: 'min' | 'max'): Finding['measured'] => ({ value, unit: 'share', ...(bound ? { bound } : {}) });

describe('a finding says what was measured and what is asked', () => {
  test.each<[Finding, string, string]>([
    [finding('fill-too-small', share(0.62), share(0.85, 'min')), 'Product fills 62% of the frame; Amazon requires at least 85%', '商品占画面62%；亚马逊要求至少85%'],
    [finding('fill-too-large', share(0.95), share(0.9, 'max'), 'warn'), 'Product fills 95% of the frame; Amazon advises at most 90%', '商品占画面95%；亚马逊建议不超过90%'],
    [
      finding('too-small', { value: 400, unit: 'pixels' }, { value: 1000, unit: 'pixels', bound: 'min' }),
      'Side of 400 px; Amazon requires at least 1,000 px',
      '边长400像素；亚马逊要求至少1,000像素',
    ],
    [
      finding('wrong-format', { value: ['webp', 'animated', '16-bit'], unit: 'format' }, { value: ['jpeg', 'png', 'gif'], unit: 'format', bound: 'one-of' }),
      'File is WEBP, animated and 16-bit; Amazon requires JPEG, PNG or GIF',
      '文件格式为WEBP、动画和16位；亚马逊要求JPEG、PNG或GIF',
    ],
    [
      finding('text-overlay', { value: ['SALE', '50%'], unit: 'text' }, { value: [], unit: 'text', bound: 'none' }),
      'Likely text over the picture: “SALE” and “50%”; Amazon allows none',
      '图上很可能叠加了文字：“SALE”和“50%”；亚马逊不允许',
    ],
    [
      finding('wrong-aspect', { value: 4 / 3, unit: 'ratio' }, { value: ['1:1'], unit: 'ratio', bound: 'one-of' }),
      'Width to height is 4:3; Amazon requires 1:1',
      '宽高比为4:3；亚马逊要求1:1',
    ],
    [
      finding('too-large', { value: '9000 × 8000', unit: 'size' }, { value: '64 MP', unit: 'size', bound: 'max' }),
      'Picture of 9,000 × 8,000 px; Amazon requires at most 64 MP',
      '图片为9,000×8,000像素；亚马逊要求不超过64百万像素',
    ],
    [
      finding('cropped', { value: ['top', 'left'], unit: 'edges' }, { value: [], unit: 'edges', bound: 'none' }),
      'Product runs into the edge (top and left); Amazon requires the whole product',
      '商品碰到画面边缘（上边和左边）；亚马逊要求完整展示商品',
    ],
    [
      finding('border', share(0.03), share(0.002, 'max')),
      'Likely a frame or bars, up to 3% of the side; Amazon allows none',
      '很可能带边框，最宽处占边长3%；亚马逊不允许',
    ],
    [
      finding('noise', { value: 9.42, unit: 'levels' }, { value: 6.5, unit: 'levels', bound: 'max' }, 'warn'),
      'Likely grainy: noise of 9.4 levels; Amazon advises at most 6.5 levels',
      '很可能噪点明显：噪声9.4级；亚马逊建议不超过6.5级',
    ],
    [
      finding('jpeg-artefacts', { value: 1.234, unit: 'levels' }, { value: 0.6, unit: 'levels', bound: 'max' }, 'warn'),
      'Compression likely shows: seams of 1.2 levels; Amazon advises at most 0.6 levels',
      '压缩痕迹很可能明显：接缝1.2级；亚马逊建议不超过0.6级',
    ],
    [
      finding('colour-cast', { value: ['yellow', '9.2'], unit: 'tint' }, { value: 6, unit: 'tint', bound: 'max' }, 'warn'),
      'Likely a colour cast: yellow, chroma 9.2; Amazon advises at most chroma 6',
      '很可能偏色：偏黄，色度9.2；亚马逊建议不超过色度6',
    ],
    [
      finding('colour-space', { value: ['16-bit', 'Display P3'], unit: 'colours' }, { value: 'sRGB', unit: 'colours', bound: 'one-of' }, 'warn'),
      'Colours are in 16-bit and Display P3; Amazon advises sRGB',
      '色彩为16位和Display P3；亚马逊建议sRGB',
    ],
    [
      finding('orientation', { value: 'left', unit: 'turn' }, { value: [], unit: 'turn', bound: 'none' }, 'warn'),
      'Shows on its left side where its EXIF note is ignored; Amazon advises turned pixels',
      'EXIF方向标记被忽略时会显示为向左侧倒；亚马逊建议直接旋转像素',
    ],
    [
      finding('low-resolution-upscaled', share(0.5), share(0.67, 'min'), 'warn'),
      'Likely enlarged: taken at 50% of this size; Amazon advises at least 67%',
      '很可能由小图放大：原尺寸只有现在的50%；亚马逊建议至少67%',
    ],
    [
      finding('extension-mismatch', { value: '', unit: 'format' }, { value: ['jpg', 'jpeg'], unit: 'format', bound: 'one-of' }),
      'Name ends in nothing; its content calls for JPG or JPEG',
      '文件名以空结尾；按内容应为JPG或JPEG',
    ],
  ])('%#', (found, english, chinese) => {
    expect(findingText(found, 'amazon-main', en)).toBe(english);
    expect(findingText(found, 'amazon-main', zh)).toBe(chinese);
  });

  test('rounding never makes measured and required look the same', () => {
    expect(findingText(finding('background-not-white', share(0.9796), share(0.98, 'min')), 'amazon-main', en)).toBe(
      '97.96% of the background is pure white; Amazon requires at least 98%',
    );
  });
});

describe('what is listed for a photo', () => {
  const warn = finding('blurry', share(0.1), share(0.7, 'min'), 'warn');
  const fail = finding('blurry', share(0.1), share(0.7, 'min'));
  const text = finding('text-overlay', share(0.1), share(0.7, 'min'));
  const channels = {
    'amazon-main': { verdict: 'fail' as const, pack: '2026-11-23', findings: [warn, text] },
    walmart: { verdict: 'fail' as const, pack: '2026-11-23', findings: [fail] },
  };

  test('for one channel its own findings, what fails first', () => {
    expect(listFindings(channels, 'amazon-main').map((one) => one.finding)).toEqual([text, warn]);
  });

  test('for all channels each rule once, in the words of the strictest, with who else says so', () => {
    expect(listFindings(channels, 'all')).toEqual([
      { finding: text, channel: 'amazon-main', also: [] },
      { finding: fail, channel: 'walmart', also: ['amazon-main'] },
    ]);
  });

  test('the worst verdict wins; nothing judged is no verdict', () => {
    expect(worstVerdict({ etsy: 'pass', jd: 'warn' }, 'all')).toBe('warn');
    expect(worstVerdict({ etsy: 'pass', jd: 'warn' }, 'etsy')).toBe('pass');
    expect(worstVerdict({}, 'all')).toBeNull();
  });

  test('a rule counts by the worst it can mean where the shop sells', () => {
    const info = (id: 'etsy' | 'jd', enabled: boolean, severity: 'warn' | 'fail') => ({
      id, name: null, enabled, pack: '2026-11-23', verified: true, upcoming: [], rules: [{ rule: 'blurry' as const, severity, official: true, url: '', read: '' }],
    });
    expect(ruleSeverities([info('etsy', true, 'warn'), info('jd', true, 'fail')], 'all').get('blurry')).toBe('fail');
    expect(ruleSeverities([info('etsy', true, 'warn'), info('jd', true, 'fail')], 'etsy').get('blurry')).toBe('warn');
    expect(ruleSeverities([info('etsy', true, 'warn'), info('jd', false, 'fail')], 'all').get('blurry')).toBe('warn');
  });
});
