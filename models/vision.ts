import type { Result } from '../app/kernel/result.ts';
import type { Box } from '../app/kernel/geometry.ts';
import type { Picture } from '../app/kernel/picture.ts';
import type { DetectedFace, DetectedObject, Moderation, Opinion, ProductMask, Reading } from '../app/kernel/vision.ts';

/** Why a model cannot answer; the feature shows it and goes on without. */
export interface ModelFailure {
  readonly code: 'model-missing' | 'model-truncated' | 'model-tampered' | 'golden-mismatch' | 'runtime-unavailable' | 'inference-failed';
  readonly model: string;
  /** names the file and the cause; for "copy details" and the command line */
  readonly detail: string;
}

export type Answer<T> = Promise<Result<Opinion<T>, ModelFailure>>;

/**
 * The questions that features ask of pictures. Boxes and masks come back in pixels of the picture that was
 * passed. A model is verified (hash, golden vector) and loaded on its first question; a failure is remembered
 * and answered at once after that.
 */
export interface VisionModels {
  /** u2netp: salient object; mask at the picture's own size, 0–255 */
  productMask(picture: Picture): Answer<ProductMask>;
  /** centernet: COCO-80 objects with confidence ≥ minConfidence (default .35) */
  detectObjects(picture: Picture, minConfidence?: number): Answer<readonly DetectedObject[]>;
  /**
   * PP-OCR detection + recognition: lines with mean confidence ≥ .6, and where there is writing that it cannot read; in
   * the whole picture or where the caller knows that all of it outside `region` is empty. Time goes with the region's area.
   */
  readText(picture: Picture, region?: Box): Answer<Reading>;
  /** blazeface: in the whole picture and in `parts` of it, by default its quarters where it is large */
  detectFaces(picture: Picture, parts?: readonly Box[]): Answer<readonly DetectedFace[]>;
  /** 1792-d L2-normalised embedding: cosine = dot product */
  embed(picture: Picture): Answer<Float32Array>;
  /** nsfw-mobilenet's classes; costs nothing where `embed` was asked about the same picture, and the other way round */
  moderate(picture: Picture): Answer<Moderation>;
  close(): Promise<void>;
}
