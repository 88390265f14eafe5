import * as fc from 'fast-check';
import { markTurn, partsOf, stagesOf, turnStages, type TurnMarks } from './index';

const turn: TurnMarks = {
  speechEnd: 1_000,
  candidate: 1_200,
  commit: 1_300,
  transcript: 1_450,
  request: 1_451,
  firstToken: 1_651,
  firstSegment: 1_660,
  firstByte: 1_760,
  firstAudio: 1_763,
  done: 2_500,
  playoutEnd: 4_000,
};

describe('the timing record of a turn', () => {
  it('gives every stage its duration', () => {
    expect(stagesOf(turn)).toEqual({
      candidate: 200,
      endpoint: 300,
      transcript: 150,
      request: 1,
      first_token: 200,
      first_segment: 9,
      first_byte: 100,
      first_audio: 3,
      platform: 313,
      voice_to_voice: 763,
      generated: 737,
      playout: 2_237,
    });
  });

  it('leaves out what was not reached', () => {
    expect(stagesOf({ speechEnd: 5, commit: 10, firstToken: 40 })).toEqual({ endpoint: 5 });
  });

  it('counts a stage as free when speculation had it ready', () => {
    expect(stagesOf({ transcript: 100, request: 60 })).toEqual({ request: 0 });
  });

  it('keeps the first time of a mark', () => {
    const marks = markTurn(markTurn({}, 'firstToken', 5), 'firstToken', 9);
    expect(marks).toEqual({ firstToken: 5 });
  });

  it('adds up: the chain of stages is the time from end of speech to first audio', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: 8, maxLength: 8 }), (times) => {
        const [a, b, c, d, e, f, g, h] = times.toSorted((left, right) => left - right);
        const marks = {
          speechEnd: a ?? 0,
          commit: b ?? 0,
          transcript: c ?? 0,
          request: d ?? 0,
          firstToken: e ?? 0,
          firstSegment: f ?? 0,
          firstByte: g ?? 0,
          firstAudio: h ?? 0,
        };
        const stages = stagesOf(marks);
        const chain = ['endpoint', 'transcript', 'request', 'first_token', 'first_segment'] as const;
        const rest = ['first_byte', 'first_audio'] as const;
        const sum = [...chain, ...rest].reduce((total, stage) => total + (stages[stage] ?? NaN), 0);
        return sum === stages.voice_to_voice;
      }),
    );
  });
});

describe('the parts of a turn', () => {
  it('are its stages one after the other, without sums', () => {
    const parts = partsOf(turn);
    expect(parts[1]).toEqual({ stage: 'endpoint', startMs: 1_000, endMs: 1_300 });
    const names = parts.map(({ stage }) => stage);
    expect(names).toEqual(turnStages.filter((stage) => stage !== 'platform' && stage !== 'voice_to_voice'));
  });

  it('leave out what speculation had ready before it could begin', () => {
    expect(partsOf({ transcript: 100, request: 60, firstToken: 90 })).toEqual([
      { stage: 'first_token', startMs: 60, endMs: 90 },
    ]);
  });
});
