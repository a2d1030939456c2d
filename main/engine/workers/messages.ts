import type { Result } from '../../../app/kernel/result.ts';
import type { RuntimeId } from '../../../models/index.ts';
import type { PhotoAnalysis, PhotoError } from '../../../app/photo-check/index.ts';
import type { FixOrder, FixReport } from './fix-photo.ts';

/** Models that a person prefers to run elsewhere: model id → runtime id. */
export type ModelPreferences = Readonly<Record<string, RuntimeId | null>>;

export interface PhotoWorkerData {
  readonly cacheDir: string;
  readonly derivativesDir: string | null;
  readonly modelPreferences: ModelPreferences;
  /** false = pixels only */
  readonly models: boolean;
  /** threads each model may use in this worker */
  readonly modelThreads: number;
}

export interface PhotoWorkerRequest {
  readonly file: string;
  /** null = the photo is only looked at */
  readonly fix: FixOrder | null;
}

export type PhotoWorkerReply =
  /** the worker has loaded its program and turns to the photo */
  | { readonly kind: 'started' }
  | { readonly kind: 'decoded' }
  | { readonly kind: 'done'; readonly result: Result<PhotoAnalysis | FixReport, PhotoError> };
