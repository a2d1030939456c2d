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

/** Where writing was found, whether or not it could be read. */
export interface TextRegion {
  readonly box: Box;
  /** slope of the line in radians: 0 = level, positive = falling to the right */
  readonly angle: number;
  /** how sure the detector is that it is writing, 0–1 */
  readonly detection: number;
}

export interface TextLine extends TextRegion {
  readonly text: string;
  /** mean recognition confidence of its characters, 0–1 */
  readonly confidence: number;
}

/** What stands written in a picture. */
export interface Reading {
  readonly lines: readonly TextLine[];
  /** writing whose characters the reader does not know, or that is too faint for it */
  readonly unread: readonly TextRegion[];
}

/** Probability of each class of the moderation model; they sum to 1. */
export interface Moderation {
  readonly drawing: number;
  readonly hentai: number;
  readonly neutral: number;
  readonly porn: number;
  readonly sexy: number;
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
