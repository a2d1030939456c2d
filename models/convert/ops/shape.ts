import { nchw, nchwAxis, plain, type Computed, type Value } from '../builder.ts';
import { elementType, type ElementType } from '../onnx-schema.ts';
import { unary } from './elementwise.ts';
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

const isNchw = (value: Value): value is Computed => value.kind === 'computed' && value.layout === 'nchw';

const rankAfter = (value: Value, change: number): number | null => {
  const rank = rankOf(value);
  return rank === null ? null : rank + change;
};

/** A transpose that only names the other layout costs nothing. */
function writeTranspose(operator: Operator): Value[] {
  const value = input(operator, 0);
  const perm = integerInput(operator, 1);
  if (perm.join() === '0,3,1,2' && isNchw(value)) return [plain(value.name, 4)];
  const { builder } = operator;
  if (perm.join() === '0,2,3,1') return [nchw(builder.asPlain(value))];
  return [plain(builder.emit('Transpose', [builder.asPlain(value)], { perm }), perm.length)];
}

function writePad(operator: Operator): Value[] {
  const { builder } = operator;
  const value = input(operator, 0);
  const pads = integerInput(operator, 1);
  const before = pads.filter((_, index) => index % 2 === 0);
  const after = pads.filter((_, index) => index % 2 === 1);
  const fill = operator.inputs.length > 2 ? (constantInput(operator, 2).data[0] ?? 0) : 0;
  const onAxes = (amounts: number[]): number[] =>
    isNchw(value) ? [amounts[0]!, amounts[3]!, amounts[1]!, amounts[2]!] : amounts;
  const padding = builder.integers([...onAxes(before), ...onAxes(after)]);
  return [unary(operator, 'Pad', value, {}, [padding, builder.scalar(fill)])];
}

function writeConcat(operator: Operator): Value[] {
  const { builder } = operator;
  const values = operator.inputs.slice(0, -1);
  const axis = integerInput(operator, operator.inputs.length - 1)[0] ?? 0;
  if (values.every(isNchw)) {
    const at = nchwAxis[positiveAxis(operator, axis, 4)]!;
    return [nchw(builder.emit('Concat', values.map(({ name }) => name), { axis: at }))];
  }
  return [plain(builder.emit('Concat', values.map((value) => builder.asPlain(value)), { axis }), rankOf(values[0]!))];
}

function split(operator: Operator, value: Value, axis: number, sizes: readonly number[]): Value[] {
  const { builder } = operator;
  const channelsFirst = isNchw(value);
  const at = positiveAxis(operator, axis, rankOf(value));
  const held = channelsFirst ? builder.asNchw(value) : builder.asPlain(value);
  return builder
    .emitMany('Split', [held, builder.integers(sizes)], { axis: channelsFirst ? nchwAxis[at]! : at }, sizes.length)
    .map((name) => (channelsFirst ? nchw(name) : plain(name, rankOf(value))));
}

function writeCast(operator: Operator): Value[] {
  const to = operator.attributes.type('DstT');
  if (!(to in elementType)) throw new ConversionError(operator, `cast to ${to} is not supported`);
  return [unary(operator, 'Cast', input(operator, 0), { to: elementType[to as ElementType] })];
}

function writeResize(operator: Operator, mode: 'linear' | 'nearest'): Value[] {
  const { builder, attributes } = operator;
  const value = builder.asNchw(input(operator, 0));
  const size = builder.integers(integerInput(operator, 1));
  const shape = builder.emit('Shape', [value], { start: 0, end: 2 });
  const sizes = builder.emit('Concat', [shape, size], { axis: 0 });
  const coordinates = attributes.flag('half_pixel_centers')
    ? 'half_pixel'
    : attributes.flag('align_corners')
      ? 'align_corners'
      : 'asymmetric';
  return [
    nchw(
      builder.emit('Resize', [value, '', '', sizes], {
        mode,
        coordinate_transformation_mode: coordinates,
        ...(mode === 'nearest' ? { nearest_mode: coordinates === 'asymmetric' ? 'floor' : 'round_prefer_ceil' } : {}),
      }),
    ),
  ];
}

export const shapeOperators: OperatorTable = {
  Transpose: writeTranspose,
  Pad: writePad,
  PadV2: writePad,
  ConcatV2: writeConcat,
  Cast: writeCast,
  Reshape: (operator) => {
    const { builder } = operator;
    const shape = integerInput(operator, 1);
    return [plain(builder.emit('Reshape', [builder.asPlain(input(operator, 0)), builder.integers(shape)]), shape.length)];
  },
  ExpandDims: (operator) => {
    const { builder } = operator;
    const value = input(operator, 0);
    const axes = builder.integers(integerInput(operator, 1));
    return [plain(builder.emit('Unsqueeze', [builder.asPlain(value), axes]), rankAfter(value, 1))];
  },
  Squeeze: (operator) => {
    const { builder } = operator;
    const value = input(operator, 0);
    const axes = operator.attributes.integers('squeeze_dims');
    const inputs = [builder.asPlain(value), ...(axes.length > 0 ? [builder.integers(axes)] : [])];
    return [plain(builder.emit('Squeeze', inputs), axes.length > 0 ? rankAfter(value, -axes.length) : null)];
  },
  SplitV: (operator) =>
    split(operator, input(operator, 0), integerInput(operator, 2)[0] ?? 0, integerInput(operator, 1)),
  ResizeBilinear: (operator) => writeResize(operator, 'linear'),
  ResizeNearestNeighbor: (operator) => writeResize(operator, 'nearest'),
};
