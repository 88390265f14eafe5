import { delimited, fieldsOf, floatValue, varint, type Field } from './onnx-proto';

/** ModelProto.graph; fields of GraphProto, NodeProto, TensorProto, ValueInfoProto. */
const modelGraph = 7;
const graph = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
const node = { input: 1, output: 2, opType: 4 } as const;
const tensorName = 8;

export interface OnnxNode {
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly field: Field;
}

/** The graph of an ONNX file, to be cut into parts that run one after the other. */
export class OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly #graph: Field;
  readonly #fields: readonly Field[];
  readonly #producers = new Map<string, OnnxNode>();

  constructor(private readonly bytes: Buffer) {
    const found = [...fieldsOf(bytes, 0, bytes.length)].find((field) => field.number === modelGraph);
    if (found === undefined) throw new Error('Not an ONNX file');
    this.#graph = found;
    this.#fields = [...fieldsOf(bytes, found.start, found.end)];
    this.nodes = this.#fields.filter(({ number }) => number === graph.node).map((field) => this.#node(field));
    for (const each of this.nodes) for (const output of each.outputs) this.#producers.set(output, each);
  }

  /** The output of the graph's only node of this kind; undefined when there is none or several. */
  outputOfOnly(opType: string): string | undefined {
    const found = this.nodes.filter((each) => each.opType === opType);
    return found.length === 1 ? found[0]?.outputs[0] : undefined;
  }

  /** The model with one more output, a float tensor. */
  withOutput(name: string): Buffer {
    return this.#model([...this.#fields.map((field) => this.#copy(field)), output(name)]);
  }

  /**
   * The part that makes `outputs`, given `inputs` (float tensors of any shape) in the place of whatever makes them;
   * without `inputs`, from the inputs of the whole. Undefined when the part needs other inputs of the whole too.
   */
  part(outputs: readonly string[], inputs?: readonly string[]): Buffer | undefined {
    const needed = new Set<OnnxNode>();
    const read = new Set<string>();
    const follow = [...outputs];
    for (let name = follow.pop(); name !== undefined; name = follow.pop()) {
      if (read.has(name)) continue;
      read.add(name);
      const producer = inputs?.includes(name) === true ? undefined : this.#producers.get(name);
      if (producer === undefined) continue;
      needed.add(producer);
      follow.push(...producer.inputs);
    }
    const nodes = new Set([...needed].map(({ field }) => field));
    const kept = this.#fields.filter((field) => this.#keeps(field, nodes, read, inputs === undefined));
    if (inputs !== undefined && this.#named(graph.input, 1).some((name) => read.has(name))) return undefined;
    return this.#model([
      ...kept.map((field) => this.#copy(field)),
      ...(inputs ?? []).map((name) => delimited(graph.input, floatValue(name))),
      ...outputs.map(output),
    ]);
  }

  #keeps(field: Field, nodes: ReadonlySet<Field>, read: ReadonlySet<string>, ownInputs: boolean): boolean {
    switch (field.number) {
      case graph.node:
        return nodes.has(field);
      case graph.initializer:
        return read.has(this.#text(field, tensorName));
      case graph.input:
        return ownInputs;
      case graph.output:
      case graph.valueInfo:
        return false;
      default:
        return true;
    }
  }

  #named(kind: number, nameField: number): string[] {
    return this.#fields.filter(({ number }) => number === kind).map((field) => this.#text(field, nameField));
  }

  #node(field: Field): OnnxNode {
    const fields = [...fieldsOf(this.bytes, field.start, field.end)];
    const texts = (number: number) =>
      fields
        .filter((each) => each.number === number)
        .map(({ start, end }) => this.bytes.toString('utf8', start, end));
    return {
      opType: texts(node.opType)[0] ?? '',
      inputs: texts(node.input),
      outputs: texts(node.output),
      field,
    };
  }

  #text(field: Field, number: number): string {
    for (const each of fieldsOf(this.bytes, field.start, field.end)) {
      if (each.number === number) return this.bytes.toString('utf8', each.start, each.end);
    }
    return '';
  }

  #copy({ at, end }: Field): Buffer {
    return this.bytes.subarray(at, end);
  }

  #model(fields: readonly Buffer[]): Buffer {
    const content = fields.reduce((sum, field) => sum + field.length, 0);
    return Buffer.concat([
      this.bytes.subarray(0, this.#graph.at),
      varint(modelGraph * 8 + 2),
      varint(content),
      ...fields,
      this.bytes.subarray(this.#graph.end),
    ]);
  }
}

const output = (name: string): Buffer => delimited(graph.output, floatValue(name));
