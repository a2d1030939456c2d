import * as tfjs from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TfjsGraph } from '../../files/tfjs-graph.ts';
import { relativeDifference } from '../../golden/golden.ts';
import { onnxRuntime } from '../../runtime/onnxruntime.ts';
import { convertToOnnx } from '../convert.ts';
import { ConversionError } from './operator.ts';

/** A graph of one node, as TensorFlow.js would have written it. */
function graphOf(op: string, attr: Record<string, unknown>, constants: tfjs.Tensor[] = [], inputs = ['x']): TfjsGraph {
  const specs = constants.map((constant, index) => ({
    name: `c${index}`,
    shape: constant.shape,
    dtype: constant.dtype as 'float32' | 'int32',
  }));
  const data = constants.map((constant) => new Uint8Array(constant.dataSync().slice().buffer));
  const node = (name: string, kind: string, input: string[], attributes: Record<string, unknown>) => ({
    name,
    op: kind,
    input,
    attr: attributes,
  });
  const nodes = [
    node('x', 'Placeholder', [], { dtype: { type: 'DT_FLOAT' }, shape: { shape: { unknownRank: true } } }),
    ...specs.map(({ name, dtype }) => node(name, 'Const', [], { dtype: { type: dtype === 'int32' ? 'DT_INT32' : 'DT_FLOAT' } })),
    node('y', op, [...inputs, ...specs.map(({ name }) => name)], attr),
  ];
  return {
    nodes,
    topology: { node: nodes, versions: { producer: 1, minConsumer: 0 } },
    weightSpecs: specs,
    weightData: Uint8Array.from(data.flatMap((bytes) => [...bytes])),
  };
}

const text = (value: string): { s: string } => ({ s: Buffer.from(value).toString('base64') });
const ints = (...values: number[]): { list: { i: string[] } } => ({ list: { i: values.map(String) } });
const texts = (...values: string[]): { list: { s: string[] } } => ({
  list: { s: values.map((value) => Buffer.from(value).toString('base64')) },
});
const same = { strides: ints(1, 2, 2, 1), padding: text('SAME'), dilations: ints(1, 1, 1, 1), data_format: text('NHWC') };
const weights = (...shape: number[]): tfjs.Tensor => tfjs.randomNormal(shape, 0, 0.5, 'float32', 7);
const int = (...values: number[]): tfjs.Tensor => tfjs.tensor1d(values, 'int32');

type Case = readonly [name: string, graph: () => TfjsGraph, input: readonly number[]];

