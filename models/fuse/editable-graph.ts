import { attributeType, elementType, modelMessage } from '../convert/onnx-schema.ts';

/** Messages of an .onnx file as far as they are edited here; what else they hold stays with them. */
export interface TensorMessage {
  readonly name?: string;
  readonly dims: readonly Whole[];
  readonly dataType: number;
  readonly rawData?: Uint8Array;
  readonly floatData?: readonly number[];
}

interface AttributeMessage {
  readonly name: string;
  readonly f?: number;
  readonly i?: Whole;
  readonly s?: Uint8Array;
  readonly ints?: readonly Whole[];
  readonly t?: TensorMessage;
  readonly type?: number;
}

type Whole = number | { toNumber(): number };
const numberOf = (value: Whole): number => (typeof value === 'number' ? value : value.toNumber());

interface InputMessage {
  readonly name: string;
  readonly type?: { readonly tensorType?: { readonly shape?: { readonly dim?: readonly { readonly dimValue?: Whole }[] } } };
}

export interface NodeMessage {
  readonly opType: string;
  readonly input: string[];
  readonly output: string[];
  readonly attribute?: readonly AttributeMessage[];
}

interface ModelMessage {
  readonly graph: {
    readonly node: NodeMessage[];
    readonly initializer: TensorMessage[];
    readonly input: readonly InputMessage[];
    readonly output: readonly { readonly name: string }[];
  };
}

/** A float constant of the graph. */
export interface Floats {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** The nodes of an .onnx file, to be found by what they read and replaced. */
export class EditableGraph {
  readonly #model: ModelMessage;
  readonly #outputs: ReadonlySet<string>;
  readonly #constants = new Map<string, TensorMessage>();
  readonly #readers = new Map<string, NodeMessage[]>();
  readonly #writers = new Map<string, NodeMessage>();
  #nodes: NodeMessage[];
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#model = modelMessage().decode(bytes) as unknown as ModelMessage;
    const { node, initializer, output } = this.#model.graph;
    this.#outputs = new Set(output.map(({ name }) => name));
    this.#nodes = node;
    for (const tensor of initializer) this.#constants.set(tensor.name ?? '', tensor);
    for (const { opType, output: [name = ''], attribute } of node) {
      const value = attribute?.find((one) => one.name === 'value')?.t;
      if (opType === 'Constant' && value !== undefined) this.#constants.set(name, value);
    }
    this.#index();
  }

  get nodes(): readonly NodeMessage[] {
    return this.#nodes;
  }

  /** The one node that reads a value, where it is of this type and the value is no output of the graph; else null. */
  onlyReader(value: string | undefined, opType: string): NodeMessage | null {
    const readers = this.#readers.get(value ?? '') ?? [];
    const [reader] = readers;
    return readers.length === 1 && reader?.opType === opType && !this.#outputs.has(value ?? '') ? reader : null;
  }

  writer(value: string | undefined): NodeMessage | null {
    return this.#writers.get(value ?? '') ?? null;
  }

  /** A float constant; null where the value is computed or of another type. */
  floats(value: string | undefined): Floats | null {
    const tensor = this.#constants.get(value ?? '');
    if (tensor?.dataType !== elementType.float32) return null;
    const dims = tensor.dims.map(numberOf);
    const raw = tensor.rawData;
    return { dims, data: raw !== undefined && raw.length > 0 ? new Float32Array(new Uint8Array(raw).buffer) : Float32Array.from(tensor.floatData ?? []) };
  }

  /** A whole number, or several, that an operator was given under a name. */
  whole(node: NodeMessage, name: string): readonly number[] | null {
    const found = node.attribute?.find((one) => one.name === name);
    if (found === undefined) return null;
    return (found.ints?.length ?? 0) > 0 ? found.ints!.map(numberOf) : found.i === undefined ? null : [numberOf(found.i)];
  }

  /** A word that an operator was given under a name. */
  word(node: NodeMessage, name: string): string | null {
    const found = node.attribute?.find((one) => one.name === name)?.s;
    return found === undefined ? null : Buffer.from(found).toString();
  }

  /** Height and width of an input of the graph where they are fixed: [1, 3, height, width]. */
  inputSize(name: string): readonly [height: number, width: number] | null {
    const dims = this.#model.graph.input.find((one) => one.name === name)?.type?.tensorType?.shape?.dim ?? [];
    const [height = 0, width = 0] = dims.slice(2).map(({ dimValue }) => numberOf(dimValue ?? 0));
    return dims.length === 4 && height > 0 && width > 0 ? [height, width] : null;
  }

  /** A constant of one float as a number; null where it is none. */
  scalar(value: string | undefined): number | null {
    const found = this.floats(value);
    return found?.data.length === 1 ? (found.data[0] ?? null) : null;
  }

  /** Adds a float constant and returns its name. */
  constant(dims: readonly number[], data: Float32Array): string {
    const name = this.fresh();
    this.#constants.set(name, { name, dims, dataType: elementType.float32, rawData: new Uint8Array(data.buffer) });
    return name;
  }

  fresh(): string {
    this.#count += 1;
    return `fused_${this.#count}`;
  }

  /** Puts nodes in place of others, where the last of those stood. */
  replace(old: readonly NodeMessage[], fresh: readonly NodeMessage[]): void {
    const last = old.at(-1);
    this.#nodes = this.#nodes.flatMap((node) => (node === last ? fresh : old.includes(node) ? [] : [node]));
    this.#index();
  }

  /** The bytes of the edited file; operators and constants that nobody reads any more are left out. */
  encode(): Uint8Array {
    let node = this.#nodes.filter(({ opType, output: [name = ''] }) => opType !== 'Constant' || !this.#constants.has(name));
    let read = new Set<string>();
    for (let before = -1; before !== node.length; ) {
      before = node.length;
      read = new Set(node.flatMap(({ input }) => input));
      node = node.filter(({ output }) => output.some((name) => read.has(name) || this.#outputs.has(name)));
    }
    const initializer = [...this.#constants].flatMap(([name, tensor]) => (read.has(name) ? [{ ...tensor, name }] : []));
    return modelMessage()
      .encode({ ...this.#model, graph: { ...this.#model.graph, node, initializer } })
      .finish();
  }

  #index(): void {
    this.#readers.clear();
    this.#writers.clear();
    for (const node of this.#nodes) {
      for (const name of node.output) this.#writers.set(name, node);
      for (const name of node.input) this.#readers.set(name, [...(this.#readers.get(name) ?? []), node]);
    }
  }
}

/** A whole number as an attribute of a node. */
export const wholeAttribute = (name: string, i: number): AttributeMessage => ({ name, i, type: attributeType.int });

/** A word as an attribute of a node. */
export const wordAttribute = (name: string, s: string): AttributeMessage => ({ name, s: Buffer.from(s), type: attributeType.string });

/** A float attribute of a node. */
export const floatAttribute = (name: string, f: number): AttributeMessage => ({ name, f, type: attributeType.float });
