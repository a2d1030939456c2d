import type { Picture } from '../../app/kernel/picture.ts';
import type { Moderation } from '../../app/kernel/vision.ts';
import { packNhwc } from '../image/pack.ts';
import { resizePicture } from '../image/resize.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';

const side = 224;

/** The manifest's name for the layer before the classifier. */
const features =
  'StatefulPartitionedCall/sequential/keras_layer/StatefulPartitionedCall/StatefulPartitionedCall/' +
  'StatefulPartitionedCall/predict/feature_vector/SpatialSqueeze';

/** 224 × 224 RGB / 255, aspect not kept. */
export const nsfwMobilenetInput = (picture: Picture): Tensors => ({
  input: packNhwc(resizePicture(picture, side, side), 1 / 255, 0),
});

/** The 1792 features before the classifier, scaled to length 1: cosine similarity is then the dot product. */
export function pictureEmbedding(outputs: Tensors): Float32Array {
  const raw = floats(outputs, features);
  const length = Math.hypot(...raw);
  return length === 0 ? raw : raw.map((value) => value / length);
}

/** Probability of each class, in the order the network gives them. */
export function moderationScores(outputs: Tensors): Moderation {
  const scores = floats(outputs, 'Identity');
  const [drawing = 0, hentai = 0, neutral = 0, porn = 0, sexy = 0] = scores;
  return { drawing, hentai, neutral, porn, sexy };
}
