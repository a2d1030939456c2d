import { transpose } from '../array.ts';
import { nchw, nchwAxis, plain, type Value } from '../builder.ts';
import { activation, elementwise } from './elementwise.ts';
import {
  ConversionError,
  constantInput,
  input,
  integerInput,
  positiveAxis,
  rankOf,
  type Operator,
  type OperatorTable,
} from './operator.ts';

/** ReduceSum takes its axes as an input since opset 13; the others of opset 17 still as an attribute. */
function reduction(operator: Operator, opType: 'ReduceMean' | 'ReduceMax' | 'ReduceSum'): Value[] {
  const { builder } = operator;
  const value = input(operator, 0);
  const keep = operator.attributes.flag('keep_dims');
  const rank = rankOf(value);
  const axes = integerInput(operator, 1).map((axis) => positiveAxis(operator, axis, rank));
  // a reduction that drops axes leaves no room for a layout of four
  const channelsFirst = keep && value.kind === 'computed' && value.layout === 'nchw';
  const held = channelsFirst ? builder.asNchw(value) : builder.asPlain(value);
  const on = channelsFirst ? axes.map((axis) => nchwAxis[axis]!) : axes;
  const keepdims = keep ? 1 : 0;
  const name =
    opType === 'ReduceSum'
      ? builder.emit(opType, [held, builder.integers(on)], { keepdims })
      : builder.emit(opType, [held], { axes: on, keepdims });
  if (channelsFirst) return [nchw(name)];
  return [plain(name, rank === null || keep ? rank : rank - axes.length)];
}

function matrixProduct(operator: Operator): Value[] {
  const { builder, attributes } = operator;
  if (attributes.flag('transpose_a')) throw new ConversionError(operator, 'transpose_a is not supported');
  const weights = constantInput(operator, 1);
  const right = attributes.flag('transpose_b') ? transpose(weights, [1, 0]) : weights;
  const product = plain(
    builder.emit('MatMul', [builder.asPlain(input(operator, 0)), builder.constant(right)]),
    rankOf(input(operator, 0)),
  );
  const fused = attributes.texts('fused_ops');
  let result = product;
  for (const kind of fused) {
    const next =
      kind === 'BiasAdd'
        ? elementwise(operator, 'Add', [result, input(operator, 2)])
        : activation(operator, kind, result);
    if (next === null) throw new ConversionError(operator, `fused ${kind} is not supported`);
    result = next;
  }
  return [result];
}

export const reductionOperators: OperatorTable = {
  Mean: (operator) => reduction(operator, 'ReduceMean'),
  Max: (operator) => reduction(operator, 'ReduceMax'),
  Sum: (operator) => reduction(operator, 'ReduceSum'),
  MatMul: matrixProduct,
  _FusedMatMul: matrixProduct,
  Softmax: (operator) => {
    const value = input(operator, 0);
    const name = operator.builder.emit('Softmax', [operator.builder.asPlain(value)], { axis: -1 });
    return [plain(name, rankOf(value))];
  },
};
