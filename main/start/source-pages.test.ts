import { describe, expect, it } from 'vitest';
import { channelPacks } from '../../app/photo-check/index.ts';
import { isSourcePage, openSourcePage } from './source-pages.ts';

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

describe('a link', () => {
  const own = 'https://shop.example.com/rules';
  async function follow(address: string, answer = true): Promise<{ opened: string[]; asked: string[] }> {
    const opened: string[] = [];
    const asked: string[] = [];
    const confirm = (one: string): Promise<boolean> => {
      asked.push(one);
      return Promise.resolve(answer);
    };
    await openSourcePage(address, { ownPages: () => Promise.resolve([own, '']), confirm, open: (one) => opened.push(one) });
    return { opened, asked };
  }

  it('of the console opens at once', async () => {
    expect(await follow(known)).toEqual({ opened: [known], asked: [] });
  });

  it('of a pack of the shop opens when the person says yes', async () => {
    expect(await follow(own)).toEqual({ opened: [own], asked: [own] });
    expect(await follow(own, false)).toEqual({ opened: [], asked: [own] });
  });

  it.each([`${own}?card=4012888888881881`, 'https://example.com/', 'javascript:alert(1)', 'file:///etc/passwd', ''])('to %s neither asks nor opens', async (address) => {
    expect(await follow(address)).toEqual({ opened: [], asked: [] });
  });
});
