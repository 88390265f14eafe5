import { SAMPLE_RATE_HZ } from '../features/frames';
import { recording, recordings } from '../testing/recordings';
import { PerceptionSession } from './perceive';
import type { PerceivedEvent } from './types';

const FRAME = 640;
const seconds = (count: number): number => count * SAMPLE_RATE_HZ;

function buzz(hz: number, length: number): Float32Array {
  return Float32Array.from({ length: seconds(length) }, (_, i) => {
    const angle = (2 * Math.PI * hz * i) / SAMPLE_RATE_HZ;
    return (
      0.2 * (Math.sin(angle) + 0.5 * Math.sin(2 * angle)) * Math.sin((Math.PI * 4 * i) / SAMPLE_RATE_HZ) ** 2
    );
  });
}

function hear(session: PerceptionSession, audio: Float32Array): PerceivedEvent[] {
  const events: PerceivedEvent[] = [];
  for (let at = 0; at < audio.length; at += FRAME)
    events.push(...session.hear(audio.subarray(at, at + FRAME)));
  return events;
}

const spoken = (utterance: number, from: number, to: number, transcript = '') => ({
  utterance,
  startSample: seconds(from),
  endSample: seconds(to),
  transcript,
  language: 'en',
});

describe('PerceptionSession', () => {
  const session = (): PerceptionSession => new PerceptionSession({ startSample: 0, chunkMs: 1000 });

  it('reports chunks while there is speech and none in silence', () => {
    const s = session();
    expect(hear(s, new Float32Array(seconds(3)))).toEqual([]);
    s.utteranceStarted(1);
    const events = hear(s, buzz(150, 2));
    expect(events.map(({ scope, utterance, startSample }) => [scope, utterance, startSample])).toEqual([
      ['chunk', 1, seconds(3)],
      ['chunk', 1, seconds(4)],
    ]);
    expect(events[0]!.perception.pitchHz).toBeCloseTo(150, -1);
  });

  it('estimates nothing for an utterance without voice', () => {
    const s = session();
    hear(s, new Float32Array(seconds(2)));
    expect(s.utteranceEnded(spoken(1, 0, 2))).toEqual([]);
  });

  it('answers an utterance once all of its audio is heard', () => {
    const s = session();
    hear(s, buzz(150, 1));
    expect(s.utteranceEnded(spoken(1, 0, 2))).toEqual([]);
    expect(s.waiting).toBe(true);
    const events = hear(s, buzz(150, 1));
    expect(events.filter((event) => event.scope === 'utterance')).toHaveLength(1);
    expect(s.waiting).toBe(false);
  });

  it('answers from what there is when told to settle', () => {
    const s = session();
    hear(s, buzz(150, 1));
    s.utteranceEnded(spoken(1, 0, 5));
    expect(s.settle()).toHaveLength(1);
    expect(s.settle()).toEqual([]);
  });

  it('takes the speaking rate from the words when they are known', () => {
    const s = session();
    hear(s, buzz(150, 2));
    const [event] = s.utteranceEnded(spoken(1, 0, 2, 'go forward ten meters'));
    expect(event?.perception.syllablesPerSecond).toBeCloseTo(3, 0);
  });

  it('says of the accent only that it is unknown', () => {
    const s = session();
    hear(s, buzz(150, 2));
    const [event] = s.utteranceEnded(spoken(1, 0, 2));
    expect(event?.perception.accent).toEqual([{ label: 'unknown', confidence: 0 }]);
  });

  it('is deterministic, however the audio is cut', () => {
    const audio = buzz(180, 3);
    const [whole, cut] = [session(), session()];
    expect(hear(cut, audio)).toEqual(whole.hear(audio));
  });

  it('forgets audio older than a minute', () => {
    const s = session();
    hear(s, buzz(150, 3));
    hear(s, new Float32Array(seconds(75)));
    expect(s.utteranceEnded(spoken(1, 0, 3))).toEqual([]);
  });
});

const emotion = recordings('emotion');
(emotion === undefined ? describe.skip : describe)('a caller who grows angry', () => {
  it('is heard as neutral first and as agitated then', () => {
    const s = new PerceptionSession({ startSample: 0, chunkMs: 1000 });
    let position = 0;
    const say = (name: string): string | undefined => {
      const audio = recording('emotion', name);
      const start = position;
      hear(s, audio);
      position += Math.floor(audio.length / 320) * 320;
      const events = s.utteranceEnded({
        ...spoken(1, 0, 0),
        startSample: start,
        endSample: start + audio.length - 320,
      });
      return events[0]?.perception.emotion[0]?.label;
    };
    const neutral = emotion!.filter((name) => name.startsWith('10') && name[5] === 'N').map(say);
    const angry = emotion!.filter((name) => name.startsWith('10') && name[5] === 'W').map(say);
    process.stderr.write(
      `emotion 10: neutral heard as ${neutral.join(', ')}; anger as ${angry.join(', ')}\n`,
    );
    expect(neutral.at(-1)).toBe('neutral');
    expect(['angry', 'happy']).toContain(angry[1]);
  });
});
