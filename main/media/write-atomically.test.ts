import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../store/test-store.ts';
import { writeAtomically } from './write-atomically.ts';

it('puts whole files in the place of others, and leaves nothing where it cannot', async () => {
  const root = testFolder();
  writeFileSync(join(root, 'a'), 'older');
  await writeAtomically(join(root, 'a'), Buffer.from('newer'));
  await writeAtomically(join(root, 'b'), '文字');
  mkdirSync(join(root, 'c'));
  await expect(writeAtomically(join(root, 'c'), 'x')).rejects.toThrow(/EISDIR|EPERM|EEXIST|ENOTEMPTY/);
  expect(['a', 'b'].map((name) => readFileSync(join(root, name), 'utf8'))).toEqual(['newer', '文字']);
  expect(readdirSync(root).toSorted()).toEqual(['a', 'b', 'c']);
});
