import { area, type Box } from '../app/kernel/geometry.ts';
import type { Picture } from '../app/kernel/picture.ts';
import { ok, type Result } from '../app/kernel/result.ts';
import type { DetectedFace, Reading, TextLine, TextRegion } from '../app/kernel/vision.ts';
import { blazefaceFaces, blazefaceInput, faceViews, mergeFaces } from './blazeface/blazeface.ts';
import { centernetInput, centernetObjects } from './centernet/centernet.ts';
import { readKeys } from './files/weights.ts';
import type { FileVerifier } from './files/verify.ts';
import { uprightBox } from './image/rotated-box.ts';
import type { ModelStore, OpenModel } from './model-store.ts';
import { moderationScores, nsfwMobilenetInput, pictureEmbedding } from './nsfw-mobilenet/nsfw-mobilenet.ts';
import { ppOcrDetInput, ppOcrDetLines, textView } from './pp-ocr-det/pp-ocr-det.ts';
import { characterSet, type DecodedText } from './pp-ocr-rec/ctc.ts';
import { ppOcrRecBatches, ppOcrRecTexts } from './pp-ocr-rec/pp-ocr-rec.ts';
import type { Tensors } from './tensor/tensor.ts';
import { u2netpInput, u2netpMask } from './u2netp/u2netp.ts';
import type { Answer, ModelFailure, VisionModels } from './vision.ts';

/** A threshold of the manifest; a missing one is a bug of the manifest. */
function threshold(model: OpenModel, name: string): number {
  const value = model.entry.thresholds[name];
  if (value === undefined) throw new Error(`${model.entry.id} has no threshold "${name}"`);
  return value;
}

/** The questions that features ask, answered by the bundled models. */
export function visionModels(store: ModelStore, verifier: FileVerifier): VisionModels {
  let characters: Promise<Result<string[], ModelFailure>> | undefined;
  const characterList = (): Promise<Result<string[], ModelFailure>> => {
    characters ??= readKeys(store.entry('pp-ocr-rec'), verifier).then((keys) =>
      keys.ok ? ok(characterSet(keys.value)) : keys,
    );
    return characters;
  };

  /** One model, one inference: open, ask, decode. */
  async function ask<T>(
    id: string,
    input: () => Tensors,
    decode: (outputs: Tensors, model: OpenModel) => T,
  ): Answer<T> {
    const model = await store.open(id);
    if (!model.ok) return model;
    const outputs = await model.value.run(input());
    return outputs.ok ? ok({ model: model.value.stamp, value: decode(outputs.value, model.value) }) : outputs;
  }

  async function readText(picture: Picture, region?: Box): Answer<Reading> {
    const recogniser = await store.open('pp-ocr-rec');
    if (region !== undefined && area(region) === 0) return recogniser.ok ? ok({ model: recogniser.value.stamp, value: { lines: [], unread: [] } }) : recogniser;
    const view = textView(picture, region);
    const lines = await ask(
      'pp-ocr-det',
      () => ppOcrDetInput(view),
      (outputs, model) =>
        ppOcrDetLines(outputs, view, {
          pixel: threshold(model, 'pixel'),
          box: threshold(model, 'box'),
          unclip: threshold(model, 'unclip'),
        }),
    );
    if (!lines.ok) return lines;
    if (!recogniser.ok) return recogniser;
    const known = await characterList();
    if (!known.ok) return known;
    const best = new Map<number, DecodedText>();
    for (const batch of ppOcrRecBatches(picture, lines.value.value)) {
      const outputs = await recogniser.value.run(batch.inputs);
      if (!outputs.ok) return outputs;
      for (const [index, decoded] of ppOcrRecTexts(outputs.value, batch.lines.length, known.value).entries()) {
        const line = batch.lines[index]!;
        if (decoded.confidence > (best.get(line)?.confidence ?? 0)) best.set(line, decoded);
      }
    }
    const least = threshold(recogniser.value, 'confidence');
    const read: TextLine[] = [];
    const unread: TextRegion[] = [];
    for (const [line, found] of lines.value.value.entries()) {
      const decoded = best.get(line);
      const region: TextRegion = { box: uprightBox(found, picture), angle: found.angle, detection: found.detection };
      if (decoded !== undefined && decoded.text !== '' && decoded.confidence >= least) read.push({ ...decoded, ...region });
      else unread.push(region);
    }
    return ok({ model: recogniser.value.stamp, value: { lines: read, unread } });
  }

  async function detectFaces(picture: Picture, parts?: readonly Box[]): Answer<readonly DetectedFace[]> {
    const model = await store.open('blazeface');
    if (!model.ok) return model;
    const faces: DetectedFace[] = [];
    for (const view of faceViews(picture, parts)) {
      const outputs = await model.value.run(blazefaceInput(view));
      if (!outputs.ok) return outputs;
      faces.push(...blazefaceFaces(outputs.value, view, threshold(model.value, 'confidence')));
    }
    return ok({ model: model.value.stamp, value: mergeFaces(faces, threshold(model.value, 'overlap')) });
  }

  /** Embedding and moderation are two ends of one network: whoever asks second finds the pass made. */
  const passes = new WeakMap<Picture, ReturnType<typeof passThrough>>();
  const passThrough = (picture: Picture): Answer<Tensors> => ask('nsfw-mobilenet', () => nsfwMobilenetInput(picture), (outputs) => outputs);
  async function sharedPass<T>(picture: Picture, decode: (outputs: Tensors) => T): Answer<T> {
    const pass = passes.get(picture) ?? passThrough(picture);
    passes.set(picture, pass);
    const outputs = await pass;
    return outputs.ok ? ok({ model: outputs.value.model, value: decode(outputs.value.value) }) : outputs;
  }

  return {
    productMask: (picture) =>
      ask(
        'u2netp',
        () => u2netpInput(picture),
        (outputs) => u2netpMask(outputs, picture.width, picture.height),
      ),
    detectObjects: (picture, minConfidence) =>
      ask(
        'centernet',
        () => centernetInput(picture),
        (outputs, model) =>
          centernetObjects(outputs, picture, {
            confidence: minConfidence ?? threshold(model, 'confidence'),
            overlap: threshold(model, 'overlap'),
          }),
      ),
    readText,
    detectFaces,
    embed: (picture) => sharedPass(picture, pictureEmbedding),
    moderate: (picture) => sharedPass(picture, moderationScores),
    close: () => store.close(),
  };
}
