import { wholeAttribute, type EditableGraph, type NodeMessage } from './editable-graph.ts';

/** A transposed convolution that makes 2 × 2 pixels of each by themselves, and what is added behind it. */
interface Doubling {
  readonly nodes: readonly NodeMessage[];
  readonly from: number;
  readonly to: number;
  /** [from, to, 2, 2] */
  readonly weights: Float32Array;
  /** a channel of its result */
  readonly bias: Float32Array;
  readonly result: string;
}

function doublingAt(graph: EditableGraph, node: NodeMessage): Doubling | null {
  const weights = graph.floats(node.input[1]);
  const [from = 0, to = 0, high, wide] = weights?.dims ?? [];
  const add = graph.onlyReader(node.output[0], 'Add');
  const bias = add === null ? null : graph.floats(add.input.find((name) => name !== node.output[0]));
  if (node.opType !== 'ConvTranspose' || weights === null || add === null || bias?.data.length !== to || node.input.length > 2) return null;
  const plain = high === 2 && wide === 2 && (graph.whole(node, 'strides') ?? []).join() === '2,2' && (graph.whole(node, 'group')?.[0] ?? 1) === 1;
  if (!plain || (graph.whole(node, 'pads') ?? []).some((pad) => pad !== 0) || node.attribute?.some(({ name }) => name.startsWith('output_') || name === 'auto_pad')) return null;
  return { nodes: [node, add], from, to, weights: weights.data, bias: bias.data, result: add.output[0] ?? '' };
}

/** What a batch normalisation multiplies each channel by, and then adds. */
function affineOf(graph: EditableGraph, norm: NodeMessage): { readonly factor: Float32Array; readonly summand: Float32Array } | null {
  const [scale, shift, mean, variance] = norm.input.slice(1).map((name) => graph.floats(name)?.data);
  if (scale === undefined || shift === undefined || mean === undefined || variance === undefined) return null;
  const epsilon = norm.attribute?.find(({ name }) => name === 'epsilon')?.f ?? 1e-5;
  const factor = scale.map((value, i) => value / Math.sqrt(variance[i]! + epsilon));
  return { factor, summand: shift.map((value, i) => value - mean[i]! * factor[i]!) };
}

/** Weights and bias of the first doubling as a 1 × 1 convolution whose channels are the four pixels of each channel, normalised. */
function spread({ from, to, weights, bias }: Doubling, factor: Float32Array, summand: Float32Array): { readonly weights: Float32Array; readonly bias: Float32Array } {
  const out = new Float32Array(4 * to * from);
  for (let pixel = 0; pixel < 4; pixel++) {
    for (let c = 0; c < to; c++) for (let i = 0; i < from; i++) out[(pixel * to + c) * from + i] = weights[(i * to + c) * 4 + pixel]! * factor[c]!;
  }
  return { weights: out, bias: Float32Array.from({ length: 4 * to }, (_, i) => bias[i % to]! * factor[i % to]! + summand[i % to]!) };
}

/** The second doubling's weights for those channels: a 1 × 1 convolution to the sixteen pixels of the one channel, row by row. */
function gathered({ from, weights }: Doubling): Float32Array {
  const out = new Float32Array(16 * 4 * from);
  for (let outer = 0; outer < 4; outer++) {
    for (let inner = 0; inner < 4; inner++) {
      const row = 2 * (outer >> 1) + (inner >> 1);
      const column = 2 * (outer & 1) + (inner & 1);
      for (let i = 0; i < from; i++) out[(row * 4 + column) * 4 * from + outer * from + i] = weights[i * 4 + inner]!;
    }
  }
  return out;
}

/**
 * Two transposed convolutions that double a map one after the other, to one channel in the end, with a normalisation
 * and a ReLU between them: nothing in them looks at a neighbour, so all is computed on the small map, four and then
 * sixteen channels for one, and laid out as pixels last (after W. Shi and others, "Real-time single image and video
 * super-resolution using an efficient sub-pixel convolutional neural network", CVPR 2016).
 */
export function fuseEnlargingHead(graph: EditableGraph): boolean {
  for (const node of graph.nodes) {
    const first = node.opType === 'ConvTranspose' ? doublingAt(graph, node) : null;
    const norm = graph.onlyReader(first?.result, 'BatchNormalization');
    const relu = graph.onlyReader(norm?.output[0], 'Relu');
    const next = graph.onlyReader(relu?.output[0], 'ConvTranspose');
    const second = next === null ? null : doublingAt(graph, next);
    const affine = norm === null ? null : affineOf(graph, norm);
    if (first === null || norm === null || relu === null || second === null || affine === null || second.to !== 1) continue;
    const { weights, bias } = spread(first, affine.factor, affine.summand);
    const [wide, lit, small] = [graph.fresh(), graph.fresh(), graph.fresh()];
    graph.replace([...first.nodes, norm, relu, ...second.nodes], [
      { opType: 'Conv', input: [node.input[0] ?? '', graph.constant([4 * first.to, first.from, 1, 1], weights), graph.constant([4 * first.to], bias)], output: [wide] },
      { opType: 'Relu', input: [wide], output: [lit] },
      { opType: 'Conv', input: [lit, graph.constant([16, 4 * second.from, 1, 1], gathered(second)), graph.constant([16], new Float32Array(16).fill(second.bias[0]!))], output: [small] },
      { opType: 'DepthToSpace', input: [small], output: [second.result], attribute: [wholeAttribute('blocksize', 4)] },
    ]);
    return true;
  }
  return false;
}
