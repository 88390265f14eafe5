import { ModelError } from '../../errors';
import type { Ct2Index, Variable } from './ct2-index';
import { Q8_BLOCK } from './q8';

export type TensorType = 'float32' | 'float16' | 'q8_0';

/** One tensor of the ggml file and the bytes of the CTranslate2 model it is made from. */
export interface TensorPlan {
  readonly name: string;
  /** Outermost first. */
  readonly dims: readonly number[];
  readonly type: TensorType;
  readonly source: Variable;
}

/** Whisper's sizes, in the order of the ggml header. */
export interface WhisperShape {
  readonly vocab: number;
  readonly audioContext: number;
  readonly audioState: number;
  readonly audioHeads: number;
  readonly audioLayers: number;
  readonly textContext: number;
  readonly textState: number;
  readonly textHeads: number;
  readonly textLayers: number;
  readonly mels: number;
}

/** Heads are 64 wide in every Whisper model. */
const HEAD_WIDTH = 64;

export function whisperShape(index: Ct2Index): WhisperShape {
  const [vocab, textState] = dimsOf(index, 'decoder/embeddings/weight', 2);
  const [audioContext, audioState] = dimsOf(index, 'encoder/position_encodings/encodings', 2);
  const [textContext] = dimsOf(index, 'decoder/position_encodings/encodings', 2);
  const [, mels] = dimsOf(index, 'encoder/conv1/weight', 3);
  return {
    vocab: vocab!,
    audioContext: audioContext!,
    audioState: audioState!,
    audioHeads: audioState! / HEAD_WIDTH,
    audioLayers: countLayers(index, 'encoder'),
    textContext: textContext!,
    textState: textState!,
    textHeads: textState! / HEAD_WIDTH,
    textLayers: countLayers(index, 'decoder'),
    mels: mels!,
  };
}

/** Every tensor whisper.cpp expects, in a fixed order. @throws ModelError `bad_source` */
export function planTensors(index: Ct2Index): TensorPlan[] {
  if (index.spec !== 'WhisperSpec') {
    throw new ModelError('bad_source', `a CTranslate2 model of kind ${index.spec}, not Whisper`);
  }
  const shape = whisperShape(index);
  const plans: TensorPlan[] = [];
  const add = (name: string, from: string, part = 0, parts = 1) => {
    const source = slice(variable(index, from), part, parts);
    plans.push({ name, dims: shapeFor(name, source.dims), type: typeFor(name, source.dims), source });
  };
  const affine = (name: string, from: string, part = 0, parts = 1) => {
    add(`${name}.weight`, `${from}/weight`, part, parts);
    if (!name.endsWith('.key')) add(`${name}.bias`, `${from}/bias`, part, parts);
  };
  const norm = (name: string, from: string) => {
    add(`${name}.weight`, `${from}/gamma`);
    add(`${name}.bias`, `${from}/beta`);
  };
  const layer = (block: string, from: string) => {
    norm(`${block}.attn_ln`, `${from}/self_attention/layer_norm`);
    ['query', 'key', 'value'].forEach((role, i) =>
      affine(`${block}.attn.${role}`, `${from}/self_attention/linear_0`, i, 3),
    );
    affine(`${block}.attn.out`, `${from}/self_attention/linear_1`);
    norm(`${block}.mlp_ln`, `${from}/ffn/layer_norm`);
    affine(`${block}.mlp.0`, `${from}/ffn/linear_0`);
    affine(`${block}.mlp.2`, `${from}/ffn/linear_1`);
  };
  affine('encoder.conv1', 'encoder/conv1');
  affine('encoder.conv2', 'encoder/conv2');
  add('encoder.positional_embedding', 'encoder/position_encodings/encodings');
  for (let i = 0; i < shape.audioLayers; i++) layer(`encoder.blocks.${i}`, `encoder/layer_${i}`);
  norm('encoder.ln_post', 'encoder/layer_norm');
  add('decoder.token_embedding.weight', 'decoder/embeddings/weight');
  add('decoder.positional_embedding', 'decoder/position_encodings/encodings');
  for (let i = 0; i < shape.textLayers; i++) {
    const [block, from] = [`decoder.blocks.${i}`, `decoder/layer_${i}`];
    layer(block, from);
    norm(`${block}.cross_attn_ln`, `${from}/attention/layer_norm`);
    affine(`${block}.cross_attn.query`, `${from}/attention/linear_0`);
    affine(`${block}.cross_attn.key`, `${from}/attention/linear_1`, 0, 2);
    affine(`${block}.cross_attn.value`, `${from}/attention/linear_1`, 1, 2);
    affine(`${block}.cross_attn.out`, `${from}/attention/linear_2`);
  }
  norm('decoder.ln', 'decoder/layer_norm');
  return plans;
}

function variable(index: Ct2Index, name: string): Variable {
  const found = index.variables.get(name);
  if (found === undefined) throw new ModelError('bad_source', `Whisper model lacks ${name}`);
  if (found.type === 'other') throw new ModelError('bad_source', `${name} is already quantised`);
  return found;
}

function dimsOf(index: Ct2Index, name: string, rank: number): readonly number[] {
  const { dims } = variable(index, name);
  if (dims.length !== rank) throw new ModelError('bad_source', `${name} has ${dims.length} dimensions`);
  return dims;
}

function countLayers(index: Ct2Index, side: string): number {
  let layers = 0;
  while (index.variables.has(`${side}/layer_${layers}/ffn/linear_0/weight`)) layers++;
  return layers;
}

/** One of `parts` equal runs of rows: projections are stored stacked. */
function slice(whole: Variable, part: number, parts: number): Variable {
  const [rows, ...rest] = whole.dims;
  if (rows === undefined || rows % parts !== 0)
    throw new ModelError('bad_source', 'projections do not divide');
  const sizeBytes = whole.sizeBytes / parts;
  return {
    dims: [rows / parts, ...rest],
    type: whole.type,
    offset: whole.offset + part * sizeBytes,
    sizeBytes,
  };
}

/** whisper.cpp adds convolution biases as columns. */
function shapeFor(name: string, dims: readonly number[]): readonly number[] {
  return /conv\d\.bias$/.test(name) ? [...dims, 1] : dims;
}

function typeFor(name: string, dims: readonly number[]): TensorType {
  if (dims.length === 1 || name.endsWith('positional_embedding')) return 'float32';
  if (dims.length === 2 && dims[1]! % Q8_BLOCK === 0) return 'q8_0';
  return 'float16';
}
