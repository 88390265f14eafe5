import { Resampler, concatInt16, float32ToInt16, isSampleRate, int16ToBytes } from '@parley/audio';
import type { AudioSample, InputAudioTrack } from 'mediabunny';
import { CodecError } from '../errors';
import type { DecoderOptions } from '../messages';
import type { Job } from './job';
import { toolkit } from './toolkit';

/** PCM16 of one `read`, seconds. */
const pieceSeconds = 1;
const mostChannels = 8;

/** Decodes an audio file piece by piece, mixed to mono, at the rate that is wanted. */
export async function decodeJob(file: Uint8Array, { sampleRate }: DecoderOptions): Promise<Job> {
  const { ALL_FORMATS, AudioSampleSink, BufferSource, Input } = await toolkit();
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const track = await firstTrack(() => input.getPrimaryAudioTrack());
  const samples = new AudioSampleSink(track).samples();
  let resampler: Resampler | undefined;
  let ended = false;

  const next = async (): Promise<Int16Array | undefined> => {
    const { value: sample, done } = await samples.next();
    if (done === true || sample === undefined) return undefined;
    try {
      if (sample.numberOfChannels > mostChannels)
        throw new CodecError('unsupported_audio', 'it has too many channels');
      resampler ??= resamplerFor(sample.sampleRate, sampleRate);
      if (resampler.inputRate !== sample.sampleRate)
        throw new CodecError('unsupported_audio', 'its sample rate changes on the way');
      return float32ToInt16(resampler.process(mono(sample)));
    } finally {
      sample.close();
    }
  };
  return {
    push: () => Promise.reject(new CodecError('codec_failed', 'a decoder takes nothing')),
    finish: () => Promise.reject(new CodecError('codec_failed', 'a decoder has no end to be told')),
    async read() {
      const pieces: Int16Array[] = [];
      for (let length = 0; !ended && length < sampleRate * pieceSeconds;) {
        const piece = await decoding(next);
        if (piece === undefined) {
          ended = true;
          if (resampler !== undefined) pieces.push(float32ToInt16(resampler.flush()));
        } else {
          pieces.push(piece);
          length += piece.length;
        }
      }
      const pcm = concatInt16(pieces);
      return pcm.length === 0 ? undefined : int16ToBytes(pcm);
    },
    async close() {
      await samples.return();
      input.dispose();
    },
  };
}

async function firstTrack(find: () => Promise<InputAudioTrack | null>): Promise<InputAudioTrack> {
  const track = await decoding(find);
  if (track === null) throw new CodecError('unsupported_audio', 'there is no audio in it');
  const codec = await decoding(() => track.getCodec());
  if (!(await decoding(() => track.canDecode())))
    throw new CodecError('unsupported_audio', `audio of the kind ${codec ?? 'unknown'} cannot be decoded`);
  return track;
}

/** Whatever the library or a decoder stumbles over is wrong with the file. */
async function decoding<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (CodecError.isInstance(error)) throw error;
    const name = error instanceof Error ? error.name : '';
    if (name === 'UnsupportedInputFormatError')
      throw new CodecError('unsupported_audio', 'it is no audio file of a known kind', { cause: error });
    throw new CodecError('bad_audio', 'the audio file is damaged', { cause: error });
  }
}

function resamplerFor(from: number, to: number): Resampler {
  if (isSampleRate(from)) return new Resampler(from, to);
  throw new CodecError('unsupported_audio', `audio at ${from} Hz cannot be resampled`);
}

function mono(sample: AudioSample): Float32Array {
  const { numberOfChannels: channels, numberOfFrames: length } = sample;
  const mixed = new Float32Array(length);
  sample.copyTo(mixed, { planeIndex: 0, format: 'f32-planar' });
  if (channels === 1) return mixed;
  const other = new Float32Array(length);
  for (let planeIndex = 1; planeIndex < channels; planeIndex++) {
    sample.copyTo(other, { planeIndex, format: 'f32-planar' });
    for (let i = 0; i < length; i++) mixed[i] = mixed[i]! + other[i]!;
  }
  for (let i = 0; i < length; i++) mixed[i] = mixed[i]! / channels;
  return mixed;
}
