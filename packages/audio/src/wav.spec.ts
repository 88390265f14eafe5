import * as fc from 'fast-check';
import { AudioError } from './errors';
import { int16ToFloat32 } from './pcm';
import { readWav } from './wav-read';
import { writeWav } from './wav-write';

interface Chunk {
  readonly id: string;
  readonly body: Buffer;
}

function riff(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ id, body }) => {
    const head = Buffer.alloc(8);
    head.write(id, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return [head, body, Buffer.alloc(body.length % 2)];
  });
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), ...parts]);
}

function format(tag: number, channels: number, bits: number, extra = Buffer.alloc(0)): Chunk {
  const body = Buffer.alloc(16);
  [tag, channels].forEach((x, i) => body.writeUInt16LE(x, i * 2));
  body.writeUInt32LE(8000, 4);
  body.writeUInt16LE(bits, 14);
  return { id: 'fmt ', body: Buffer.concat([body, extra]) };
}

function failureOf(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('WAV', () => {
  it('gives back what it wrote', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 99 }), fc.constantFrom(8000, 22050, 48000), (samples, rate) => {
        const floats = int16ToFloat32(samples);
        const read = readWav(writeWav(samples, rate));
        expect(read).toEqual({ sampleRate: rate, channels: 1, samples: floats });
        expect(readWav(writeWav(floats, rate, 'float32')).samples).toEqual(floats);
        const coarse = readWav(writeWav(floats, rate, 'pcm8')).samples;
        coarse.forEach((x, i) => expect(Math.abs(x - floats[i]!)).toBeLessThanOrEqual(1 / 128));
        expect(coarse.length).toBe(floats.length);
      }),
    );
  });

  it('mixes channels down and steps over other chunks, odd ones too', () => {
    const data = Buffer.alloc(8);
    [16384, -16384, 8192, 24576].forEach((x, i) => data.writeInt16LE(x, i * 2));
    const list = { id: 'LIST', body: Buffer.from('abc') };
    const read = readWav(riff([list, format(1, 2, 16), list, { id: 'data', body: data }]));
    expect(read).toEqual({ sampleRate: 8000, channels: 2, samples: Float32Array.of(0, 0.5) });
  });

  it.each([
    ['24 bit', format(1, 1, 24), [0, 0, 0x40, 0, 0, 0xc0], [0.5, -0.5]],
    ['32 bit', format(1, 1, 32), [0, 0, 0, 0x40], [0.5]],
    ['double', format(3, 1, 64), [0, 0, 0, 0, 0, 0, 0xe0, 0x3f], [0.5]],
    ['µ-law', format(7, 1, 8), [0xff, 0x80], [0, 32124 / 32768]],
    ['A-law', format(6, 1, 8), [0xaa], [32256 / 32768]],
    ['extensible', format(0xfffe, 1, 16, Buffer.from([22, 0, 16, 0, 0, 0, 0, 0, 1, 0])), [0, 0x40], [0.5]],
  ])('reads %s', (_name, fmt, data, samples) => {
    const read = readWav(riff([fmt, { id: 'data', body: Buffer.from(data) }]));
    expect([...read.samples]).toEqual(samples.map(Math.fround));
  });

  it('takes what is there of a recording that was cut short', () => {
    const whole = writeWav(Int16Array.of(1, 2, 3, 4), 16000);
    whole.writeUInt32LE(0xffffffff, 40);
    expect(readWav(whole.subarray(0, 49)).samples.length).toBe(2);
  });

  it('refuses what is not a WAV it can read', () => {
    const bad = [
      Buffer.alloc(0),
      Buffer.from('not audio at all'),
      riff([{ id: 'data', body: Buffer.alloc(4) }]),
      riff([format(1, 1, 16)]),
      riff([format(1, 0, 16), { id: 'data', body: Buffer.alloc(4) }]),
      riff([format(85, 1, 16), { id: 'data', body: Buffer.alloc(4) }]),
      riff([{ id: 'fmt ', body: Buffer.alloc(4) }]),
    ];
    for (const file of bad) expect(() => readWav(file)).toThrow(AudioError);
  });

  it('never fails but with its own error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(43), (noise, at) => {
        const file = Buffer.from(writeWav(Int16Array.of(1, 2, 3), 8000));
        file.set(noise.subarray(0, Math.min(noise.length, file.length - at)), at);
        const failure = failureOf(() => readWav(file));
        expect(failure === undefined || failure instanceof AudioError).toBe(true);
      }),
    );
  });
});
