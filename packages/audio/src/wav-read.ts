import { AudioError } from './errors';
import { alawToInt16, mulawToInt16 } from './g711';
import { int16ToFloat32 } from './pcm';

export interface WavAudio {
  /** Hz, as the file says: not limited to the supported rates. */
  readonly sampleRate: number;
  /** Channels in the file; `samples` is their mean. */
  readonly channels: number;
  /** Mono, ±1. */
  readonly samples: Float32Array;
}

interface WavFormat {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
}

const PCM = 1;
const FLOAT = 3;
const ALAW = 6;
const MULAW = 7;
const EXTENSIBLE = 0xfffe;

/**
 * Reads a RIFF WAVE file: PCM of 8, 16, 24 or 32 bits, float of 32 or 64 bits, µ-law or A-law. A data chunk
 * that claims more than the file holds (a recording cut short, or streamed) gives what is there.
 * @throws AudioError `bad_wav` or `unsupported_wav`
 */
export function readWav(file: Uint8Array): WavAudio {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 12 || fourCc(view, 0) !== 'RIFF' || fourCc(view, 8) !== 'WAVE') {
    throw new AudioError('bad_wav', 'not a RIFF WAVE file');
  }
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const id = fourCc(view, at);
    const body = at + 8;
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - body);
    if (id === 'fmt ') format = readFormat(view, body, size);
    if (id === 'data') {
      if (format === undefined) throw new AudioError('bad_wav', 'WAV data comes before its format');
      const samples = decodeData(file.subarray(body, body + size), format);
      return { sampleRate: format.sampleRate, channels: format.channels, samples };
    }
    at = body + size + (size % 2);
  }
  throw new AudioError('bad_wav', 'WAV file has no data chunk');
}

function fourCc(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

function readFormat(view: DataView, at: number, size: number): WavFormat {
  if (size < 16) throw new AudioError('bad_wav', 'WAV format chunk is too short');
  const tag = view.getUint16(at, true);
  const format = {
    tag: tag === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
  if (format.channels === 0 || format.sampleRate === 0) {
    throw new AudioError('bad_wav', 'WAV format names no channels or no sample rate');
  }
  return format;
}

function decodeData(bytes: Uint8Array, format: WavFormat): Float32Array {
  const interleaved = decodeSamples(bytes, format);
  const { channels } = format;
  if (channels === 1) return interleaved;
  const mono = new Float32Array(Math.floor(interleaved.length / channels));
  for (let i = 0; i < mono.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += interleaved[i * channels + channel]!;
    mono[i] = sum / channels;
  }
  return mono;
}

function decodeSamples(bytes: Uint8Array, { tag, bits }: WavFormat): Float32Array {
  if (tag === MULAW && bits === 8) return int16ToFloat32(mulawToInt16(bytes));
  if (tag === ALAW && bits === 8) return int16ToFloat32(alawToInt16(bytes));
  const read = sampleReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), tag, bits);
  if (read === undefined) {
    throw new AudioError('unsupported_wav', `WAV format ${tag} with ${bits} bits is not supported`);
  }
  const width = bits / 8;
  return Float32Array.from({ length: Math.floor(bytes.byteLength / width) }, (_, i) => read(i * width));
}

function sampleReader(view: DataView, tag: number, bits: number): ((at: number) => number) | undefined {
  switch (`${tag}/${bits}`) {
    case `${PCM}/8`:
      return (at) => (view.getUint8(at) - 128) / 128;
    case `${PCM}/16`:
      return (at) => view.getInt16(at, true) / 2 ** 15;
    case `${PCM}/24`:
      return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 2 ** 23;
    case `${PCM}/32`:
      return (at) => view.getInt32(at, true) / 2 ** 31;
    case `${FLOAT}/32`:
      return (at) => view.getFloat32(at, true);
    case `${FLOAT}/64`:
      return (at) => view.getFloat64(at, true);
    default:
      return undefined;
  }
}
