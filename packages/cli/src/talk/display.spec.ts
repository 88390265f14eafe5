import { Display, describePersona, describeStages, toJsonLine } from './display';

const perception = {
  emotion: [{ label: 'calm', confidence: 0.43 }],
  age: [],
  accent: [],
  speakingRate: [{ label: 'fast', confidence: 0.8 }],
  pitch: [],
  vocalStyle: [],
};

describe('Display', () => {
  it('shows what was said on either side, the voice and the times', () => {
    const lines: string[] = [];
    const display = new Display({ line: (text) => lines.push(text), status: () => undefined });
    display.show({ atMs: 1, kind: 'heard', text: ' Hello. ' });
    display.show({ atMs: 2, kind: 'reply-started', responseId: 'r' });
    display.show({ atMs: 3, kind: 'reply-text', delta: 'Good ' });
    display.show({ atMs: 4, kind: 'reply-text', delta: 'day.' });
    display.show({
      atMs: 5,
      kind: 'reply-done',
      responseId: 'r',
      status: 'cancelled',
      detail: 'turn_detected',
    });
    display.show({ atMs: 6, kind: 'persona', scope: 'utterance', perception });
    display.show({ atMs: 7, kind: 'timing', stages: { llm_first_token_ms: 210.4 }, engines: {} });
    expect(lines).toEqual([
      '  you     Hello.',
      '  parley  Good day. (cancelled: turn_detected)',
      '  voice   emotion calm 43 % · rate fast 80 %',
      '  timing  llm first token 210 ms',
    ]);
  });

  it('has words for nothing', () => {
    expect(describePersona({ ...perception, emotion: [], speakingRate: [] })).toBe('nothing to say about it');
    expect(describeStages({})).toBe('');
  });
});

describe('toJsonLine', () => {
  it('gives audio as its length', () => {
    const line = toJsonLine({ atMs: 1.6, kind: 'reply-audio', itemId: 'i', pcm: new Int16Array(480) });
    expect(JSON.parse(line)).toEqual({ at_ms: 2, kind: 'reply-audio', samples: 480 });
  });
});
