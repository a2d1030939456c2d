import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../store/test-store.ts';
import { copyInto, exportNames } from './copies.ts';

describe('names in one folder', () => {
  it('are the photos\' own where they are free, and numbered where not, whatever their case', () => {
    const photos = ['mug.jpg', 'Mug.JPG', 'mug.jpg', 'mug-2.jpg', '茶盅.jpg', 'con.jpg', 'a/b:c?.png', '...'].map((name, n) => ({ id: String(n), name }));
    expect([...exportNames(photos).values()]).toEqual(['mug.jpg', 'Mug-2.JPG', 'mug-3.jpg', 'mug-2-2.jpg', '茶盅.jpg', '_con.jpg', 'a_b_c_.png', '_.']);
  });

  it('differ without their endings where one may become a JPEG', () => {
    const photos = ['mug.png', 'mug.jpg', 'lamp.jpg'].map((name) => ({ id: name, name }));
    expect([...exportNames(photos, 'stem').values()]).toEqual(['mug.png', 'mug-2.jpg', 'lamp.jpg']);
    expect([...exportNames(photos).values()]).toEqual(['mug.png', 'mug.jpg', 'lamp.jpg']);
  });

  it('are never the same, and never lead out of the folder', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 30 }), (some) => {
      const names = [...exportNames(some.map((name, n) => ({ id: String(n), name }))).values()];
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(some.length);
      expect(names.every((name) => name !== '' && name !== '.' && name !== '..' && !/[/\\]/.test(name))).toBe(true);
    }));
  });
});

describe('a copy', () => {
  it('is the same bytes, of its own, and leaves nothing beside it', async () => {
    const root = testFolder();
    writeFileSync(join(root, 'a.jpg'), 'picture');
    expect(await copyInto(join(root, 'out/ebay'), join(root, 'a.jpg'), 'a.jpg')).toBe(true);
    writeFileSync(join(root, 'a.jpg'), 'changed later');
    expect(readFileSync(join(root, 'out/ebay/a.jpg'), 'utf8')).toBe('picture');
    expect(statSync(join(root, 'out/ebay/a.jpg')).nlink).toBe(1);
    expect(readdirSync(join(root, 'out/ebay'))).toEqual(['a.jpg']);
  });

  it('is made once by a job that is taken up again, and never in the place of another file', async () => {
    const root = testFolder();
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'a.jpg'), 'picture');
    writeFileSync(join(root, 'out/b.jpg'), 'somebody else\'s');
    expect(await copyInto(join(root, 'out'), join(root, 'a.jpg'), 'a.jpg')).toBe(true);
    expect(await copyInto(join(root, 'out'), join(root, 'a.jpg'), 'a.jpg')).toBe(true);
    expect(await copyInto(join(root, 'out'), join(root, 'a.jpg'), 'b.jpg')).toBe(false);
    expect(readFileSync(join(root, 'out/b.jpg'), 'utf8')).toBe('somebody else\'s');
    await expect(copyInto(join(root, 'out'), join(root, 'gone.jpg'), 'c.jpg')).rejects.toThrow(/ENOENT/);
    expect(readdirSync(join(root, 'out')).toSorted()).toEqual(['a.jpg', 'b.jpg']);
  });
});
