import { EditableGraph, floatAttribute, wordAttribute, type NodeMessage } from './editable-graph.ts';
import { fuseEnlargingHead } from './enlarging-head.ts';
import { mapSize, sizedAfter, type MapSize } from './map-size.ts';

/** Rewrites one place of the graph; false where there is none left. */
type Rewrite = (graph: EditableGraph) => boolean;

const otherInput = (node: NodeMessage, value: string): string | undefined => (node.input[0] === value ? node.input[1] : node.input[0]);

/** The one reader of a value, where it is this operator with a number; and that number. */
function withNumber(graph: EditableGraph, value: string, opType: 'Mul' | 'Add'): { readonly node: NodeMessage; readonly number: number } | null {
  const node = graph.onlyReader(value, opType);
  const number = node === null ? null : graph.scalar(otherInput(node, value));
  return node === null || number === null ? null : { node, number };
}

/** A convolution whose result is only multiplied by a number, or has one added: its weights and bias take that over. */
const foldNumber: Rewrite = (graph) => {
  for (const conv of graph.nodes) {
    const [x = '', weights, bias] = conv.input;
    const [result = ''] = conv.output;
    if (conv.opType !== 'Conv') continue;
    const found = withNumber(graph, result, 'Mul') ?? withNumber(graph, result, 'Add');
    const w = graph.floats(weights);
    const b = bias === undefined ? { data: new Float32Array(w?.dims[0] ?? 0) } : graph.floats(bias);
    if (found === null || w === null || b === null) continue;
    const { node, number } = found;
    const [factor, summand] = node.opType === 'Mul' ? [number, 0] : [1, number];
    const input = [
      x,
      graph.constant(w.dims, w.data.map((value) => value * factor)),
      graph.constant([b.data.length], b.data.map((value) => value * factor + summand)),
    ];
    graph.replace([conv, node], [{ ...conv, input, output: [...node.output] }]);
    return true;
  }
  return false;
};

/** A bound of a Clip: an input since opset 11, an attribute before. */
const boundOf = (graph: EditableGraph, clip: NodeMessage, name: 'min' | 'max'): number | null =>
  graph.scalar(clip.input[name === 'min' ? 1 : 2]) ?? clip.attribute?.find((one) => one.name === name)?.f ?? null;

/** x · clip(x + 3, 0, 6) / 6 in four operators: hard swish (A. Howard et al., "Searching for MobileNetV3", 2019, eq. 1). */
function hardSwishAt(graph: EditableGraph, add: NodeMessage): { readonly x: string; readonly nodes: readonly NodeMessage[] } | null {
  const [x = '', three] = graph.scalar(add.input[1]) === null ? [add.input[1], add.input[0]] : add.input;
  if (add.opType !== 'Add' || graph.scalar(three) !== 3) return null;
  const clip = graph.onlyReader(add.output[0], 'Clip');
  const product = graph.onlyReader(clip?.output[0], 'Mul');
  const division = graph.onlyReader(product?.output[0], 'Div');
  if (clip === null || product === null || division === null) return null;
  const fits =
    boundOf(graph, clip, 'min') === 0 && boundOf(graph, clip, 'max') === 6 && product.input.includes(x) && graph.scalar(division.input[1]) === 6;
  return fits ? { x, nodes: [add, clip, product, division] } : null;
}

/** Channels of a convolution's result; null where a value comes from elsewhere. */
function channelsOf(graph: EditableGraph, value: string): number | null {
  const conv = graph.writer(value);
  return conv?.opType === 'Conv' ? (graph.floats(conv.input[1])?.dims[0] ?? null) : null;
}

/**
 * Hard swish in two operators. Where a number is multiplied and another added behind it, a batch normalisation does
 * both: unlike those two it lets ONNX Runtime keep its blocked layout.
 */
