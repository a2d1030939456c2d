import { nchw, plain, type Computed, type Value } from '../builder.ts';
import type { Attribute } from '../onnx-schema.ts';
import { input, rankOf, type Operator, type OperatorTable, type WriteOperator } from './operator.ts';

const isNchw = (value: Value): boolean => value.kind === 'computed' && value.layout === 'nchw';

/** Whether a value can be held channels first without guessing its shape. */
const fitsNchw = (value: Value): boolean =>
  value.kind === 'constant' ? value.array.shape.length <= 4 : value.rank === 4;

/** Applies an operator that treats every element alike, in whichever layout its inputs already are. */
export function elementwise(operator: Operator, opType: string, values: readonly Value[]): Computed {
  const { builder } = operator;
  if (values.some(isNchw) && values.every(fitsNchw)) {
    return nchw(builder.emit(opType, values.map((value) => builder.asNchw(value))));
  }
  const ranks = values.map(rankOf);
  const rank = ranks.includes(null) ? null : Math.max(...ranks.map((r) => r ?? 0));
  return plain(builder.emit(opType, values.map((value) => builder.asPlain(value))), rank);
}

/** Applies an operator of one input and keeps its layout. */
export function unary(
  { builder }: Pick<Operator, 'builder'>,
  opType: string,
  value: Value,
  attributes: Record<string, Attribute> = {},
  extra: readonly string[] = [],
): Computed {
  const held = isNchw(value) ? builder.asNchw(value) : builder.asPlain(value);
  const name = builder.emit(opType, [held, ...extra], attributes);
  return isNchw(value) ? nchw(name) : plain(name, rankOf(value));
}

/** The activations that TensorFlow fuses into a convolution or a matrix product, and that also stand alone. */
export function activation(operator: Operator, kind: string, value: Value): Computed | null {
  const { builder, attributes } = operator;
  if (kind === 'Relu6') return unary(operator, 'Clip', value, {}, [builder.scalar(0), builder.scalar(6)]);
  if (kind === 'LeakyRelu') {
    const alpha = attributes.float('leakyrelu_alpha', attributes.float('alpha', 0.2));
    return unary(operator, 'LeakyRelu', value, { alpha: { float: alpha } });
  }
  return kind in simple ? unary(operator, simple[kind]!, value) : null;
}

const simple: Readonly<Record<string, string>> = {
  Relu: 'Relu',
  Sigmoid: 'Sigmoid',
  Tanh: 'Tanh',
  Elu: 'Elu',
  Abs: 'Abs',
  Exp: 'Exp',
  Neg: 'Neg',
  Sqrt: 'Sqrt',
  Reciprocal: 'Reciprocal',
};

const binary = {
  Add: 'Add',
  AddV2: 'Add',
  BiasAdd: 'Add',
  Sub: 'Sub',
  Mul: 'Mul',
  RealDiv: 'Div',
  Minimum: 'Min',
  Maximum: 'Max',
  AddN: 'Sum',
} as const;

const writeActivation: WriteOperator = (operator) => {
  const written = activation(operator, operator.op, input(operator, 0));
  return written === null ? [] : [written];
};

const square = (operator: Operator, value: Value): Computed => elementwise(operator, 'Mul', [value, value]);

export const elementwiseOperators: OperatorTable = {
  ...Object.fromEntries(
    [...Object.keys(simple), 'Relu6', 'LeakyRelu'].map((op): [string, WriteOperator] => [op, writeActivation]),
  ),
  ...Object.fromEntries(
    Object.entries(binary).map(([op, opType]): [string, WriteOperator] => [
      op,
      (operator) => [elementwise(operator, opType, operator.inputs)],
    ]),
  ),
  Square: (operator) => [square(operator, input(operator, 0))],
  SquaredDifference: (operator) => [square(operator, elementwise(operator, 'Sub', operator.inputs))],
  Rsqrt: (operator) => [unary(operator, 'Reciprocal', unary(operator, 'Sqrt', input(operator, 0)))],
};