const cases: readonly Case[] = [
  ['convolution, stride 2, SAME', () => graphOf('Conv2D', same, [weights(3, 3, 4, 5)]), [1, 9, 8, 4]],
  ['fused convolution with Relu6', () => graphOf('_FusedConv2D', { ...same, fused_ops: texts('BiasAdd', 'Relu6'), num_args: { i: '1' } }, [weights(3, 3, 4, 5), weights(5)]), [1, 9, 8, 4]],
  ['fused convolution with Prelu', () => graphOf('_FusedConv2D', { ...same, fused_ops: texts('BiasAdd', 'Prelu'), num_args: { i: '2' } }, [weights(3, 3, 4, 5), weights(5), weights(1, 1, 5)]), [1, 9, 8, 4]],
  ['depthwise convolution, multiplier 2', () => graphOf('DepthwiseConv2dNative', { ...same, strides: ints(1, 1, 1, 1) }, [weights(3, 3, 4, 2)]), [1, 7, 6, 4]],
  ['dilated convolution, VALID', () => graphOf('Conv2D', { ...same, strides: ints(1, 1, 1, 1), padding: text('VALID'), dilations: ints(1, 2, 2, 1) }, [weights(3, 3, 4, 5)]), [1, 9, 8, 4]],
  ['max pooling, SAME', () => graphOf('MaxPool', { ...same, ksize: ints(1, 3, 3, 1) }), [1, 9, 8, 4]],
  ['average pooling, SAME', () => graphOf('AvgPool', { ...same, ksize: ints(1, 3, 3, 1) }), [1, 9, 8, 4]],
  ['padding with a value', () => graphOf('PadV2', {}, [tfjs.tensor2d([0, 0, 1, 2, 0, 3, 0, 0], [4, 2], 'int32'), tfjs.scalar(-2)]), [1, 3, 4, 2]],
  ['resize, half-pixel centres', () => graphOf('ResizeBilinear', { half_pixel_centers: { b: true } }, [int(7, 10)]), [1, 4, 5, 3]],
  ['resize, corners aligned', () => graphOf('ResizeBilinear', { align_corners: { b: true } }, [int(7, 10)]), [1, 4, 5, 3]],
  ['resize, asymmetric', () => graphOf('ResizeBilinear', {}, [int(8, 10)]), [1, 4, 5, 3]],
  ['nearest resize', () => graphOf('ResizeNearestNeighbor', {}, [int(8, 10)]), [1, 4, 5, 3]],
  ['transpose', () => graphOf('Transpose', {}, [int(0, 3, 1, 2)]), [1, 4, 5, 3]],
  ['reshape', () => graphOf('Reshape', {}, [int(-1, 6)]), [1, 4, 3, 3]],
  ['squeeze', () => graphOf('Squeeze', { squeeze_dims: ints(0, 2) }), [1, 4, 1, 3]],
  ['mean over height and width', () => graphOf('Mean', { keep_dims: { b: false } }, [int(1, 2)]), [1, 4, 5, 3]],
  ['sum, dimensions kept', () => graphOf('Sum', { keep_dims: { b: true } }, [int(-1)]), [1, 4, 5, 3]],
  ['maximum', () => graphOf('Max', { keep_dims: { b: true } }, [int(1)]), [1, 4, 5, 3]],
  ['softmax', () => graphOf('Softmax', {}), [2, 7]],
  ['fused matrix product', () => graphOf('_FusedMatMul', { fused_ops: texts('BiasAdd', 'Relu'), num_args: { i: '1' } }, [weights(6, 4), weights(4)]), [2, 6]],
  ['broadcast product', () => graphOf('Mul', {}, [weights(3)]), [1, 4, 5, 3]],
  ['squared difference', () => graphOf('SquaredDifference', {}, [weights(3)]), [1, 4, 5, 3]],
  ['leaky relu', () => graphOf('LeakyRelu', { alpha: { f: 0.1 } }), [1, 4, 5, 3]],
  ['concatenation', () => graphOf('ConcatV2', {}, [int(-1)], ['x', 'x']), [1, 4, 5, 3]],
  ['expand dimensions', () => graphOf('ExpandDims', {}, [tfjs.scalar(1, 'int32')]), [2, 3]],
];

describe('one operator at a time', () => {
  beforeAll(async () => {
    tfjs.enableProdMode();
    await tfjs.setBackend('cpu');
  });

  it.each(cases)('%s', async (_name, makeGraph, shape) => {
    const graph = makeGraph();
    const input = tfjs.randomNormal([...shape], 0, 2, 'float32', 11);
    const model = await tfjs.loadGraphModel(
      tfjs.io.fromMemory({ modelTopology: graph.topology, weightSpecs: [...graph.weightSpecs] as tfjs.io.WeightsManifestEntry[], weightData: graph.weightData.slice().buffer }),
    );
    const expected = model.execute({ x: input }, 'y') as tfjs.Tensor;
    const bytes = convertToOnnx(
      graph,
      [{ name: 'x', type: 'float32', shape }],
      [{ name: 'y', type: 'float32', shape: expected.shape }],
    );
    const loaded = await onnxRuntime({ threads: 1 }).load({
      id: 'operator',
      outputs: ['y'],
      forms: new Set(['onnx'] as const),
      onnx: () => Promise.resolve(bytes),
      tfjsGraph: () => graph,
    });
    const { y } = await loaded.run({ x: { type: 'float32', dims: shape, data: (await input.data()) as Float32Array } });
    expect(y!.dims).toEqual(expected.shape);
    expect(relativeDifference(y!.data, await expected.data())).toBeLessThanOrEqual(1e-5);
  });

  it('refuses an operator that it does not know, by name', () => {
    const graph = graphOf('NonMaxSuppressionV5', {});
    const port = { name: 'x', type: 'float32', shape: [1] } as const;
    expect(() => convertToOnnx(graph, [port], [{ ...port, name: 'y' }])).toThrow(ConversionError);
  });
});
