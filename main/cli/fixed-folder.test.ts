import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../store/test-store.ts';
import { openFixedFolder } from './fixed-folder.ts';

/** Makes one copy with these bytes, as a run of `--fix` does. */
async function run(root: string, bytes: string, name = 'ebay/mug.jpg'): Promise<boolean> {
  const folder = await openFixedFolder(root);
  const target = join(root, name);
  const draft = folder.draftFor(target);
  mkdirSync(dirname(draft), { recursive: true });
  writeFileSync(draft, bytes);
  const put = await folder.put(target, createHash('sha256').update(bytes).digest('hex'));
  await folder.close();
  return put;
}

it('replaces its own copies, and leaves nothing of the making behind', async () => {
  const root = testFolder();
  expect([await run(root, 'first'), await run(root, 'first'), await run(root, 'other')]).toEqual([true, true, true]);
  expect(readFileSync(join(root, 'ebay/mug.jpg'), 'utf8')).toBe('other');
  expect(readdirSync(root).toSorted()).toEqual(['.vitrine-fixed.jsonl', 'ebay']);
  expect(readdirSync(join(root, 'ebay'))).toEqual(['mug.jpg']);
});

it('never replaces a file that somebody else put there, changed, or linked to', async () => {
  const root = testFolder();
  mkdirSync(join(root, 'ebay'));
  writeFileSync(join(root, 'ebay/mug.jpg'), 'mine!');
  writeFileSync(join(root, 'original.jpg'), 'original');
  symlinkSync(join(root, 'original.jpg'), join(root, 'ebay/linked.jpg'));
  expect(await run(root, 'other')).toBe(false);
  expect(await run(root, 'mine!')).toBe(true);
  expect(await run(root, 'other')).toBe(false);
  expect(await run(root, 'other', 'ebay/linked.jpg')).toBe(false);
  expect(await run(root, 'copy', 'ebay/lamp.jpg')).toBe(true);
  writeFileSync(join(root, 'ebay/lamp.jpg'), 'retouched');
  expect(await run(root, 'copy', 'ebay/lamp.jpg')).toBe(false);
  expect(['ebay/mug.jpg', 'ebay/lamp.jpg', 'original.jpg'].map((name) => readFileSync(join(root, name), 'utf8'))).toEqual(['mine!', 'retouched', 'original']);
});

it('goes on with a list whose last line was cut off', async () => {
  const root = testFolder();
  await run(root, 'first');
  writeFileSync(join(root, '.vitrine-fixed.jsonl'), '\n{"path":"ebay/', { flag: 'a' });
  expect(await run(root, 'other')).toBe(true);
  expect(await run(root, 'third')).toBe(true);
});
