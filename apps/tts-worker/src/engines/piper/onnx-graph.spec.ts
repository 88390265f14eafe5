import { exposeOutput } from './onnx-graph';

const field = (number: number, content: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, Buffer.byteLength(content)]), Buffer.from(content)]);

const node = (opType: string, output: string): Buffer =>
  field(1, Buffer.concat([field(1, 'in'), field(2, output), field(4, opType)]));

const model = (...nodes: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([8, 8]),
    field(7, Buffer.concat([...nodes, field(2, 'g')])),
    field(2, 'pytorch'),
  ]);

describe('exposeOutput', () => {
  it('adds the output of the only node of a kind to the graph, and nothing else', () => {
    const before = model(node('Exp', 'x'), node('Ceil', 'durations'));
    const { model: after, output } = exposeOutput(before, 'Ceil');
    expect(output).toBe('durations');
    const added = field(12, Buffer.concat([field(1, 'durations'), field(2, field(1, Buffer.from([8, 1])))]));
    const graph = Buffer.concat([node('Exp', 'x'), node('Ceil', 'durations'), field(2, 'g'), added]);
    expect(after).toEqual(Buffer.concat([Buffer.from([8, 8]), field(7, graph), field(2, 'pytorch')]));
  });

  it.each([[[]], [[node('Exp', 'x')]], [[node('Ceil', 'a'), node('Ceil', 'b')]]])(
    'leaves other models as they are',
    (nodes) => {
      const before = model(...nodes);
      expect(exposeOutput(before, 'Ceil')).toEqual({ model: before, output: undefined });
    },
  );

  it('refuses what is no ONNX file', () => {
    expect(() => exposeOutput(Buffer.from('not a model at all'), 'Ceil')).toThrow('Not an ONNX file');
  });
});
