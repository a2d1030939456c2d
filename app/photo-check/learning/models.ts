import type { ModelStamp } from '../../kernel/vision.ts';
import type { ModelTask, RuleId } from '../types.ts';

/** What each rule asks of models; a rule that is not here reads the file or the pixels alone. */
const tasksOf: Readonly<Partial<Record<RuleId, ModelTask>>> = {
  'background-not-white': 'mask',
  'fill-too-small': 'mask',
  'fill-too-large': 'mask',
  'text-overlay': 'text',
  watermark: 'text',
  'several-products': 'mask',
  placeholder: 'text',
  nsfw: 'moderation',
  clutter: 'text',
  faces: 'faces',
  blurry: 'mask',
  'too-dark': 'mask',
  'too-bright': 'mask',
  cropped: 'mask',
  person: 'objects',
  'near-duplicate': 'embedding',
};

const modelsOf: Readonly<Record<ModelTask, readonly string[]>> = {
  mask: ['u2netp'],
  text: ['pp-ocr-det', 'pp-ocr-rec'],
  objects: ['centernet', 'nanodet'],
  faces: ['blazeface'],
  embedding: ['nsfw-mobilenet'],
  moderation: ['nsfw-mobilenet'],
};

type Stamp = Pick<ModelStamp, 'id' | 'version'>;

/** The model and version that embeds pictures, as one text; null where the photo has no embedding. */
export const embeddingModel = (stamps: readonly Stamp[]): string | null => namesOf(stamps, 'embedding')[0] ?? null;

const namesOf = (stamps: readonly Stamp[], task: ModelTask): string[] =>
  stamps.filter(({ id }) => modelsOf[task].includes(id)).map(({ id, version }) => `${id} ${version}`).toSorted();

/** Of the models that looked at a photo those that a rule rests on, as 'id version'. None where it needed none. */
export function modelsBehind(rule: RuleId, stamps: readonly Stamp[]): string[] {
  const task = tasksOf[rule];
  return task === undefined ? [] : namesOf(stamps, task);
}
