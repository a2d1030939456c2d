import { reshape, transpose, type ConstantArray } from '../array.ts';
import { nchw, type Computed } from '../builder.ts';
import type { Attribute } from '../onnx-schema.ts';
import { activation } from './elementwise.ts';
import { ConversionError, constantInput, input, type Operator, type OperatorTable } from './operator.ts';

/** Height and width of a list that TensorFlow gives for all four axes. */
export const spatial = (values: readonly number[]): number[] => (values.length === 4 ? values.slice(1, 3) : [1, 1]);

/** Padding of a convolution or pooling window. */
export function windowPadding(operator: Operator): Record<string, Attribute> {
  const kind = operator.attributes.text('padding', 'VALID');
  if (kind === 'SAME') return { auto_pad: 'SAME_UPPER' };
  if (kind === 'VALID') return { auto_pad: 'VALID' };
  const pads = operator.attributes.integers('explicit_paddings');
  return { pads: [pads[2]!, pads[4]!, pads[3]!, pads[5]!] };
}

export function requireChannelsLast(operator: Operator): void {
  const format = operator.attributes.text('data_format', 'NHWC');
  if (format !== 'NHWC') throw new ConversionError(operator, `data format ${format} is not supported`);
}

/** The filter as ONNX orders it: [outputs, inputs / group, height, width], and its number of groups. */
function filterOf(operator: Operator, depthwise: boolean): { filter: ConstantArray; group: number } {
  const weights = constantInput(operator, 1);
  if (!depthwise) return { filter: transpose(weights, [3, 2, 0, 1]), group: 1 };
  const [height, width, channels, multiplier] = weights.shape as [number, number, number, number];
  const filter = reshape(transpose(weights, [2, 3, 0, 1]), [channels * multiplier, 1, height, width]);
  return { filter, group: channels };
}

function convolution(operator: Operator, depthwise: boolean): Computed {
  requireChannelsLast(operator);
  const { builder, attributes } = operator;
  const { filter, group } = filterOf(operator, depthwise);
  const fused = attributes.texts('fused_ops');
  const biased = fused[0] === 'BiasAdd';
  const inputs = [builder.asNchw(input(operator, 0)), builder.constant(filter)];
  if (biased) inputs.push(builder.constant(reshape(constantInput(operator, 2), [-1])));
  const result = nchw(
    builder.emit('Conv', inputs, {
      group,
      strides: spatial(attributes.integers('strides')),
      dilations: spatial(attributes.integers('dilations')),
      kernel_shape: filter.shape.slice(2),
      ...windowPadding(operator),
    }),
  );
  return fused.slice(biased ? 1 : 0).reduce((value, kind) => fusedActivation(operator, kind, value), result);
}

function fusedActivation(operator: Operator, kind: string, value: Computed): Computed {
  if (kind === 'Prelu') {
    const slope = reshape(constantInput(operator, 3), [-1, 1, 1]);
    return nchw(operator.builder.emit('PRelu', [value.name, operator.builder.constant(slope)]));
  }
  const written = activation(operator, kind, value);
  if (written === null) throw new ConversionError(operator, `fused ${kind} is not supported`);
  return written;
}

function transposedConvolution(operator: Operator): Computed {
  requireChannelsLast(operator);
  const { builder, attributes } = operator;
  const filter = transpose(constantInput(operator, 1), [3, 2, 0, 1]);
  return nchw(
    builder.emit('ConvTranspose', [builder.asNchw(input(operator, 2)), builder.constant(filter)], {
      strides: spatial(attributes.integers('strides')),
      ...windowPadding(operator),
    }),
  );
}

function pooling(operator: Operator, opType: string): Computed {
  requireChannelsLast(operator);
  const { builder, attributes } = operator;
  return nchw(
    builder.emit(opType, [builder.asNchw(input(operator, 0))], {
      kernel_shape: spatial(attributes.integers('ksize')),
      strides: spatial(attributes.integers('strides')),
      ...windowPadding(operator),
    }),
  );
}

export const convolutionOperators: OperatorTable = {
  Conv2D: (operator) => [convolution(operator, false)],
  _FusedConv2D: (operator) => [convolution(operator, false)],
  DepthwiseConv2dNative: (operator) => [convolution(operator, true)],
  FusedDepthwiseConv2dNative: (operator) => [convolution(operator, true)],
  Conv2DBackpropInput: (operator) => [transposedConvolution(operator)],
  MaxPool: (operator) => [pooling(operator, 'MaxPool')],
  AvgPool: (operator) => [pooling(operator, 'AveragePool')],
};