const fuseHardSwish: Rewrite = (graph) => {
  for (const add of graph.nodes) {
    const found = hardSwishAt(graph, add);
    const channels = found === null ? null : channelsOf(graph, found.x);
    if (found === null || channels === null) continue;
    const { x, nodes } = found;
    const gate = graph.fresh();
    const [result = ''] = nodes.at(-1)?.output ?? [];
    const gated = (output: string): NodeMessage[] => [
      { opType: 'HardSigmoid', input: [x], output: [gate], attribute: [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)] },
      { opType: 'Mul', input: [x, gate], output: [output] },
    ];
    const scaled = withNumber(graph, result, 'Mul');
    const shifted = scaled === null ? null : withNumber(graph, scaled.node.output[0] ?? '', 'Add');
    if (scaled === null || shifted === null) {
      graph.replace(nodes, gated(result));
      return true;
    }
    const all = (value: number): string => graph.constant([channels], new Float32Array(channels).fill(value));
    const product = graph.fresh();
    const normalised: NodeMessage = {
      opType: 'BatchNormalization',
      input: [product, all(scaled.number), all(shifted.number), all(0), all(1)],
      output: [...shifted.node.output],
      attribute: [floatAttribute('epsilon', 0)],
    };
    graph.replace([...nodes, scaled.node, shifted.node], [...gated(product), normalised]);
    return true;
  }
  return false;
};

/** How many times larger one side is than another, where that is a whole number. */
const timesLarger = (from: number, to: number): number | null => (to % from === 0 ? to / from : null);

/**
 * A linear resize to the size of another map, where both sizes are known beforehand, resizes by that factor: only then
 * does ONNX Runtime keep its blocked layout. PyTorch's half pixels are everybody's but in maps of a single pixel.
 */
const fixScale: Rewrite = (graph) => {
  const known = new Map<string, MapSize | null>();
  for (const node of graph.nodes) {
    const [x = '', region = ''] = node.input;
    const model = node.opType === 'Resize' && node.input.length === 4 ? sizedAfter(graph, node) : null;
    const [from, to] = model === null ? [null, null] : [mapSize(graph, x, known), mapSize(graph, model, known)];
    if (from === null || to === null || graph.word(node, 'mode') !== 'linear' || Math.min(...to) < 2) continue;
    if (graph.word(node, 'coordinate_transformation_mode') !== 'pytorch_half_pixel') continue;
    const [down, across] = [timesLarger(from[0], to[0]), timesLarger(from[1], to[1])];
    if (down === null || across === null) continue;
    const attribute = [wordAttribute('mode', 'linear'), wordAttribute('coordinate_transformation_mode', 'half_pixel')];
    graph.replace([node], [{ ...node, input: [x, region, graph.constant([4], Float32Array.of(1, 1, down, across))], attribute }]);
    return true;
  }
  return false;
};

/** x + x · g is x · (g + 1): where g is one number a channel, that is one pass over the map instead of two. */
const addToGate: Rewrite = (graph) => {
  for (const add of graph.nodes) {
    const [first = '', second = ''] = add.opType === 'Add' ? add.input : [];
    for (const [x, product] of [[first, second], [second, first]] as const) {
      const mul = graph.writer(product);
      const gate = mul?.opType === 'Mul' && mul.input.includes(x) && graph.onlyReader(product, 'Add') === add ? otherInput(mul, x) : undefined;
      if (mul === null || gate === undefined || graph.writer(gate)?.opType !== 'HardSigmoid') continue;
      const more = graph.fresh();
      const nodes: NodeMessage[] = [
        { opType: 'Add', input: [gate, graph.constant([1], Float32Array.of(1))], output: [more] },
        { opType: 'Mul', input: [x, more], output: [...add.output] },
      ];
      graph.replace([mul, add], nodes);
      return true;
    }
  }
  return false;
};

const rewrites: readonly Rewrite[] = [foldNumber, fuseHardSwish, addToGate, fuseEnlargingHead, fixScale];

/**
 * The same model with fewer operators, as ONNX Runtime does not find them by itself: some networks (PP-OCR) hold an
 * activation in six, each of which goes over the whole picture. The same bytes where there is nothing to fuse.
 */
export function fuseOnnx(bytes: Uint8Array): Uint8Array {
  const graph = new EditableGraph(bytes);
  let found = false;
  for (const rewrite of rewrites) while (rewrite(graph)) found = true;
  return found ? graph.encode() : bytes;
}
