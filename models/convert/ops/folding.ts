import { numbers, reshape, strides, transpose, type ConstantArray } from '../array.ts';
import { elementCount } from '../../tensor/tensor.ts';
import { ConversionError, constantInput, integerInput, type Operator } from './operator.ts';

type Fold = (operator: Operator) => ConstantArray;

const identity: Fold = (operator) => constantInput(operator, 0);

/** Arithmetic on two constants of one shape, or on one and a single number. */
const arithmetic =
  (apply: (a: number, b: number) => number): Fold =>
  (operator) => {
    const [a, b] = [constantInput(operator, 0), constantInput(operator, 1)];
    const [long, short] = a.data.length >= b.data.length ? [a, b] : [b, a];
    if (short.data.length !== 1 && short.data.length !== long.data.length) {
      throw new ConversionError(operator, 'constants of different shapes');
    }
    const at = (array: ConstantArray, index: number): number => array.data[array.data.length === 1 ? 0 : index]!;
    const data = long.data.map((_, index) => apply(at(a, index), at(b, index)));
    return { ...long, data };
  };

/** An array full of a default, with the given values at the given indices. */
const sparseToDense: Fold = (operator) => {
  const [indices, values] = [constantInput(operator, 0), constantInput(operator, 2)];
  const shape = integerInput(operator, 1);
  const count = elementCount(shape);
  const data = values.type === 'float32' ? new Float32Array(count) : new Int32Array(count);
  data.fill(constantInput(operator, 3).data[0] ?? 0);
  const steps = strides(shape);
  const axes = shape.length;
  const all = numbers(indices);
  for (let i = 0; i * axes < all.length; i += 1) {
    const at = steps.reduce((sum, step, axis) => sum + step * all[i * axes + axis]!, 0);
    data[at] = values.data[values.data.length === 1 ? 0 : i]!;
  }
  return { type: data instanceof Float32Array ? 'float32' : 'int32', shape, data };
};

const cast: Fold = (operator) => {
  const array = constantInput(operator, 0);
  const to = operator.attributes.type('DstT');
  if (to === array.type) return array;
  if (to === 'float32') return { ...array, type: to, data: Float32Array.from(array.data) };
  if (to === 'int32') return { ...array, type: to, data: Int32Array.from(array.data) };
  throw new ConversionError(operator, `cast to ${to} is not supported`);
};

const expandDims: Fold = (operator) => {
  const array = constantInput(operator, 0);
  const axis = integerInput(operator, 1)[0] ?? 0;
  const shape = [...array.shape];
  shape.splice(axis < 0 ? shape.length + 1 + axis : axis, 0, 1);
  return reshape(array, shape);
};

/** What can be computed at conversion, where every input is constant. */
export const foldings: Readonly<Record<string, Fold>> = {
  Identity: identity,
  StopGradient: identity,
  Reshape: (operator) => reshape(constantInput(operator, 0), integerInput(operator, 1)),
  Transpose: (operator) => transpose(constantInput(operator, 0), integerInput(operator, 1)),
  Add: arithmetic((a, b) => a + b),
  AddV2: arithmetic((a, b) => a + b),
  Sub: arithmetic((a, b) => a - b),
  Mul: arithmetic((a, b) => a * b),
  Cast: cast,
  ExpandDims: expandDims,
  SparseToDense: sparseToDense,
};
