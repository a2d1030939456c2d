import type { Picture } from '../../app/kernel/picture.ts';
import { sampleRotated, type RotatedBox } from '../image/rotated-box.ts';
import { elementCount, floats, floatTensor, type Tensors } from '../tensor/tensor.ts';
import { decodeCtc, type DecodedText } from './ctc.ts';

const lineHeight = 48;
/** Shortest and longest line that the network is given, in pixels at its height. */
const leastWidth = 160;
const mostWidth = 1536;
/** Widths are rounded up to this, so that few distinct shapes are planned. */
const widthStep = 32;
const linesPerBatch = 8;
/** A crop whose brightness spreads less than this (standard deviation, 0–255) shows no writing. */
const leastContrast = 8;

/** Lines of about equal length that go through the network together. */
export interface LineBatch {
  readonly inputs: Tensors;
  /** positions of its lines in the list that was given; a line that stands on end comes twice */
  readonly lines: readonly number[];
}

/** Writing that stands on end may be read upwards or downwards: both ways are tried. */
function readingDirections(box: RotatedBox): RotatedBox[] {
  if (box.height < 1.5 * box.width) return [box];
  const turned = { ...box, width: box.height, height: box.width };
  return [-1, 1].map((quarter) => ({ ...turned, angle: box.angle + (quarter * Math.PI) / 2 }));
}

/** Cuts lines out of a picture, leaves out those that show nothing, and packs the rest by length. */
export function ppOcrRecBatches(picture: Picture, boxes: readonly RotatedBox[]): LineBatch[] {
  const crops = boxes
    .flatMap((box, line) => readingDirections(box).map((turned) => ({ line, turned })))
    .map(({ line, turned }) => {
      const width = Math.min(Math.max(Math.round((turned.width * lineHeight) / turned.height), 8), mostWidth);
      return { line, crop: sampleRotated(picture, turned, width, lineHeight) };
    })
    .filter(({ crop }) => contrast(crop) >= leastContrast)
    .sort((a, b) => a.crop.width - b.crop.width);
  const batches: LineBatch[] = [];
  for (let from = 0; from < crops.length; from += linesPerBatch) {
    const batch = crops.slice(from, from + linesPerBatch);
    const longest = Math.max(leastWidth, ...batch.map(({ crop }) => crop.width));
    const width = Math.ceil(longest / widthStep) * widthStep;
    batches.push({
      lines: batch.map(({ line }) => line),
      inputs: { x: packLines(batch.map(({ crop }) => crop), width) },
    });
  }
  return batches;
}

/** The text of each line of a batch, in its order. */
export function ppOcrRecTexts(outputs: Tensors, lines: number, characters: readonly string[]): DecodedText[] {
  const probabilities = floats(outputs, 'softmax_11.tmp_0');
  const steps = probabilities.length / (lines * characters.length);
  return Array.from({ length: lines }, (_, line) =>
    decodeCtc(probabilities, line * steps * characters.length, steps, characters),
  );
}

/** BGR planes, (x / 255 − .5) / .5, padded with zeros to one width. */
function packLines(crops: readonly Picture[], width: number): Tensors[string] {
  const dims = [crops.length, 3, lineHeight, width];
  const out = new Float32Array(elementCount(dims));
  const plane = lineHeight * width;
  crops.forEach((crop, line) => {
    for (let y = 0; y < lineHeight; y += 1) {
      for (let x = 0, from = y * crop.width * 3; x < crop.width; x += 1, from += 3) {
        const to = line * 3 * plane + y * width + x;
        out[to] = crop.data[from + 2]! / 127.5 - 1;
        out[to + plane] = crop.data[from + 1]! / 127.5 - 1;
        out[to + 2 * plane] = crop.data[from]! / 127.5 - 1;
      }
    }
  });
  return floatTensor(dims, out);
}

/** Standard deviation of the green channel, which carries most of the brightness. */
function contrast({ data, width, height }: Picture): number {
  let [sum, squares] = [0, 0];
  for (let i = 1; i < data.length; i += 3) {
    sum += data[i]!;
    squares += data[i]! * data[i]!;
  }
  const count = width * height;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
