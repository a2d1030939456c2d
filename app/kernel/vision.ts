import type { Box } from './geometry.ts';
import type { Mask } from './picture.ts';

/** Which model said it, and on what: kept beside every result. */
export interface ModelStamp {
  readonly id: string;
  readonly version: string;
  /** RuntimeId of models/runtime, e.g. 'onnxruntime' */
  readonly runtime: string;
  /** e.g. 'cpu', 'cuda' */
  readonly device: string;
}

export interface DetectedObject {
  /** COCO-80 label in English, e.g. 'person' */
  readonly label: string;
  /** 0–1 */
  readonly confidence: number;
  readonly box: Box;
}

export interface TextLine {
  readonly text: string;
  /** mean recognition confidence of its characters, 0–1 */
  readonly confidence: number;
  readonly box: Box;
}

export interface DetectedFace {
  readonly confidence: number;
  readonly box: Box;
}

/** A model's answer with the stamp of the model that gave it. */
export interface Opinion<T> {
  readonly model: ModelStamp;
  readonly value: T;
}

/** Product mask at the size of the picture that was asked about. */
export type ProductMask = Mask;
