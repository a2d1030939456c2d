import type { Box } from '../../app/kernel/geometry.ts';
import type { Picture } from '../../app/kernel/picture.ts';
import type { DetectedFace } from '../../app/kernel/vision.ts';
import { clippedBox } from '../boxes/clip.ts';
import { suppressOverlaps } from '../boxes/nms.ts';
import { cropPicture } from '../image/crop.ts';
import { packNhwc } from '../image/pack.ts';
import { resizePicture } from '../image/resize.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';

const side = 256;

/** Anchor grids (BlazeFace, Bazarevsky et al. 2019): output names, pixels a cell, anchors a cell. */
const grids = [
  { scores: 'Identity', boxes: 'Identity_2', stride: 16, anchors: 2 },
  { scores: 'Identity_1', boxes: 'Identity_3', stride: 32, anchors: 6 },
] as const;
const valuesPerBox = 16;

/** A square part of a picture in which faces are looked for; it may reach beyond the picture. */
export interface FaceView extends Box {
  readonly picture: Picture;
}

/** The smallest square round a box. */
function squareAround(picture: Picture, { x, y, width, height }: Box): FaceView {
  const longest = Math.max(width, height);
  return { picture, x: x + (width - longest) / 2, y: y + (height - longest) / 2, width: longest, height: longest };
}

/**
 * The whole picture as one square and the squares round the given parts or, where none are given and it is large,
 * four overlapping quarters: the detector finds only faces that take a good part of its 256 pixels.
 */
export function faceViews(picture: Picture, parts?: readonly Box[]): FaceView[] {
  const { width, height } = picture;
  const whole = squareAround(picture, { x: 0, y: 0, width, height });
  if (parts !== undefined) return [whole, ...parts.map((part) => squareAround(picture, part))];
  if (Math.min(width, height) < 2 * side) return [whole];
  const part = Math.round(Math.min(width, height) * 0.6);
  const corners = [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column })));
  return [
    whole,
    ...corners.map(({ row, column }) => ({
      picture,
      x: column * (width - part),
      y: row * (height - part),
      width: part,
      height: part,
    })),
  ];
}

/** 256 × 256 RGB / 127.5 − 1; what lies beyond the picture is mid grey. */
export const blazefaceInput = (view: FaceView): Tensors => ({
  input: packNhwc(resizePicture(cropPicture(view.picture, view), side, side), 1 / 127.5, -1),
});

/** Faces of one view, in pixels of its picture; call `mergeFaces` on those of all views. */
export function blazefaceFaces(outputs: Tensors, view: FaceView, confidence: number): DetectedFace[] {
  const faces: DetectedFace[] = [];
  const scale = view.width / side;
  for (const grid of grids) {
    const scores = floats(outputs, grid.scores);
    const boxes = floats(outputs, grid.boxes);
    const columns = side / grid.stride;
    scores.forEach((logit, index) => {
      const score = 1 / (1 + Math.exp(-logit));
      if (score < confidence) return;
      const cell = Math.floor(index / grid.anchors);
      const at = index * valuesPerBox;
      const cx = boxes[at]! + ((cell % columns) + 0.5) * grid.stride;
      const cy = boxes[at + 1]! + (Math.floor(cell / columns) + 0.5) * grid.stride;
      const [halfWidth, halfHeight] = [boxes[at + 2]! / 2, boxes[at + 3]! / 2];
      faces.push({
        confidence: score,
        box: clippedBox(
          view.x + (cx - halfWidth) * scale,
          view.y + (cy - halfHeight) * scale,
          view.x + (cx + halfWidth) * scale,
          view.y + (cy + halfHeight) * scale,
          view.picture.width,
          view.picture.height,
        ),
      });
    });
  }
  return faces;
}

/** One box a face, of those that several anchors and views found. */
export const mergeFaces = (faces: readonly DetectedFace[], overlap: number): DetectedFace[] =>
  suppressOverlaps(faces, overlap);
