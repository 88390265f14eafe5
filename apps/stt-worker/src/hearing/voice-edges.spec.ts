import { stepVoice, voiceFrom, type VoiceEdge } from './voice-edges';

/** `s` a frame of speech, `.` one without. */
function edgesOf(frames: string): (VoiceEdge | undefined)[] {
  let edges = voiceFrom(0);
  let quietSamples = 0;
  return frames.split('').map((frame) => {
    quietSamples = frame === 's' ? 0 : quietSamples + 512;
    const step = stepVoice(edges, 512, quietSamples);
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
  expect(stepVoice(voiceFrom(1_024), 512, 767).edge).toBeUndefined();
  expect(stepVoice(voiceFrom(1_024), 512, 768).edge).toBe('paused');
});

it('counts what was said', () => {
  expect(stepVoice(voiceFrom(1_024), 512, 0).edges.speechSamples).toBe(1_536);
  expect(stepVoice(voiceFrom(1_024), 512, 512).edges.speechSamples).toBe(1_024);
});
