import { elementCount } from '../tensor/tensor.ts';

/** A constant of the graph: row-major values and their shape. */
export interface ConstantArray {
  readonly type: 'float32' | 'int32' | 'bool';
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** Steps between neighbours along each axis of a row-major array. */
export function strides(shape: readonly number[]): number[] {
  const out = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) out[axis] = out[axis + 1]! * shape[axis + 1]!;
  return out;
}

/** The same values under another shape; one side may be −1 (what remains). */
export function reshape(array: ConstantArray, shape: readonly number[]): ConstantArray {
  const known = shape.filter((side) => side !== -1).reduce((product, side) => product * side, 1);
  const filled = shape.map((side) => (side === -1 ? array.data.length / known : side));
  if (elementCount(filled) !== array.data.length) throw new RangeError(`cannot reshape to [${shape.join(', ')}]`);
  return { ...array, shape: filled };
}

/** Axes reordered: result axis i is axis permutation[i] of the array. */
export function transpose(array: ConstantArray, permutation: readonly number[]): ConstantArray {
  const from = strides(array.shape);
  const shape = permutation.map((axis) => array.shape[axis]!);
  const steps = permutation.map((axis) => from[axis]!);
  const data = array.data.slice();
  const index = shape.map(() => 0);
  let at = 0;
  for (let to = 0; to < data.length; to += 1) {
    data[to] = array.data[at]!;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      at += steps[axis]!;
      index[axis] = index[axis]! + 1;
      if (index[axis]! < shape[axis]!) break;
      at -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return { ...array, shape, data };
}

/** Its values as plain numbers. */
export const numbers = (array: ConstantArray): number[] => Array.from(array.data);
