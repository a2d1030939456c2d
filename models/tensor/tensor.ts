/** What goes into and comes out of a model: row-major values and their shape. */
export interface Tensor {
  readonly type: 'float32' | 'int32';
  /** e.g. [1, 3, 320, 320]; the product is data.length */
  readonly dims: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** Tensors by the name of the model's input or output. */
export type Tensors = Readonly<Record<string, Tensor>>;

/** Number of values in a tensor of this shape; 1 for a scalar. */
export const elementCount = (dims: readonly number[]): number => dims.reduce((product, side) => product * side, 1);

/** A float tensor; throws where the shape does not fit the data. */
export function floatTensor(dims: readonly number[], data: Float32Array): Tensor {
  if (elementCount(dims) !== data.length) {
    throw new RangeError(`shape [${dims.join(', ')}] does not hold ${data.length} values`);
  }
  return { type: 'float32', dims, data };
}

/** The named output as floats; throws where the model has no such output, which is a bug of the caller or the manifest. */
export function floats(tensors: Tensors, name: string): Float32Array {
  const tensor = tensors[name];
  if (tensor === undefined || !(tensor.data instanceof Float32Array)) {
    throw new Error(`no float output "${name}" among ${Object.keys(tensors).join(', ')}`);
  }
  return tensor.data;
}
