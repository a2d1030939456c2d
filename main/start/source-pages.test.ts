import { describe, expect, it } from 'vitest';
import { channelPacks } from '../../app/photo-check/index.ts';
import { isSourcePage } from './source-pages.ts';

const known = channelPacks['amazon-main'].requirements[0]?.source.url ?? '';

describe('pages that may open in the browser', () => {
  it('are the ones that the packs name', () => {
    expect(known).toMatch(/^https:/);
    expect(isSourcePage(known)).toBe(true);
  });

  it.each([`${known}?card=4012888888881881`, `${known}#note`, 'https://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', ''])('are not %s', (address) => {
    expect(isSourcePage(address)).toBe(false);
  });
});
