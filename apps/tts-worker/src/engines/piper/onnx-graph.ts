/**
 * Reads just enough of an ONNX file (protobuf) to name one more output of its graph. A VITS voice computes how
 * long each phoneme lasts on its way and does not tell; with the output named, it does.
 */

/** ModelProto.graph; GraphProto.node and .output; NodeProto.output and .op_type. */
const modelGraph = 7;
const graphNode = 1;
const graphOutput = 12;
const nodeOutput = 2;
const nodeOpType = 4;

interface Field {
  readonly number: number;
  /** Where the field begins, key included, and where its content lies. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

function* fieldsOf(bytes: Buffer, from: number, to: number): Generator<Field> {
  for (let at = from; at < to;) {
    const key = readVarint(bytes, at);
    const size = sizeOf(bytes, key.next, key.value & 7);
    yield { number: key.value >>> 3, at, start: size.start, end: size.end };
    at = size.end;
  }
}

function sizeOf(bytes: Buffer, at: number, wireType: number): { start: number; end: number } {
  switch (wireType) {
    case 0:
      return { start: at, end: readVarint(bytes, at).next };
    case 1:
      return { start: at, end: at + 8 };
    case 2: {
      const { value, next } = readVarint(bytes, at);
      return { start: next, end: next + value };
    }
    case 5:
      return { start: at, end: at + 4 };
    default:
      throw new Error('Not an ONNX file');
  }
}

function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = at; next < at + 10;) {
    const byte = bytes[next];
    if (byte === undefined) break;
    next += 1;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if (byte < 0x80) return { value, next };
  }
  throw new Error('Not an ONNX file');
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

const delimited = (number: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);

/** ValueInfoProto of a float tensor of any shape. */
const floatValue = (name: string): Buffer =>
  Buffer.concat([delimited(1, Buffer.from(name)), delimited(2, delimited(1, Buffer.from([0x08, 0x01])))]);

/** The output of the graph's only node of this kind; undefined when there is none or several. */
function outputOfOnly(bytes: Buffer, graph: Field, opType: string): string | undefined {
  const found: string[] = [];
  for (const node of fieldsOf(bytes, graph.start, graph.end)) {
    if (node.number !== graphNode) continue;
    const fields = [...fieldsOf(bytes, node.start, node.end)];
    const text = (number: number) => {
      const field = fields.find((candidate) => candidate.number === number);
      return field === undefined ? '' : bytes.toString('utf8', field.start, field.end);
    };
    if (text(nodeOpType) === opType) found.push(text(nodeOutput));
  }
  return found.length === 1 ? found[0] : undefined;
}

export interface ExposedModel {
  readonly model: Buffer;
  /** Name of the added output; undefined when the graph has no such node. */
  readonly output: string | undefined;
}

/** The model with the output of its only `opType` node among its outputs. */
export function exposeOutput(bytes: Buffer, opType: string): ExposedModel {
  const graph = [...fieldsOf(bytes, 0, bytes.length)].find((field) => field.number === modelGraph);
  const output = graph === undefined ? undefined : outputOfOnly(bytes, graph, opType);
  if (graph === undefined || output === undefined) return { model: bytes, output: undefined };
  const added = delimited(graphOutput, floatValue(output));
  const model = Buffer.concat([
    bytes.subarray(0, graph.at),
    varint(modelGraph * 8 + 2),
    varint(graph.end - graph.start + added.length),
    bytes.subarray(graph.start, graph.end),
    added,
    bytes.subarray(graph.end),
  ]);
  return { model, output };
}
