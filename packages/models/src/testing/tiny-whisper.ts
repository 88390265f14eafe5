/** A CTranslate2 Whisper with the real vocabulary and hardly any weights, filled by a rule that tests know. */

const VOCAB = 51865;
const STATE = 64;
const LAYERS = 1;

type Variables = readonly (readonly [name: string, dims: readonly number[]])[];

function attention(prefix: string, projections: readonly number[]): Variables {
  return [
    [`${prefix}/layer_norm/gamma`, [STATE]],
    [`${prefix}/layer_norm/beta`, [STATE]],
    ...projections.flatMap((times, i): Variables => [
      [`${prefix}/linear_${i}/weight`, [times * STATE, STATE]],
      [`${prefix}/linear_${i}/bias`, [times * STATE]],
    ]),
  ];
}

function layer(prefix: string): Variables {
  return [
    ...attention(`${prefix}/self_attention`, [3, 1]),
    [`${prefix}/ffn/layer_norm/gamma`, [STATE]],
    [`${prefix}/ffn/layer_norm/beta`, [STATE]],
    [`${prefix}/ffn/linear_0/weight`, [4 * STATE, STATE]],
    [`${prefix}/ffn/linear_0/bias`, [4 * STATE]],
    [`${prefix}/ffn/linear_1/weight`, [STATE, 4 * STATE]],
    [`${prefix}/ffn/linear_1/bias`, [STATE]],
  ];
}

export const tinyVariables: Variables = [
  ['decoder/embeddings/weight', [VOCAB, STATE]],
  ['decoder/position_encodings/encodings', [4, STATE]],
  ['decoder/layer_norm/gamma', [STATE]],
  ['decoder/layer_norm/beta', [STATE]],
  ['decoder/scale_embeddings', []],
  ...attention('decoder/layer_0/attention', [1, 2, 1]),
  ...layer('decoder/layer_0'),
  ['encoder/conv1/weight', [STATE, 80, 3]],
  ['encoder/conv1/bias', [STATE]],
  ['encoder/conv2/weight', [STATE, STATE, 3]],
  ['encoder/conv2/bias', [STATE]],
  ['encoder/position_encodings/encodings', [6, STATE]],
  ['encoder/layer_norm/gamma', [STATE]],
  ['encoder/layer_norm/beta', [STATE]],
  ...layer('encoder/layer_0'),
];

export const tinyShape = { vocab: VOCAB, state: STATE, layers: LAYERS } as const;

/** Weight `i` of the variable at `index` of {@link tinyVariables}: exact in half precision. */
export function tinyWeight(index: number, i: number): number {
  return (((i * 7 + index * 13) % 33) - 16) / 64;
}

function string(text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length + 1);
  return Buffer.concat([length, Buffer.from(`${text}\0`)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The bytes of `model.bin`, with float32 weights. */
export function tinyModel(): Buffer {
  const variables = tinyVariables.map(([name, dims], index) => {
    const scalar = dims.length === 0;
    const count = dims.reduce((product, dim) => product * dim, 1);
    const weights = Float32Array.from({ length: scalar ? 0 : count }, (_, i) => tinyWeight(index, i));
    const data = scalar ? Buffer.alloc(1) : Buffer.from(weights.buffer);
    const type = scalar ? 1 : 0;
    return Buffer.concat([
      string(name),
      Buffer.from([dims.length]),
      ...dims.map(uint32),
      Buffer.from([type]),
      uint32(data.length),
      data,
    ]);
  });
  const head = [uint32(6), string('WhisperSpec'), uint32(3), uint32(variables.length)];
  return Buffer.concat([...head, ...variables, uint32(0)]);
}

/** A tokenizer.json whose token n spells n in the byte alphabet; the last text token is empty as in Whisper. */
export function tinyTokenizer(count = 50257): string {
  const entries = Array.from({ length: count }, (_, id) => [id === count - 1 ? '' : `Ġ${id}`, id] as const);
  return JSON.stringify({ model: { vocab: Object.fromEntries(entries) } });
}
