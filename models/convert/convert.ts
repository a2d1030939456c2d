import type { GraphNode, TfjsGraph } from '../files/tfjs-graph.ts';
import { Attributes } from './attributes.ts';
import { GraphBuilder, plain, type Value } from './builder.ts';
import { encodeOnnx, type ElementType, type OnnxPort } from './onnx-schema.ts';
import { convolutionOperators } from './ops/convolution.ts';
import { elementwiseOperators } from './ops/elementwise.ts';
import { foldings } from './ops/folding.ts';
import { ConversionError, type Operator, type OperatorTable } from './ops/operator.ts';
import { reductionOperators } from './ops/reduction.ts';
import { shapeOperators } from './ops/shape.ts';
import { readConstants } from './weights.ts';

/** Part of the name of every converted or fused file: raised whenever the converter or the fusing would write other bytes. */
export const converterVersion = '2';

/** An input or output of a graph model: the name of its node and its full shape. */
export interface GraphPort {
  readonly name: string;
  readonly type: 'float32' | 'int32';
  readonly shape: readonly number[];
}

const operators: OperatorTable = {
  ...elementwiseOperators,
  ...convolutionOperators,
  ...shapeOperators,
  ...reductionOperators,
  Identity: (operator) => [operator.inputs[0]!],
  StopGradient: (operator) => [operator.inputs[0]!],
};

/**
 * Writes a TensorFlow.js graph model as ONNX (opset 17). Inputs and outputs keep the names and the channels-last
 * shapes of the graph's nodes, so that callers need not know which form runs; only nodes that the outputs need are
 * written.
 * @throws ConversionError at an operator that is not supported
 */
export function convertToOnnx(graph: TfjsGraph, inputs: readonly GraphPort[], outputs: readonly GraphPort[]): Uint8Array {
  const builder = new GraphBuilder();
  const constants = readConstants(graph);
  const values = new Map<string, Value[]>();
  for (const port of inputs) values.set(port.name, [plain(port.name, port.shape.length)]);
  for (const node of neededNodes(graph, outputs)) {
    if (!values.has(node.name)) values.set(node.name, writeNode(node, values, constants, builder));
  }
  for (const port of outputs) {
    const value = lookUp(port.name, values);
    builder.emitNamed('Identity', [builder.asPlain(value)], port.name);
  }
  const ports = (list: readonly GraphPort[]): OnnxPort[] =>
    list.map(({ name, type, shape }) => ({ name, type: type satisfies ElementType, dims: shape }));
  return encodeOnnx(
    { nodes: builder.nodes, initializers: builder.initializers, inputs: ports(inputs), outputs: ports(outputs) },
    converterVersion,
  );
}

/** "name:1" → name and index of the output that is meant; "^name" only orders execution. */
function parseReference(reference: string): { name: string; index: number } {
  const [name = '', index = '0'] = reference.replace(/^\^/, '').split(':');
  return { name, index: Number(index) };
}

function lookUp(reference: string, values: ReadonlyMap<string, Value[]>): Value {
  const { name, index } = parseReference(reference);
  const value = values.get(name)?.[index];
  if (value === undefined) throw new ConversionError({ name, op: 'input' }, `output ${index} was not written`);
  return value;
}

/** The nodes that the outputs depend on, every one after its inputs (depth first, without recursion). */
function neededNodes(graph: TfjsGraph, outputs: readonly GraphPort[]): GraphNode[] {
  const byName = new Map(graph.nodes.map((node) => [node.name, node]));
  const ordered: GraphNode[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const stack = outputs.map(({ name }) => name).reverse();
  for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
    const node = byName.get(name);
    if (node === undefined) throw new ConversionError({ name, op: 'node' }, 'the graph has no such node');
    if (state.get(name) === undefined) {
      state.set(name, 'open');
      const before = node.input.map((reference) => parseReference(reference).name);
      stack.push(...before.filter((other) => state.get(other) === undefined));
      continue;
    }
    stack.pop();
    if (state.get(name) === 'open') ordered.push(node);
    state.set(name, 'done');
  }
  return ordered;
}

function writeNode(
  node: GraphNode,
  values: ReadonlyMap<string, Value[]>,
  constants: ReturnType<typeof readConstants>,
  builder: GraphBuilder,
): Value[] {
  if (node.op === 'Const') {
    const array = constants.get(node.name);
    if (array === undefined) throw new ConversionError(node, 'its weights are missing');
    return [{ kind: 'constant', array }];
  }
  const inputs = node.input
    .filter((reference) => !reference.startsWith('^'))
    .map((reference) => lookUp(reference, values));
  const operator: Operator = { name: node.name, op: node.op, attributes: new Attributes(node), inputs, builder };
  const fold = foldings[node.op];
  if (fold !== undefined && inputs.length > 0 && inputs.every(({ kind }) => kind === 'constant')) {
    return [{ kind: 'constant', array: fold(operator) }];
  }
  const write = operators[node.op];
  if (write === undefined) throw new ConversionError(node, 'the operator is not supported');
  return write(operator);
}
