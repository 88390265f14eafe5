import {
  bytesToInt16,
  float32ToInt16,
  int16ToBytes,
  int16ToFloat32,
  resample,
  writeWav,
} from '@parley/audio';
import { Codecs } from './codecs';
import { CodecError } from './errors';
import { compressedFormats, type CompressedFormat } from './messages';

let codecs: Codecs;
beforeAll(() => (codecs = new Codecs()));
afterAll(() => codecs.stop());

const rate = 24_000;
const seconds = 2;
/** Two tones one after the other. */
const tones = Int16Array.from({ length: rate * seconds }, (_, i) =>
  Math.round(8_000 * Math.sin((2 * Math.PI * (i < rate ? 440 : 880) * i) / rate)),
);

async function encode(format: CompressedFormat, pcm: Int16Array = tones): Promise<Uint8Array[]> {
  const encoder = await codecs.encoder({ format, sampleRate: rate, bitrate: 64_000 });
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < pcm.length; at += 2_400) {
    chunks.push(await encoder.push(int16ToBytes(pcm.subarray(at, at + 2_400))));
  }
  return [...chunks, await encoder.finish()];
}

async function decode(file: Uint8Array): Promise<Int16Array> {
  const decoder = await codecs.decoder(file, { sampleRate: 16_000 });
  const pieces: Uint8Array[] = [];
  for (let piece = await decoder.read(); piece !== undefined; piece = await decoder.read())
    pieces.push(piece);
  decoder.close();
  return bytesToInt16(new Uint8Array(Buffer.concat(pieces)));
}

/** Of a stretch, by zero crossings. */
function frequency(samples: Int16Array, fromMs: number, toMs: number): number {
  const part = samples.subarray(fromMs * 16, toMs * 16);
  let crossings = 0;
  for (let i = 1; i < part.length; i++) if (part[i - 1]! < 0 && part[i]! >= 0) crossings++;
  return crossings / ((toMs - fromMs) / 1000);
}

const magic: Readonly<Record<CompressedFormat, RegExp>> = {
  mp3: /^fff[2-3]/,
  opus: /^4f676753/,
  aac: /^fff[01]/,
  flac: /^664c6143/,
};

it.each(compressedFormats)('encodes %s piece by piece', async (format) => {
  const chunks = await encode(format);
  expect(Buffer.concat(chunks).toString('hex', 0, 4)).toMatch(magic[format]);
  const early = chunks.slice(0, chunks.length / 2).reduce((sum, chunk) => sum + chunk.length, 0);
  expect(early).toBeGreaterThan(0);
});

it.each(['mp3', 'opus', 'flac'] as const)('decodes the %s it has made', async (format) => {
  const samples = await decode(Buffer.concat(await encode(format)));
  expect(samples.length / 16_000).toBeGreaterThan(seconds - 0.05);
  expect(samples.length / 16_000).toBeLessThan(seconds + 0.2);
  expect(frequency(samples, 300, 800)).toBeCloseTo(440, -1);
  expect(frequency(samples, 1_300, 1_800)).toBeCloseTo(880, -1);
});

it('decodes WAV to the sample, one that was streamed too', async () => {
  const wav = writeWav(tones, rate);
  const expected = float32ToInt16(resample(int16ToFloat32(tones), rate, 16_000));
  expect(await decode(wav)).toEqual(expected);
  wav.writeUInt32LE(0xffffffff, 4);
  wav.writeUInt32LE(0xffffffff, 40);
  expect(await decode(wav)).toEqual(expected);
});

it('goes on with several at a time', async () => {
  const files = await Promise.all(compressedFormats.map((format) => encode(format)));
  expect(files.map((chunks) => Buffer.concat(chunks).length > 1_000)).toEqual([true, true, true, true]);
});

it.each<[string, Uint8Array | (() => Promise<Uint8Array>), string]>([
  ['text', Buffer.from('This is no audio at all. '.repeat(100)), 'unsupported_audio'],
  ['nothing', new Uint8Array(), 'unsupported_audio'],
  ['AAC', async () => Buffer.concat(await encode('aac')), 'unsupported_audio'],
])('refuses %s', async (_name, file, code) => {
  const bytes = typeof file === 'function' ? await file() : file;
  const failure: unknown = await decode(bytes).catch((error: unknown) => error);
  expect(CodecError.isInstance(failure) && failure.code).toBe(code);
});

it('survives damaged files', async () => {
  const whole = Buffer.concat(await encode('mp3'));
  const damaged = Buffer.from(whole);
  for (let at = 2_000; at < damaged.length; at += 7) damaged[at] = at % 256;
  const outcome = await decode(damaged).then(
    () => true,
    (error: unknown) => CodecError.isInstance(error),
  );
  expect(outcome).toBe(true);
  expect((await decode(whole)).length).toBeGreaterThan(0);
});

it('begins anew when its thread dies', async () => {
  const encoder = await codecs.encoder({ format: 'mp3', sampleRate: rate });
  await codecs.stop();
  const failure: unknown = await encoder.push(new Uint8Array(480)).catch((error: unknown) => error);
  expect(CodecError.isInstance(failure) && failure.code).toBe('codec_failed');
  expect(Buffer.concat(await encode('flac')).length).toBeGreaterThan(0);
});
