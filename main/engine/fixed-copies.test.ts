import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { addPhoto, sha, testAnalysis, testFolder, testStore } from '../store/test-store.ts';
import { createFixedCopies } from './fixed-copies.ts';
import { openLog } from './log.ts';
import { writtenFoldersIn } from './written-folders.ts';

it('writes accepted copies into a folder of their own, which is none of the shop’s, and over nothing', async () => {
  const { store } = await testStore();
  const names = { thumb: 't', preview: 'p', mask: 'm', 'off-white': 'o' };
  const folder = testFolder();
  const copies = createFixedCopies({ store, folder, derivatives: async () => ({ folder: (sha256) => join(folder, sha256), names }), log: openLog(testFolder(), () => 1), now: () => 9 });
  const id = addPhoto(store, 'mug.png');
  store.analyses.put(id, testAnalysis(sha(1)), 2);
  const file = { name: copies.nameFor(id, 'ebay', 'copy'), sha256: sha(9), bytes: 6, width: 9, height: 9 };
  mkdirSync(dirname(copies.pathOf(file.name)), { recursive: true });
  writeFileSync(copies.pathOf(file.name), 'mended');
  store.fixes.put({ id: 'copy', photoId: id, channel: 'ebay', jobId: 'j', sourceSha256: sha(1), file, plan: { fixable: 'yes', steps: [], unfixable: [] }, outcome: null, models: [], madeBy: 'owner', madeAt: 3 });
  store.fixEvents.accept(['copy'], { actor: 'owner', at: 4 });

  const chosen = testFolder();
  mkdirSync(join(chosen, 'ebay'));
  writeFileSync(join(chosen, 'ebay/mug.jpg'), 'an original');
  const first = await copies.exportTo(chosen, null);
  const second = await copies.exportTo(chosen, ['copy']);
  for (const done of [first, second]) {
    expect(done).toMatchObject({ written: 1, stale: 0, failed: 0 });
    expect(readFileSync(join(done.folder, 'ebay/mug.jpg'), 'utf8')).toBe('mended');
  }
  expect(await writtenFoldersIn(store, chosen)).toEqual([first.folder, second.folder]);
  expect(readFileSync(join(chosen, 'ebay/mug.jpg'), 'utf8')).toBe('an original');
  expect(await copies.exportTo(join(chosen, 'gone'), null)).toEqual({ folder: join(chosen, 'gone'), written: 0, stale: 0, failed: 1 });
  expect(await copies.exportTo(chosen, [])).toEqual({ folder: chosen, written: 0, stale: 0, failed: 0 });
});
