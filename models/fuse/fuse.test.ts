import { describe, expect, it } from 'vitest';
import { GraphBuilder, plain } from '../convert/builder.ts';
import { encodeOnnx } from '../convert/onnx-schema.ts';
import { packageLocator } from '../files/locate.ts';
import { fileVerifier } from '../files/verify.ts';
import { readWeights } from '../files/weights.ts';
import { bundledGoldens } from '../golden/bundled.ts';
import { goldenInputs, relativeDifference } from '../golden/golden.ts';
import { bundledManifest } from '../manifest.ts';
import { onnxRuntime } from '../runtime/onnxruntime.ts';
import { floatTensor, type Tensors } from '../tensor/tensor.ts';
import { EditableGraph } from './editable-graph.ts';
import { fuseOnnx } from './fuse.ts';

const runtime = onnxRuntime({ threads: 1 });

async function answer(bytes: Uint8Array, outputs: readonly string[], inputs: Tensors): Promise<Tensors> {
  const model = await runtime.load({
    id: 'test', outputs, forms: new Set(['onnx'] as const), onnx: () => Promise.resolve(bytes), tfjsGraph: () => { throw new Error('none'); },
  });
  const result = await model.run(inputs);
  await model.close();
  return result;
}

const operators = (bytes: Uint8Array): string[] => new EditableGraph(bytes).nodes.map(({ opType }) => opType);

describe('the bundled ONNX models', () => {
  const models = bundledManifest.models.filter(({ format }) => format === 'onnx');

  it.each(models.map((entry) => [entry.id, entry] as const))('%s answers the same when fused', async (id, entry) => {
    const weights = await readWeights(entry, fileVerifier(packageLocator()));
    if (!weights.ok || weights.value.format !== 'onnx') throw new Error('no weights');
    const names = entry.outputs.map(({ name }) => name);
    const inputs = goldenInputs(bundledGoldens.get(id)!);
    const fused = fuseOnnx(weights.value.bytes);
    const [before, after] = [await answer(weights.value.bytes, names, inputs), await answer(fused, names, inputs)];
    for (const name of names) {
      expect(after[name]!.dims).toEqual(before[name]!.dims);
      expect(relativeDifference(after[name]!.data, before[name]!.data)).toBeLessThanOrEqual(1e-4);
    }
  });

  it('become much smaller', async () => {
    const sizes: Record<string, number[]> = {};
    for (const entry of models) {
      const weights = await readWeights(entry, fileVerifier(packageLocator()));
      if (!weights.ok || weights.value.format !== 'onnx') throw new Error('no weights');
      const { bytes } = weights.value;
      if (fuseOnnx(bytes) === bytes) continue;
      sizes[entry.id] = [bytes, fuseOnnx(bytes)].map((some) => operators(some).filter((type) => type !== 'Constant').length);
    }
    expect(Object.keys(sizes)).toEqual(['u2netp', 'pp-ocr-det', 'pp-ocr-rec']);
    for (const [before, after] of Object.values(sizes)) expect(after! / before!).toBeLessThan(0.75);
  });
});

/** x → 1 × 1 convolution of two channels → what `build` adds → y */
function network(build: (builder: GraphBuilder, conv: string) => string, also: readonly string[] = [], dims: readonly number[] = [1, 2, 2, 2]): Uint8Array {
  const builder = new GraphBuilder();
  const weights = builder.constant({ type: 'float32', shape: [2, 2, 1, 1], data: Float32Array.of(1, -2, 3, 0.5) });
  const conv = builder.emit('Conv', [builder.asPlain(plain('x', 4)), weights], { kernel_shape: [1, 1] });
  builder.emitNamed('Identity', [build(builder, conv)], 'y');
  for (const name of also) builder.emitNamed('Identity', [conv], name);
  const port = { type: 'float32', dims: [1, 2, 2, 2] } as const;
  return encodeOnnx({ nodes: builder.nodes, initializers: builder.initializers, inputs: [{ name: 'x', ...port }], outputs: ['y', ...also].map((name) => ({ name, ...port, dims })) }, 'test');
}
const x = { x: floatTensor([1, 2, 2, 2], Float32Array.of(-4, -1, 0, 1, 2, -0.5, 3, 5)) };
const hardSwish = (builder: GraphBuilder, value: string): string => {
  const gate = builder.emit('Clip', [builder.emit('Add', [value, builder.scalar(3)]), builder.scalar(0), builder.scalar(6)]);
  return builder.emit('Div', [builder.emit('Mul', [value, gate]), builder.scalar(6)]);
};
const affine = (builder: GraphBuilder, value: string): string => builder.emit('Add', [builder.emit('Mul', [builder.scalar(0.5), value]), builder.scalar(-2)]);

