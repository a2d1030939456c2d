import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openModelStore } from '../index.ts';
import { drawn, vase } from '../testing/pictures.ts';
import { moderationScores, nsfwMobilenetInput, pictureEmbedding } from './nsfw-mobilenet.ts';

it('calls a vase decent: drawing or neutral, in probabilities that sum to 1', async () => {
  const cacheDir = mkdtempSync(path.join(os.tmpdir(), 'moderation-'));
  const store = openModelStore({ cacheDir, threads: 1 });
  const model = await store.open('nsfw-mobilenet');
  if (!model.ok) throw new Error(model.error.detail);
  const outputs = await model.value.run(nsfwMobilenetInput(await drawn(vase, 700, 800)));
  await store.close();
  rmSync(cacheDir, { recursive: true, force: true });
  if (!outputs.ok) throw new Error(outputs.error.detail);

  const scores = moderationScores(outputs.value);
  expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 4);
  expect(scores.drawing + scores.neutral).toBeGreaterThan(0.9);
  expect(pictureEmbedding(outputs.value)).toHaveLength(1792);
});
