import { describe, expect, it } from 'vitest';
import { builtInChannelIds, ChannelChoice, ChannelId, ChannelName, inChannelOrder } from './types.ts';

describe('a channel', () => {
  it.each([...builtInChannelIds, 'my-shop', '1688', 'a'.repeat(40)])('may be called %s', (id) => {
    expect(ChannelId.safeParse(id).success).toBe(true);
  });

  it.each(['', 'all', 'constructor', 'My shop', '-shop', 'shop_1', 'a'.repeat(41), 'shop/../x', '我的店'])('may not be called "%s"', (id) => {
    expect(ChannelId.safeParse(id).success).toBe(false);
  });

  it('is chosen by its id, or all of them at once', () => {
    expect(ChannelChoice.parse('all')).toBe('all');
    expect(ChannelChoice.parse('my-shop')).toBe('my-shop');
    expect(ChannelChoice.safeParse('no such').success).toBe(false);
  });

  it('of the console comes before those of the shop', () => {
    expect(inChannelOrder(['zoo', 'jd', 'art', 'amazon-main'])).toEqual(['amazon-main', 'jd', 'art', 'zoo']);
  });

  it('of the shop has one name, or one for each language', () => {
    expect(ChannelName.parse(' My shop ')).toBe('My shop');
    expect(ChannelName.parse({ en: 'My shop', 'zh-CN': '我的店' })).toEqual({ en: 'My shop', 'zh-CN': '我的店' });
    expect(ChannelName.safeParse({ en: 'My shop' }).success).toBe(false);
    expect(ChannelName.safeParse('').success).toBe(false);
  });
});
