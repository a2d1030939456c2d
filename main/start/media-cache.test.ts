import { describe, expect, it } from 'vitest';
import { MediaCache } from './media-cache.ts';
import type { MediaAddress } from './media-address.ts';

function counting(capacity: number) {
  const asked: string[] = [];
  const cache = new MediaCache(async ({ id, variant }) => {
    asked.push(`${id}/${variant}`);
    return id === 'missing' ? null : { path: `/${id}.${variant}`, mime: 'image/webp' };
  }, capacity);
  const find = (id: string, variant: MediaAddress['variant'] = 'thumb') => cache.find({ kind: 'photo', id, variant });
  return { asked, cache, find };
}

describe('MediaCache', () => {
  it('asks once for a picture', async () => {
    const { asked, find } = counting(10);
    await find('a');
    expect(await find('a')).toEqual({ path: '/a.thumb', mime: 'image/webp' });
    await find('a', 'mask');
    expect(asked).toEqual(['a/thumb', 'a/mask']);
  });

  it('drops the photo that was not used for longest', async () => {
    const { asked, find } = counting(2);
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await find(id);
    expect(asked).toEqual(['a/thumb', 'b/thumb', 'c/thumb', 'b/thumb']);
  });

  it('forgets all variants of a photo that changed', async () => {
    const { asked, cache, find } = counting(10);
    await find('a');
    await find('a', 'mask');
    await find('b');
    cache.forget(['a']);
    await find('a', 'mask');
    await find('b');
    expect(asked).toEqual(['a/thumb', 'a/mask', 'b/thumb', 'a/mask']);
    cache.forget(null);
    await find('b');
    expect(asked).toHaveLength(5);
  });

  it('asks again for what was not there yet', async () => {
    const { asked, find } = counting(10);
    await find('missing');
    await find('missing');
    expect(asked).toHaveLength(2);
  });
});
