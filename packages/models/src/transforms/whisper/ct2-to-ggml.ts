import { open, readFile, type FileHandle } from 'node:fs/promises';
import { endianness } from 'node:os';
import { ModelError } from '../../errors';
import { openParts, type ByteSource } from '../../files/byte-source';
import { readCt2Index } from './ct2-index';
import { floatsToHalves, halvesToFloats } from './float16';
import { MEL_BINS, melFilters } from '@parley/audio';
import { quantizeQ8 } from './q8';
import {
  planTensors,
  whisperShape,
  type TensorPlan,
  type TensorType,
  type WhisperShape,
} from './tensor-plan';
import { textTokens } from './tokens';

const GGML_MAGIC = 0x67676d6c;
/** ggml's numbers for tensor types. */
const TENSOR_CODES: Record<TensorType, number> = { float32: 0, float16: 1, q8_0: 8 };
/** File type "mostly q8_0" (7), quantisation format version 2. */
const FILE_TYPE = 2 * 1000 + 7;
/** Special tokens follow the text tokens; whisper.cpp names them itself. The multilingual set has 50,257. */
const MULTILINGUAL_VOCAB = 51865;
const MULTILINGUAL_TEXT_TOKENS = 50257;
/** Weights handled at a time: bounds both memory and the time the event loop is held. */
const CHUNK_ELEMENTS = 1 << 18;

export interface ConvertOptions {
  /** CTranslate2 `model.bin`, whole or in parts, in order. */
  readonly modelParts: readonly string[];
  readonly tokenizerPath: string;
  readonly outputPath: string;
  readonly signal?: AbortSignal;
  /** Called with source bytes converted so far and in all. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Turns a CTranslate2 multilingual Whisper into whisper.cpp's ggml form: matrices as q8_0, convolutions as
 * float16, the rest as float32. Needs a few MB of memory whatever the model's size; same input, same bytes.
 * @throws ModelError `bad_source`, `truncated` or `cancelled`
 */
export async function convertWhisper(options: ConvertOptions): Promise<void> {
  const source = await openParts(options.modelParts);
  try {
    const index = await readCt2Index(source);
    const shape = whisperShape(index);
    if (shape.vocab !== MULTILINGUAL_VOCAB) {
      throw new ModelError('bad_source', `Whisper with ${shape.vocab} tokens is not the multilingual model`);
    }
    const tokens = textTokens(await readFile(options.tokenizerPath, 'utf8'), MULTILINGUAL_TEXT_TOKENS);
    const output = await open(options.outputPath, 'w');
    try {
      await output.writeFile(header(shape, tokens));
      await writeTensors(planTensors(index), source, output, options);
    } finally {
      await output.close();
    }
  } finally {
    await source.close();
  }
}

function header(shape: WhisperShape, tokens: readonly Buffer[]): Buffer {
  const filters = melFilters(shape.mels);
  return Buffer.concat([
    int32s(
      GGML_MAGIC,
      shape.vocab,
      shape.audioContext,
      shape.audioState,
      shape.audioHeads,
      shape.audioLayers,
    ),
    int32s(shape.textContext, shape.textState, shape.textHeads, shape.textLayers, shape.mels, FILE_TYPE),
    int32s(shape.mels, MEL_BINS),
    littleEndian(filters),
    int32s(tokens.length),
    ...tokens.flatMap((token) => [int32s(token.length), token]),
  ]);
}

async function writeTensors(
  plans: readonly TensorPlan[],
  source: ByteSource,
  output: FileHandle,
  { signal, onProgress }: ConvertOptions,
): Promise<void> {
  const totalBytes = plans.reduce((sum, plan) => sum + plan.source.sizeBytes, 0);
  let doneBytes = 0;
  for (const { name, dims, type, source: from } of plans) {
    await output.writeFile(
      Buffer.concat([
        int32s(dims.length, Buffer.byteLength(name), TENSOR_CODES[type], ...dims.toReversed()),
        Buffer.from(name),
      ]),
    );
    const step = CHUNK_ELEMENTS * (from.type === 'float16' ? 2 : 4);
    for (let at = 0; at < from.sizeBytes; at += step) {
      if (signal?.aborted) throw new ModelError('cancelled', 'conversion was cancelled');
      const bytes = await source.read(from.offset + at, Math.min(step, from.sizeBytes - at));
      await output.writeFile(encode(decode(bytes, from.type === 'float16'), type));
      doneBytes += bytes.length;
      onProgress?.(doneBytes, totalBytes);
    }
  }
}

function decode(bytes: Buffer, half: boolean): Float32Array {
  if (!half) return new Float32Array(arrayBufferOf(bytes, 4));
  return halvesToFloats(new Uint16Array(arrayBufferOf(bytes, 2)));
}

function encode(weights: Float32Array, type: TensorType): Buffer {
  if (type === 'q8_0') return quantizeQ8(weights);
  return type === 'float32' ? littleEndian(weights) : littleEndian(floatsToHalves(weights));
}

/** A copy whose elements of `width` bytes, little endian in files, are as this machine has them. */
function arrayBufferOf(bytes: Buffer, width: 2 | 4): ArrayBuffer {
  const copy = Buffer.from(new ArrayBuffer(bytes.length));
  bytes.copy(copy);
  toHostOrder(copy, width);
  return copy.buffer;
}

function littleEndian(values: Float32Array | Uint16Array | Int32Array): Buffer {
  const bytes = Buffer.from(
    Uint8Array.from(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );
  toHostOrder(bytes, values.BYTES_PER_ELEMENT === 2 ? 2 : 4);
  return bytes;
}

function toHostOrder(bytes: Buffer, width: 2 | 4): void {
  if (endianness() === 'LE') return;
  if (width === 2) bytes.swap16();
  else bytes.swap32();
}

function int32s(...values: readonly number[]): Buffer {
  return littleEndian(Int32Array.from(values));
}
