import type { GraphNode } from '../files/tfjs-graph.ts';

/** Typed access to a node's TensorFlow attributes; numbers may be text and text is base64 in the JSON form. */
export class Attributes {
  readonly #node: GraphNode;

  constructor(node: GraphNode) {
    this.#node = node;
  }

  integer(name: string, fallback: number): number {
    return Number(this.#field(name, 'i') ?? fallback);
  }

  float(name: string, fallback: number): number {
    return Number(this.#field(name, 'f') ?? fallback);
  }

  flag(name: string): boolean {
    return this.#field(name, 'b') === true;
  }

  text(name: string, fallback: string): string {
    const value = this.#field(name, 's');
    return typeof value === 'string' ? decodeText(value) : fallback;
  }

  integers(name: string): number[] {
    return this.#list(name, 'i').map(Number);
  }

  texts(name: string): string[] {
    return this.#list(name, 's').map((value) => decodeText(String(value)));
  }

  /** 'float32', 'int32' or 'bool'; TensorFlow's own name where it is another */
  type(name: string): string {
    const value = this.#field(name, 'type');
    const given = typeof value === 'string' || typeof value === 'number' ? String(value) : 'DT_FLOAT';
    return dataTypes[given] ?? given;
  }

  #field(name: string, kind: string): unknown {
    const attribute = this.#node.attr[name];
    return isRecord(attribute) ? attribute[kind] : undefined;
  }

  #list(name: string, kind: string): unknown[] {
    const list = this.#field(name, 'list');
    const values = isRecord(list) ? list[kind] : undefined;
    return Array.isArray(values) ? values : [];
  }
}

const dataTypes: Readonly<Record<string, string>> = {
  DT_FLOAT: 'float32',
  '1': 'float32',
  DT_INT32: 'int32',
  '3': 'int32',
  DT_BOOL: 'bool',
  '10': 'bool',
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const decodeText = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
