import { OnnxGraph } from './onnx-graph';

const field = (number: number, content: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, Buffer.byteLength(content)]), Buffer.from(content)]);

const node = (opType: string, inputs: readonly string[], output: string): Buffer =>
  field(1, Buffer.concat([...inputs.map((name) => field(1, name)), field(2, output), field(4, opType)]));
const weight = (name: string): Buffer => field(5, field(8, name));
const floatTensor = (number: 11 | 12, name: string): Buffer =>
  field(number, Buffer.concat([field(1, name), field(2, field(1, Buffer.from([8, 1])))]));

const model = (...fields: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([8, 8]), field(7, Buffer.concat(fields)), field(2, 'pytorch')]);

const exp = node('Exp', ['x', 'w1'], 'z');
const ceil = node('Ceil', ['z'], 'durations');
const conv = node('Conv', ['z', 'w2'], 'y');
const whole = [exp, ceil, conv, field(2, 'g'), weight('w1'), weight('w2'), floatTensor(11, 'x')];
const graph = new OnnxGraph(model(...whole, floatTensor(12, 'y')));

describe('a graph in parts', () => {
  it('names one more output', () => {
    expect(graph.outputOfOnly('Ceil')).toBe('durations');
    const expected = model(...whole, floatTensor(12, 'y'), floatTensor(12, 'durations'));
    expect(graph.withOutput('durations')).toEqual(expected);
  });

  it.each([[[]], [[node('Ceil', ['x'], 'a'), node('Ceil', ['x'], 'b')]]])(
    'knows no only node where there is none or several',
    (nodes) => expect(new OnnxGraph(model(...nodes)).outputOfOnly('Ceil')).toBeUndefined(),
  );

  it('keeps what makes an output, and nothing else', () => {
    const first = model(exp, field(2, 'g'), weight('w1'), floatTensor(11, 'x'), floatTensor(12, 'z'));
    expect(graph.part(['z'])).toEqual(first);
    const second = model(conv, field(2, 'g'), weight('w2'), floatTensor(11, 'z'), floatTensor(12, 'y'));
    expect(graph.part(['y'], ['z'])).toEqual(second);
  });

  it('makes no part that needs another input of the whole', () => {
    const speaker = new OnnxGraph(
      model(exp, node('Conv', ['z', 'speaker'], 'y'), floatTensor(11, 'x'), floatTensor(11, 'speaker')),
    );
    expect(speaker.part(['y'], ['z'])).toBeUndefined();
  });

  it('refuses what is no ONNX file', () => {
    expect(() => new OnnxGraph(Buffer.from('not a model at all'))).toThrow('Not an ONNX file');
  });
});
