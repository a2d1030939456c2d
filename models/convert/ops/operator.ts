import type { ConstantArray } from '../array.ts';
import { numbers } from '../array.ts';
import type { Attributes } from '../attributes.ts';
import type { GraphBuilder, Value } from '../builder.ts';

/** One node of the TensorFlow graph, ready to be written as ONNX. */
export interface Operator {
  readonly name: string;
  readonly op: string;
  readonly attributes: Attributes;
  readonly inputs: readonly Value[];
  readonly builder: GraphBuilder;
}

/** Writes a node and returns its outputs. Throws ConversionError where the node asks for something unsupported. */
export type WriteOperator = (operator: Operator) => Value[];

export type OperatorTable = Readonly<Record<string, WriteOperator>>;

/** The graph holds something that the converter does not know: a bug of ours, or a model it was not made for. */
export class ConversionError extends Error {
  constructor(operator: Pick<Operator, 'name' | 'op'>, reason: string) {
    super(`${operator.op} "${operator.name}": ${reason}`);
    this.name = 'ConversionError';
  }
}

/** Input i; throws where the node has fewer. */
export function input(operator: Operator, index: number): Value {
  const value = operator.inputs[index];
  if (value === undefined) throw new ConversionError(operator, `input ${index} is missing`);
  return value;
}

/** Input i, which must be known at conversion. */
export function constantInput(operator: Operator, index: number): ConstantArray {
  const value = input(operator, index);
  if (value.kind !== 'constant') throw new ConversionError(operator, `input ${index} is not constant`);
  return value.array;
}

/** The whole numbers of a constant input. */
export const integerInput = (operator: Operator, index: number): number[] => numbers(constantInput(operator, index));

/** Number of axes of a value; null = not known. */
export const rankOf = (value: Value): number | null =>
  value.kind === 'constant' ? value.array.shape.length : value.rank;

/** An axis counted from the end made one counted from the start. */
export function positiveAxis(operator: Operator, axis: number, rank: number | null): number {
  if (axis >= 0) return axis;
  if (rank === null) throw new ConversionError(operator, 'a negative axis of a value whose rank is not known');
  return axis + rank;
}
