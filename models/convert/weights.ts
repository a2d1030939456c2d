import type { TfjsGraph, WeightSpec } from '../files/tfjs-graph.ts';
import { elementCount } from '../tensor/tensor.ts';
import type { ConstantArray } from './array.ts';

/**
 * Every constant of a TensorFlow.js graph by node name, quantised ones expanded as TensorFlow.js does
 * (tfjs-core io_utils: value = stored × scale + min; float16 bit by bit).
 */
export function readConstants(graph: TfjsGraph): Map<string, ConstantArray> {
  const constants = new Map<string, ConstantArray>();
  let offset = 0;
  for (const spec of graph.weightSpecs) {
    const count = elementCount(spec.shape);
    const bytes = count * bytesPerValue(spec);
    // a copy of its own, so that typed views of it are aligned
    const raw = Uint8Array.from(graph.weightData.subarray(offset, offset + bytes));
    if (raw.length !== bytes) throw new RangeError(`the weights end inside ${spec.name}`);
    constants.set(spec.name, expand(spec, raw));
    offset += bytes;
  }
  return constants;
}

function bytesPerValue({ dtype, quantization }: WeightSpec): number {
  if (quantization !== undefined) return quantization.dtype === 'uint8' ? 1 : 2;
  if (dtype === 'string') throw new TypeError('text constants are not supported');
  return dtype === 'bool' ? 1 : 4;
}

function expand(spec: WeightSpec, raw: Uint8Array): ConstantArray {
  const { dtype, quantization, shape } = spec;
  if (dtype === 'string') throw new TypeError('text constants are not supported');
  if (quantization === undefined) {
    if (dtype === 'bool') return { type: dtype, shape, data: raw };
    const data = dtype === 'float32' ? new Float32Array(raw.buffer) : new Int32Array(raw.buffer);
    return { type: dtype, shape, data };
  }
  if (quantization.dtype === 'float16') {
    return { type: 'float32', shape, data: Float32Array.from(new Uint16Array(raw.buffer), halfToNumber) };
  }
  const { scale = 1, min = 0 } = quantization;
  const stored = quantization.dtype === 'uint8' ? raw : new Uint16Array(raw.buffer);
  if (dtype === 'int32') return { type: 'int32', shape, data: Int32Array.from(stored, (v) => Math.round(v * scale + min)) };
  return { type: 'float32', shape, data: Float32Array.from(stored, (v) => v * scale + min) };
}

/** IEEE 754 binary16 → number. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
