import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ModelError } from '../../errors';
import { openParts } from '../../files/byte-source';
import { failureOf, pinOf, put, temporaryFolder } from '../../testing/files';
import { readGgml } from '../../testing/read-ggml';
import { tinyModel, tinyTokenizer, tinyVariables, tinyWeight } from '../../testing/tiny-whisper';
import { readCt2Index } from './ct2-index';
import { convertWhisper } from './ct2-to-ggml';
import { halfToFloat } from './float16';
import { textTokens } from './tokens';

// Millions of weights, on machines that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();
const model = tinyModel();
const output = () => join(folder(), 'ggml.bin');

async function convert(
  cuts: readonly number[] = [],
  source = model,
  tokenizer = tinyTokenizer(),
): Promise<Buffer> {
  const ends = [...cuts, source.length];
  const parts = ends.map((end, i) => source.subarray(i === 0 ? 0 : ends[i - 1], end));
  const modelParts = await Promise.all(parts.map((part, i) => put(join(folder(), `part${i}`), part)));
  const tokenizerPath = await put(join(folder(), 'tokenizer.json'), tokenizer);
  await convertWhisper({ modelParts, tokenizerPath, outputPath: output() });
  return readFileSync(output());
}

let once: Promise<Buffer> | undefined;
/** The tiny model in one part, converted once. */
const converted = () => (once ??= convert());

/** Weights of a CTranslate2 variable, from element `from` on. */
function weights(name: string, from: number, count: number): number[] {
  const index = tinyVariables.findIndex(([known]) => known === name);
  return Array.from({ length: count }, (_, i) => tinyWeight(index, from + i));
}

const floats = (data: Buffer) => Array.from({ length: data.length / 4 }, (_, i) => data.readFloatLE(i * 4));
const halves = (data: Buffer) =>
  Array.from({ length: data.length / 2 }, (_, i) => halfToFloat(data.readUInt16LE(i * 2)));

describe('convertWhisper', () => {
  it('writes header, tokens and every tensor whisper.cpp expects', async () => {
    const { header, tokens, tensors } = readGgml(await converted());
    expect(header).toEqual([0x67676d6c, 51865, 6, 64, 1, 1, 4, 64, 1, 1, 80, 2007, 80, 201]);
    expect(tokens).toHaveLength(50257);
    expect([tokens[0], tokens[1234], tokens.at(-1)]).toEqual([' 0', ' 1234', '']);
    expect(tensors.size).toBe(7 + 2 + 15 + 2 + 24);
    expect(tensors.get('encoder.conv1.bias')).toMatchObject({ dims: [1, 64], type: 0 });
    expect(tensors.get('encoder.conv1.weight')).toMatchObject({ dims: [3, 80, 64], type: 1 });
    expect(tensors.get('encoder.positional_embedding')).toMatchObject({ dims: [64, 6], type: 0 });
    expect(tensors.get('decoder.token_embedding.weight')).toMatchObject({ dims: [64, 51865], type: 8 });
    expect(tensors.get('decoder.blocks.0.mlp.2.weight')).toMatchObject({ dims: [256, 64], type: 8 });
    expect(tensors.get('decoder.ln.bias')).toMatchObject({ dims: [64], type: 0 });
    expect([...tensors.keys()].filter((name) => name.endsWith('key.bias'))).toEqual([]);
  });

  it('takes stacked projections apart and keeps the values', async () => {
    const { tensors } = readGgml(await converted());
    const data = (name: string) => tensors.get(name)!.data;
    const self = 'encoder/layer_0/self_attention/linear_0';
    expect(floats(data('encoder.blocks.0.attn.query.bias'))).toEqual(weights(`${self}/bias`, 0, 64));
    expect(floats(data('encoder.blocks.0.attn.value.bias'))).toEqual(weights(`${self}/bias`, 128, 64));
    const cross = 'decoder/layer_0/attention/linear_1';
    expect(floats(data('decoder.blocks.0.cross_attn.value.bias'))).toEqual(weights(`${cross}/bias`, 64, 64));
    expect(halves(data('encoder.conv1.weight'))).toEqual(weights('encoder/conv1/weight', 0, 64 * 80 * 3));
    const key = data('encoder.blocks.0.attn.key.weight');
    const expected = weights(`${self}/weight`, 64 * 64, 32);
    const scale = halfToFloat(key.readUInt16LE(0));
    const errors = expected.map((weight, i) => Math.abs(weight - scale * key.readInt8(2 + i)));
    expect(Math.max(...errors)).toBeLessThan(0.25 / 127);
  });

  it('gives the same bytes however the model is cut into parts', async () => {
    const whole = pinOf(await converted());
    expect(pinOf(await convert([1, 100, 5_000_001]))).toEqual(whole);
  });

  it.each([
    ['a model cut short', model.subarray(0, -5000), undefined, 'truncated'],
    ['another kind of model', Buffer.from(model).fill('x', 6, 9), undefined, 'bad_source'],
    [
      'another version',
      Buffer.concat([Buffer.from([99, 0, 0, 0]), model.subarray(4)]),
      undefined,
      'bad_source',
    ],
    ['a tokenizer that is no JSON', model, '{', 'bad_source'],
    ['a tokenizer without a vocabulary', model, '{"model":{}}', 'bad_source'],
    ['a tokenizer that lacks tokens', model, tinyTokenizer(1000), 'bad_source'],
  ])('refuses %s', async (_what, source, tokenizer, code) => {
    expect(await failureOf(convert([], source, tokenizer))).toMatchObject({ code });
  });

  it('never fails on a broken table but with its own error', async () => {
    const head = model.subarray(0, 2000);
    await fc.assert(
      fc.asyncProperty(fc.nat(1999), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, noise) => {
        const broken = Buffer.from(head);
        broken.set(noise.subarray(0, head.length - at), at);
        const source = await openParts([await put(join(folder(), 'broken'), broken)]);
        // Noise can end the table early, and what is left of it is in order.
        const failure: unknown = await readCt2Index(source).then(
          () => undefined,
          (error: unknown) => error,
        );
        await source.close();
        expect(failure === undefined || failure instanceof ModelError).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('stops when told to', async () => {
    const modelParts = [await put(join(folder(), 'model'), model)];
    const tokenizerPath = await put(join(folder(), 'tokenizer.json'), tinyTokenizer());
    const abort = new AbortController();
    const converting = convertWhisper({
      modelParts,
      tokenizerPath,
      outputPath: output(),
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    expect(await failureOf(converting)).toMatchObject({ code: 'cancelled' });
  });
});

describe('textTokens', () => {
  it('turns the printable alphabet back into bytes', () => {
    const vocab = { Ġhe: 0, 'Ã©': 1, Ċ: 2, ł: 3 };
    const tokens = textTokens(JSON.stringify({ model: { vocab } }), 4);
    expect(tokens.map((token) => [...token])).toEqual([[0x20, 0x68, 0x65], [0xc3, 0xa9], [0x0a], [0xa0]]);
    expect(() => textTokens(JSON.stringify({ model: { vocab: { '€': 0 } } }), 1)).toThrow(/not byte-level/);
  });
});
