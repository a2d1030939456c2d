import type { ConstantArray } from './array.ts';
import { reshape, transpose } from './array.ts';
import type { Attribute, OnnxNode, OnnxTensor } from './onnx-schema.ts';

/** A computed value of the TensorFlow graph (channels last) and how the ONNX graph holds it. */
export interface Computed {
  readonly kind: 'computed';
  /** name in the ONNX graph */
  readonly name: string;
  /** 'nchw': held with its channels moved to the second axis; 'plain': as TensorFlow sees it */
  readonly layout: 'plain' | 'nchw';
  /** number of axes; null = not known */
  readonly rank: number | null;
}

export type Value = Computed | { readonly kind: 'constant'; readonly array: ConstantArray };

/** TensorFlow axis (N, H, W, C) → axis of the same value held as N, C, H, W. */
export const nchwAxis = [0, 2, 3, 1] as const;
const toNchw = [0, 3, 1, 2];
const toNhwc = [0, 2, 3, 1];

export const plain = (name: string, rank: number | null): Computed => ({ kind: 'computed', name, layout: 'plain', rank });
export const nchw = (name: string): Computed => ({ kind: 'computed', name, layout: 'nchw', rank: 4 });

/** Collects the nodes and constants of an ONNX graph; layout changes are emitted only where one is truly needed. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxTensor[] = [];
  readonly #converted = new Map<string, string>();
  #count = 0;

  /** Adds an operator and returns the names of its outputs. */
  emitMany(opType: string, input: readonly string[], attributes: Record<string, Attribute>, outputs: number): string[] {
    const output = Array.from({ length: outputs }, () => this.#fresh(opType));
    this.nodes.push({ opType, input, output, attributes });
    return output;
  }

  /** Adds an operator with one output and returns its name. */
  emit(opType: string, input: readonly string[], attributes: Record<string, Attribute> = {}): string {
    return this.emitMany(opType, input, attributes, 1)[0]!;
  }

  /** Adds an operator whose output has a name of its own. */
  emitNamed(opType: string, input: readonly string[], name: string): void {
    this.nodes.push({ opType, input, output: [name], attributes: {} });
  }

  constant(array: ConstantArray): string {
    const name = this.#fresh('constant');
    this.initializers.push({ name, type: array.type, dims: array.shape, data: array.data });
    return name;
  }

  /** A constant of 64-bit integers, the type in which ONNX wants shapes, axes and paddings; one axis, or none. */
  integers(values: readonly number[]): string {
    const name = this.#fresh('constant');
    const data = BigInt64Array.from(values, BigInt);
    this.initializers.push({ name, type: 'int64', dims: [values.length], data });
    return name;
  }

  scalar(value: number): string {
    return this.constant({ type: 'float32', shape: [], data: Float32Array.of(value) });
  }

  /** The name under which a value is held as TensorFlow sees it. */
  asPlain(value: Value): string {
    if (value.kind === 'constant') return this.constant(value.array);
    return value.layout === 'plain' ? value.name : this.#transposed(value.name, toNhwc);
  }

  /** The name under which a value of four axes is held channels first; a constant is broadcast to four axes. */
  asNchw(value: Value): string {
    if (value.kind === 'computed') {
      return value.layout === 'nchw' ? value.name : this.#transposed(value.name, toNchw);
    }
    const { array } = value;
    if (array.data.length === 1) return this.constant(reshape(array, []));
    const padded = reshape(array, [...Array<number>(4 - array.shape.length).fill(1), ...array.shape]);
    return this.constant(transpose(padded, toNchw));
  }

  #transposed(name: string, perm: number[]): string {
    const key = `${name} ${perm.join('')}`;
    const existing = this.#converted.get(key);
    if (existing !== undefined) return existing;
    const made = this.emit('Transpose', [name], { perm });
    this.#converted.set(key, made);
    return made;
  }

  #fresh(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${this.#count}`;
  }
}
