import type { EditableGraph, NodeMessage } from './editable-graph.ts';

/** Height and width of a feature map. */
export type MapSize = readonly [height: number, width: number];

/** Operators whose result is as large as their first input. */
const keeping: ReadonlySet<string> = new Set(['Relu', 'Sigmoid', 'Add', 'Concat', 'BatchNormalization']);
/** Operators that carry a size from where it is read to where a map is resized to it. */
const carrying: ReadonlySet<string> = new Set(['Shape', 'Gather', 'Unsqueeze', 'Slice', 'Cast', 'Concat', 'Constant']);

/** What a window that slides over a map leaves of one side; null where the operator says nothing plain about it. */
function slid(graph: EditableGraph, node: NodeMessage, side: number, axis: 0 | 1): number | null {
  const whole = (name: string, at: number, absent: number): number => graph.whole(node, name)?.[at] ?? absent;
  const kernel = node.opType === 'Conv' ? graph.floats(node.input[1])?.dims[axis + 2] : graph.whole(node, 'kernel_shape')?.[axis];
  if (kernel === undefined || whole('ceil_mode', 0, 0) > 1 || node.attribute?.some(({ name }) => name === 'auto_pad')) return null;
  const padded = side + whole('pads', axis, 0) + whole('pads', axis + 2, 0);
  const steps = (padded - whole('dilations', axis, 1) * (kernel - 1) - 1) / whole('strides', axis, 1);
  return (whole('ceil_mode', 0, 0) === 1 ? Math.ceil(steps) : Math.floor(steps)) + 1;
}

/** The one map to whose size another is resized; null where the size comes from elsewhere. */
export function sizedAfter(graph: EditableGraph, resize: NodeMessage): string | null {
  const [resized = '', , , sizes = ''] = resize.input;
  const found = new Set<string>();
  const waiting = [sizes];
  const seen = new Set<string>();
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const writer = graph.writer(value);
    if (seen.has(value)) continue;
    seen.add(value);
    if (writer === null) continue;
    if (!carrying.has(writer.opType)) return null;
    if (writer.opType !== 'Shape') waiting.push(...writer.input);
    else if (writer.input[0] !== resized) found.add(writer.input[0] ?? '');
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** Size of a value of a graph whose input's size is fixed; null where it depends on the picture or cannot be told. */
export function mapSize(graph: EditableGraph, value: string, known: Map<string, MapSize | null>): MapSize | null {
  const before = known.get(value);
  if (before !== undefined) return before;
  const node = graph.writer(value);
  const first = node?.input[0] ?? '';
  let size: MapSize | null = null;
  if (node === null) size = graph.inputSize(value);
  else if (keeping.has(node.opType)) size = mapSize(graph, first, known);
  else if (node.opType === 'Conv' || node.opType === 'MaxPool') {
    const from = mapSize(graph, first, known);
    const [height, width] = from === null ? [null, null] : [slid(graph, node, from[0], 0), slid(graph, node, from[1], 1)];
    size = height === null || width === null ? null : [height, width];
  } else if (node.opType === 'Resize') {
    const model = sizedAfter(graph, node);
    const scales = graph.floats(node.input[2])?.data;
    const from = mapSize(graph, first, known);
    if (model !== null) size = mapSize(graph, model, known);
    else if (from !== null && scales?.length === 4) size = [Math.floor(from[0] * scales[2]!), Math.floor(from[1] * scales[3]!)];
  }
  known.set(value, size);
  return size;
}
