import type { VoiceRequest } from '../engine/coordinator/effects';
import { phraseKey, Phrases, Recording, type Said } from './phrases';

const request: VoiceRequest = {
  wholeSentences: false,
  voice: 'joe',
  format: { type: 'audio/pcm', rate: 24_000 },
  speed: 1,
  language: 'en',
  perception: null,
};
const said = (ms: number): Said => [{ type: 'audio', pcm: new Uint8Array(ms * 48) }, { type: 'speech_done' }];

describe('phrases that voices have said', () => {
  it('are known by how they sound, whoever they were said to', () => {
    const key = phraseKey(request, 'Hm.');
    expect(phraseKey({ ...request, perception: { emotion: [] } as never }, 'Hm.')).toBe(key);
    for (const other of [
      { voice: 'ann' },
      { speed: 1.2 },
      { language: 'de' },
      { wholeSentences: true },
      { format: { type: 'audio/pcmu' } },
    ])
      expect(phraseKey({ ...request, ...other } as VoiceRequest, 'Hm.')).not.toBe(key);
    expect(phraseKey(request, 'Well.')).not.toBe(key);
  });

  it('make room for each other, the longest unasked first', () => {
    const phrases = new Phrases(48 * 1_000);
    const keyBytes = 2;
    for (const key of ['a', 'b', 'c']) phrases.put(key, said(300));
    expect(phrases.get('a')).toHaveLength(2);
    phrases.put('d', said(300));
    expect(phrases.get('b')).toBeUndefined();
    expect(phrases.get('a')).toBeDefined();
    phrases.put('a', said(100));
    expect(phrases.bytes).toBe(48 * 700 + 3 * keyBytes);
    phrases.put('e', said(1_001));
    phrases.put('f', [{ type: 'speech_done' }]);
    expect(phrases.bytes).toBe(48 * 700 + 3 * keyBytes);
  });

  it('are written down in few pieces, whose audio is their own', () => {
    const recording = new Recording(request);
    const frame = new Uint8Array(20 * 48).fill(1);
    recording.add({ type: 'segment_started', textStart: 0, textEnd: 3 });
    for (let n = 0; n < 12; n += 1) expect(recording.add({ type: 'audio', pcm: frame })).toBeUndefined();
    frame.fill(2);
    const whole = recording.add({ type: 'speech_done' });
    expect(whole?.map(({ type }) => type)).toEqual([
      'segment_started',
      ...Array.from({ length: 6 }, () => 'audio'),
      'speech_done',
    ]);
    const audio = whole?.flatMap((event) => (event.type === 'audio' ? [...event.pcm] : []));
    expect(audio).toEqual(Array.from({ length: 12 * 20 * 48 }, () => 1));
  });

  it('are not whole answers', () => {
    const recording = new Recording(request);
    recording.add({ type: 'audio', pcm: new Uint8Array(4_001 * 48) });
    expect(recording.add({ type: 'speech_done' })).toBeUndefined();
  });
});
