import { prosodyOf } from './prosody';

/** A voice of a few harmonics: pitch and level move in a straight line over each syllable. */
function voice(
  syllables: readonly {
    readonly ms: number;
    readonly hz: readonly [number, number];
    readonly db?: readonly [number, number];
  }[],
): Int16Array {
  const samples: number[] = [];
  let phase = 0;
  for (const { ms, hz, db = [0, 0] } of syllables) {
    const length = ms * 16;
    for (let i = 0; i < length; i++) {
      const at = i / length;
      phase += (2 * Math.PI * (hz[0] + (hz[1] - hz[0]) * at)) / 16_000;
      const level = 10 ** ((db[0] + (db[1] - db[0]) * at) / 20);
      samples.push(6_000 * level * (Math.sin(phase) + 0.6 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase)));
    }
    for (let i = 0; i < 60 * 16; i++) samples.push(0);
  }
  return Int16Array.from(samples);
}

const flat = { ms: 180, hz: [150, 150] } as const;

describe('prosodyOf', () => {
  it('hears a pitch that falls at the end, and one that rises', () => {
    const falls = prosodyOf(voice([flat, flat, flat, { ms: 260, hz: [150, 100] }]));
    const rises = prosodyOf(voice([flat, flat, flat, { ms: 260, hz: [150, 220] }]));
    expect(falls.pitchSlope).toBeLessThan(-10);
    expect(falls.finalPitch).toBeLessThan(-2);
    expect(rises.pitchSlope).toBeGreaterThan(10);
    expect(rises.finalPitch).toBeGreaterThan(2);
  });

  it('hears a last syllable that is drawn out', () => {
    const drawn = prosodyOf(voice([flat, flat, flat, { ms: 500, hz: [150, 150] }]));
    const even = prosodyOf(voice([flat, flat, flat, flat]));
    expect(drawn.lengthening).toBeGreaterThan(0.7);
    expect(Math.abs(even.lengthening)).toBeLessThan(0.2);
  });

  it('hears a level that fades', () => {
    const fades = prosodyOf(voice([flat, flat, flat, { ms: 300, hz: [150, 150], db: [0, -20] }]));
    expect(fades.levelSlope).toBeLessThan(-30);
    expect(fades.finalLevel).toBeLessThan(-5);
  });

  it('has an answer for silence, for nothing and for noise', () => {
    let seed = 1;
    const noise = Int16Array.from({ length: 16_000 }, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return (seed / 2 ** 32 - 0.5) * 2_000;
    });
    for (const pcm of [new Int16Array(0), new Int16Array(16_000), noise]) {
      expect(Object.values(prosodyOf(pcm)).every(Number.isFinite)).toBe(true);
    }
  });
});
