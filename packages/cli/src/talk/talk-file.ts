import { readFile, writeFile } from 'node:fs/promises';
import { AudioError, concatInt16, float32ToInt16, readWav, resample, writeWav } from '@parley/audio';
import { converse, type Conversation, type ConverseOptions } from './converse';
import { TalkError } from './errors';
import { WIRE_RATE_HZ } from './session-config';

const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** A WAV file as PCM16 at WIRE_RATE_HZ. @throws TalkError */
export async function loadRecording(file: string): Promise<Int16Array> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new TalkError('refused', `${file} cannot be read`, { cause: error });
  });
  if (bytes.byteLength > MAX_FILE_BYTES) throw new TalkError('refused', `${file} is larger than 512 MB`);
  try {
    const { samples, sampleRate } = readWav(bytes);
    return float32ToInt16(resample(samples, sampleRate, WIRE_RATE_HZ));
  } catch (error) {
    if (error instanceof AudioError)
      throw new TalkError('refused', `${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Speaks a file and keeps the replies' audio in `out` if given. @throws TalkError */
export async function talkFile(
  file: string,
  options: ConverseOptions & { readonly out?: string },
): Promise<Conversation> {
  const conversation = await converse(await loadRecording(file), options);
  if (options.out !== undefined) {
    const audio = concatInt16(conversation.replies.map((reply) => reply.audio));
    await writeFile(options.out, writeWav(audio, WIRE_RATE_HZ));
  }
  return conversation;
}
