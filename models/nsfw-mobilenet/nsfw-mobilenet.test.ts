import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
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

it('reads the classes in the order of the network: those of its golden vector', () => {
  const Golden = z.object({ outputs: z.array(z.object({ name: z.string(), samples: z.array(z.tuple([z.number(), z.number()])) })) });
  const { outputs } = Golden.parse(JSON.parse(readFileSync(new URL('./golden.json', import.meta.url), 'utf8')));
  const known = outputs.find(({ name }) => name === 'Identity')!.samples.map(([, probability]) => probability);
  const scores = moderationScores({ Identity: { type: 'float32', dims: [1, 5], data: Float32Array.from(known) } });
  const [drawing, hentai, neutral, porn, sexy] = known;
  expect(Object.entries(scores).map(([name, score]) => [name, score.toFixed(5)])).toEqual(
    Object.entries({ drawing, hentai, neutral, porn, sexy }).map(([name, score]) => [name, score!.toFixed(5)]),
  );
});
