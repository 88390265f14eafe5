import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { writeVerified } from '../files/write-verified';
import { ModelError } from '../errors';
import { moveIntoPlace } from '../files/durable';
import { sha256File } from '../files/hash';
import type { Part, Pin, TransformName } from '../manifest/schema';
import { convertWhisper } from './whisper/ct2-to-ggml';

export interface TransformInput {
  readonly role: Part['role'];
  readonly path: string;
}

export interface TransformOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** Makes `outputPath` from verified parts; it appears only if it is exactly what `pin` says. */
export type Transform = (
  inputs: readonly TransformInput[],
  outputPath: string,
  pin: Pin,
  options: TransformOptions,
) => Promise<void>;

const join: Transform = async (inputs, outputPath, pin, { signal, onProgress }) => {
  await writeVerified(concatenated(inputs), outputPath, pin, {
    signal,
    onBytes: (doneBytes) => onProgress?.(doneBytes, pin.sizeBytes),
  });
};

async function* concatenated(inputs: readonly TransformInput[]): AsyncGenerator<Uint8Array> {
  for (const { path } of inputs) yield* createReadStream(path, { highWaterMark: 1 << 20 });
}

const whisper: Transform = async (inputs, outputPath, pin, options) => {
  const tokenizer = inputs.find(({ role }) => role === 'tokenizer');
  if (tokenizer === undefined)
    throw new ModelError('bad_manifest', 'conversion of Whisper needs its tokenizer');
  const temporary = `${outputPath}.tmp`;
  try {
    await convertWhisper({
      modelParts: inputs.filter(({ role }) => role === 'data').map(({ path }) => path),
      tokenizerPath: tokenizer.path,
      outputPath: temporary,
      ...options,
    });
    const sha256 = await sha256File(temporary, options.signal);
    if (sha256 !== pin.sha256) {
      throw new ModelError('tampered', `the converted file has sha256 ${sha256}, pinned is ${pin.sha256}`);
    }
    await moveIntoPlace(temporary, outputPath);
  } finally {
    await rm(temporary, { force: true });
  }
};

export const transforms: Readonly<Record<TransformName, Transform>> = {
  join,
  'ct2-whisper-to-ggml-q8_0': whisper,
};