const weightsOf = (builder: GraphBuilder, ...shape: readonly number[]): string =>
  builder.constant({ type: 'float32', shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i + 1)) });
const enlarging = (side: number) => (builder: GraphBuilder, value: string): string => {
  const double = (from: string, channels: number): string => {
    const pads = side === 2 ? [0, 0, 0, 0] : [0, 0, 1, 1];
    const wide = builder.emit('ConvTranspose', [from, weightsOf(builder, 2, channels, side, side)], { kernel_shape: [side, side], strides: [2, 2], pads });
    return builder.emit('Add', [wide, weightsOf(builder, 1, channels, 1, 1)]);
  };
  const all = (number: number): string => builder.constant({ type: 'float32', shape: [2], data: Float32Array.of(number, number / 2) });
  const norm = builder.emit('BatchNormalization', [double(value, 2), all(2), all(0.5), all(-1), all(4)]);
  return double(builder.emit('Relu', [norm]), 1);
};
const gated = (builder: GraphBuilder, value: string): string =>
  builder.emit('Add', [value, builder.emit('Mul', [value, builder.emit('HardSigmoid', [value])])]);
const resized = (builder: GraphBuilder, value: string): string => {
  const half = builder.emit('MaxPool', [value], { kernel_shape: [2, 2], strides: [2, 2] });
  const sizes = (from: string, low: number, high: number): string => builder.emit('Slice', [builder.emit('Shape', [from]), builder.integers([low]), builder.integers([high])]);
  const whole = builder.emit('Concat', [sizes(half, 0, 2), sizes(value, 2, 4)], { axis: 0 });
  return builder.emit('Resize', [half, '', '', whole], { mode: 'linear', coordinate_transformation_mode: 'pytorch_half_pixel' });
};

describe('fusing', () => {
  it.each([
    ['numbers behind a convolution go into its weights', affine, ['Conv', 'Identity']],
    ['hard swish becomes two operators', hardSwish, ['Conv', 'HardSigmoid', 'Mul', 'Identity']],
    ['… and the numbers behind it one', (b: GraphBuilder, v: string) => affine(b, hardSwish(b, v)), ['Conv', 'HardSigmoid', 'Mul', 'BatchNormalization', 'Identity']],
    ['… also between others', (b: GraphBuilder, v: string) => affine(b, hardSwish(b, affine(b, v))), ['Conv', 'HardSigmoid', 'Mul', 'BatchNormalization', 'Identity']],
  ])('%s', async (_, build, left) => {
    const bytes = network(build);
    const fused = fuseOnnx(bytes);
    expect(operators(fused)).toEqual(left);
    const [before, after] = [await answer(bytes, ['y'], x), await answer(fused, ['y'], x)];
    expect(relativeDifference(after['y']!.data, before['y']!.data)).toBeLessThanOrEqual(1e-6);
  });

  it('leaves a convolution alone whose result somebody else reads as well', () => {
    const bytes = network(affine, ['z']);
    expect(fuseOnnx(bytes)).toBe(bytes);
  });

  it.each([
    ['a map that two transposed convolutions enlarge is laid out as pixels once', enlarging(2), ['Conv', 'Conv', 'Relu', 'Conv', 'DepthToSpace', 'Identity'], [1, 1, 8, 8]],
    ['… but not where they reach for a neighbour', enlarging(3), ['Conv', 'ConvTranspose', 'Add', 'BatchNormalization', 'Relu', 'ConvTranspose', 'Add', 'Identity'], [1, 1, 8, 8]],
    ['a gate takes over what is added to what it gates', gated, ['Conv', 'HardSigmoid', 'Add', 'Mul', 'Identity'], [1, 2, 2, 2]],
    ['a map resized to the size of another is resized by a factor', resized, ['Conv', 'MaxPool', 'Resize', 'Identity'], [1, 2, 2, 2]],
  ])('%s', async (_, build, left, dims) => {
    const bytes = network(build, [], dims);
    const fused = fuseOnnx(bytes);
    expect(operators(fused).filter((type) => type !== 'Constant')).toEqual(left);
    const [before, after] = [await answer(bytes, ['y'], x), await answer(fused, ['y'], x)];
    expect(after['y']!.dims).toEqual(before['y']!.dims);
    expect(relativeDifference(after['y']!.data, before['y']!.data)).toBeLessThanOrEqual(1e-6);
  });
});
