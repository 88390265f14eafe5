import { fallenFor, stepVoice, voiceFrom, type VoiceEdge } from './voice-edges';

/** `s` a frame of speech, `.` one without. */
function edgesOf(frames: string): (VoiceEdge | undefined)[] {
  let edges = voiceFrom(0);
  let quietSamples = 0;
  return frames.split('').map((frame) => {
    quietSamples = frame === 's' ? 0 : quietSamples + 512;
    const step = stepVoice(edges, 512, quietSamples, frame === 's' ? 0.9 : 0.1);
    edges = step.edges;
    return step.edge;
  });
}

it('tells each pause once, and the voice that comes back', () => {
  expect(edgesOf('ss...s..').map((edge) => edge ?? '')).toEqual([
    ...['', '', '', 'paused', '', 'resumed', '', 'paused'],
  ]);
});

it('overlooks a closed consonant', () => {
  expect(edgesOf('ss.s.s.s').every((edge) => edge === undefined)).toBe(true);
});

it('counts silence from where the voice ended, within a frame too', () => {
  expect(stepVoice(voiceFrom(1_024), 512, 767, 0.1).edge).toBeUndefined();
  expect(stepVoice(voiceFrom(1_024), 512, 768, 0.1).edge).toBe('paused');
});

it('counts what was said', () => {
  expect(stepVoice(voiceFrom(1_024), 512, 0, 0.9).edges.speechSamples).toBe(1_536);
  expect(stepVoice(voiceFrom(1_024), 512, 512, 0.1).edges.speechSamples).toBe(1_024);
});

describe('a voice that fell within what the VAD takes for speech', () => {
  const heard = voiceFrom(1_024);
  const silent = { ...heard, paused: true };

  it('is silent once the VAD is not sure any more, and not before', () => {
    expect(fallenFor(heard, 0.7, 768)).toBe(768);
    expect(fallenFor(heard, 0.95, 768)).toBe(0);
    expect(fallenFor(heard, 0.7, 640)).toBe(0);
  });

  it('is silent until it is as loud again', () => {
    expect(fallenFor(silent, 0.7, 256)).toBe(256);
    expect(fallenFor(silent, 0.7, 128)).toBe(0);
  });

  it('is back, however quiet, once the VAD is sure of two frames in a row', () => {
    const resumes = (probabilities: readonly number[]) => {
      let edges = silent;
      return probabilities.map((probability) => {
        const step = stepVoice(edges, 512, fallenFor(edges, probability, 768), probability);
        edges = step.edges;
        return step.edge;
      });
    };
    expect(resumes([0.95, 0.7, 0.95, 0.95, 0.95])).toEqual([
      ...[undefined, undefined, undefined, 'resumed', undefined],
    ]);
    expect(resumes([0.95, 0.95, 0.7])).toEqual([undefined, 'resumed', 'paused']);
  });
});
