import {
  analysisVersion,
  chooseCut,
  cutByModel,
  cutFromWhite,
  differenceHash,
  meanChroma,
  measure,
  needsModelMask,
  noCut,
  occupiedBox,
  productOf,
  surveyBackground,
  whereFacesMayBe,
  workingSide,
  type Cut,
  type ModelTask,
  type PhotoAnalysis,
  type PhotoError,
  type Survey,
} from '../../../app/photo-check/index.ts';
import { scaleBox, type Box } from '../../../app/kernel/geometry.ts';
import type { Picture } from '../../../app/kernel/picture.ts';
import { shrink } from '../../../app/kernel/resample.ts';
import { ok, type Result } from '../../../app/kernel/result.ts';
import type { DetectedFace, DetectedObject, Moderation, ModelStamp, Reading } from '../../../app/kernel/vision.ts';
import type { Answer, VisionModels } from '../../../models/vision.ts';
import { decodePhoto, readPhotoFile, resizePicture, writeDerivatives } from '../../media/index.ts';

export interface AnalysisTools {
  /** null = pixels only: every model's task is unavailable */
  readonly models: VisionModels | null;
  /** where thumbnails and overlays go; null = none are written */
  readonly derivativesDir: string | null;
  /** called when the pixels are there: from then on no decoder can hang */
  readonly onDecoded: () => void;
}

/** Asks models and keeps book: who answered, who could not, how long each stage took. */
class Ledger {
  readonly stamps: ModelStamp[] = [];
  readonly unavailable: ModelTask[] = [];
  readonly timings: Record<string, number> = {};

  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.timings[stage] = (this.timings[stage] ?? 0) + performance.now() - start;
    return result;
  }

  /** The model's word, or null (and the task noted as unavailable) where it has none. */
  async ask<T>(task: ModelTask, answer: () => Answer<T> | null): Promise<T | null> {
    const opinion = await this.time(task, answer);
    if (!opinion?.ok) {
      this.unavailable.push(task);
      return null;
    }
    const { model } = opinion.value;
    if (!this.stamps.some(({ id }) => id === model.id)) this.stamps.push(model);
    return opinion.value.value;
  }
}

/** Lettering that matters is read at this size; larger costs time and finds the small print of packages. */
const readingSide = 832;

interface Answers {
  readonly reading: Reading;
  readonly objects: readonly DetectedObject[];
  readonly faces: readonly DetectedFace[];
  readonly embedding: Float32Array<ArrayBuffer> | null;
  readonly moderation: Moderation | null;
}

const scaled = <T extends { readonly box: Box }>(found: readonly T[], factor: number): readonly T[] =>
  found.map((one) => ({ ...one, box: scaleBox(one.box, factor) }));

/** What the models see; boxes in pixels of `picture`. */
async function askModels(picture: Picture, working: Picture, factor: number, survey: Survey, models: VisionModels | null, ledger: Ledger): Promise<Answers> {
  const copy = models === null ? { picture: working, scale: factor } : await ledger.time('shrink', () => resizePicture(picture, readingSide));
  const occupied = scaleBox(occupiedBox(survey), factor / copy.scale);
  const read = await ledger.ask('text', () => models?.readText(copy.picture, occupied) ?? null);
  const objects = (await ledger.ask('objects', () => models?.detectObjects(working) ?? null)) ?? [];
  const parts = whereFacesMayBe(working, objects);
  // small faces are found on the larger of the two copies
  const enlarged = parts?.map((part) => scaleBox(part, factor / copy.scale));
  const faces = enlarged ? await ledger.ask('faces', () => models?.detectFaces(copy.picture, enlarged) ?? null) : [];
  const embedding = await ledger.ask('embedding', () => models?.embed(working) ?? null);
  const moderation = await ledger.ask('moderation', () => models?.moderate(working) ?? null);
  return {
    reading: { lines: scaled(read?.lines ?? [], copy.scale), unread: scaled(read?.unread ?? [], copy.scale) },
    objects: scaled(objects, factor),
    faces: scaled(faces ?? [], copy.scale),
    embedding: embedding && new Float32Array(embedding),
    moderation,
  };
}

async function cutProduct(working: Picture, survey: Survey, textBoxes: readonly Box[], models: VisionModels | null, ledger: Ledger): Promise<Cut> {
  const fromWhite = survey.whitish ? await ledger.time('cut', () => cutFromWhite(survey, textBoxes)) : null;
  if (!needsModelMask(survey, fromWhite)) return fromWhite ?? noCut(working.width, working.height);
  const mask = await ledger.ask('mask', () => models?.productMask(working) ?? null);
  return chooseCut(fromWhite, mask && cutByModel(mask, survey), noCut(working.width, working.height));
}

/** An analysis with the pixels it was made of. */
export interface Examined {
  readonly analysis: PhotoAnalysis;
  readonly picture: Picture;
  readonly working: Picture;
  /** pixels of `picture` in one of `working` */
  readonly factor: number;
  readonly survey: Survey;
  readonly cut: Cut;
}

/**
 * One file's whole way from bytes to measures: read, decode once, ask the models on a small copy, measure
 * whiteness and sharpness on every pixel. Errors are values that name the file.
 */
export async function examinePhoto(file: string, { models, derivativesDir, onDecoded }: AnalysisTools): Promise<Result<Examined, PhotoError>> {
  const ledger = new Ledger();
  const bytes = await ledger.time('read', () => readPhotoFile(file));
  if (!bytes.ok) return bytes;
  const decoded = await ledger.time('decode', () => decodePhoto(file, bytes.value));
  onDecoded();
  if (!decoded.ok) return decoded;
  const { photo, picture, pixelSha256 } = decoded.value;
  const { picture: working, factor } = await ledger.time('shrink', () => shrink(picture, workingSide));
  const survey = await ledger.time('survey', () => surveyBackground(working));
  const { reading, objects, faces, embedding, moderation } = await askModels(picture, working, factor, survey, models, ledger);
  const cut = await cutProduct(working, survey, reading.lines.map(({ box }) => scaleBox(box, 1 / factor)), models, ledger);
  const { measures, offWhite } = await ledger.time('measure', () =>
    measure({ picture, working, factor, survey, cut, reading, objects, faces, moderation }),
  );
  const box = measures.productBox && scaleBox(measures.productBox, 1 / factor);
  const dhash = differenceHash(working) + (box ? differenceHash(working, box) + meanChroma(working, box) : '');
  if (derivativesDir !== null) {
    const product = productOf(cut);
    const written = await ledger.time('derivatives', () => writeDerivatives(derivativesDir, { file, sha256: photo.sha256, picture, small: working, product, offWhite }));
    if (!written.ok) return written;
  }
  const { stamps, unavailable, timings } = ledger;
  const analysis = { analysisVersion, photo, measures, models: stamps, dhash, pixelSha256, embedding, unavailable, timings };
  return ok({ analysis, picture, working, factor, survey, cut });
}

/** The same without the pixels: what a check keeps. */
export async function analysePhoto(file: string, tools: AnalysisTools): Promise<Result<PhotoAnalysis, PhotoError>> {
  const examined = await examinePhoto(file, tools);
  return examined.ok ? ok(examined.value.analysis) : examined;
}
