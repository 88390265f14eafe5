import { currentPerception, noPerception, perceived, type Perception } from './perception';

const feeling = (label: string, confidence = 0.8): Perception => ({
  emotion: [
    { label, confidence },
    { label: 'neutral', confidence: 0.2 },
  ],
  age: [],
  accent: [],
  speakingRate: [],
  pitch: [],
  vocalStyle: [],
  pitchHz: 120,
  energyDbfs: -20,
  syllablesPerSecond: 4,
  sure: ['emotion'],
});
const event = (scope: 'chunk' | 'utterance', label: string) => ({
  scope,
  utterance: 1,
  startSample: 0,
  endSample: 1,
  perception: feeling(label),
});
const top = (state: ReturnType<typeof perceived>, nowMs: number) =>
  currentPerception(state, nowMs)?.emotion[0]?.label;

it('believes the newest, but a whole utterance over its chunks for a while', () => {
  let state = perceived(noPerception, event('chunk', 'calm'), 0);
  expect(top(state, 0)).toBe('calm');
  state = perceived(state, event('utterance', 'happy'), 1_000);
  state = perceived(state, event('chunk', 'sad'), 2_000);
  expect(top(state, 2_000)).toBe('happy');
  state = perceived(state, event('chunk', 'sad'), 5_000);
  expect(top(state, 5_000)).toBe('sad');
});

it('is less sure with time, and forgets', () => {
  const state = perceived(noPerception, event('utterance', 'happy'), 0);
  expect(currentPerception(state, 59_000)?.sure).toEqual(['emotion']);
  expect(currentPerception(state, 60_000)).toMatchObject({
    emotion: [
      { label: 'happy', confidence: 0.4 },
      { label: 'neutral', confidence: 0.1 },
    ],
    sure: [],
  });
  expect(currentPerception(state, 3_600_000)).toBeNull();
  expect(currentPerception(noPerception, 0)).toBeNull();
});

it('takes nothing from what was hardly sure at once: how far one label is ahead of the next stays', () => {
  const event = { scope: 'utterance', utterance: 1, startSample: 0, endSample: 1 } as const;
  const emotion = [
    { label: 'angry', confidence: 0.16 },
    { label: 'happy', confidence: 0.14 },
  ];
  const state = perceived(noPerception, { ...event, perception: { ...feeling(''), emotion } }, 0);
  expect(currentPerception(state, 30_000)?.emotion.map(({ label }) => label)).toEqual(['angry', 'happy']);
});
