import { int16ToBytes } from '@parley/audio';
import { firstAudibleMs } from './player';

const delta = (atMs: number, samples: Int16Array) => ({
  type: 'response.output_audio.delta',
  atMs,
  body: { response_id: 'r', delta: Buffer.from(int16ToBytes(samples)).toString('base64') },
});

describe('firstAudibleMs', () => {
  it('leaves out the silence that an engine puts first', () => {
    const events = [delta(100, new Int16Array(2_400)), delta(105, new Int16Array(2_400).fill(5_000))];
    expect(firstAudibleMs(events)).toBe(200);
  });

  it('never hears what has not arrived', () => {
    const events = [delta(100, new Int16Array(240)), delta(900, new Int16Array(240).fill(5_000))];
    expect(firstAudibleMs(events)).toBe(900);
  });

  it('has heard nothing in silence', () => {
    expect(firstAudibleMs([delta(1, new Int16Array(2_400))])).toBeUndefined();
  });
});
