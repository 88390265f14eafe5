import { stepVoice, voiceFrom, type VoiceEdge } from './voice-edges';

/** `s` a frame of speech, `.` one without. */
function edgesOf(frames: string): (VoiceEdge | undefined)[] {
  let edges = voiceFrom(0);
  return frames.split('').map((frame) => {
    const step = stepVoice(edges, frame === 's', 512);
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

it('counts what was said', () => {
  expect(stepVoice(voiceFrom(1_024), true, 512).edges.speechSamples).toBe(1_536);
  expect(stepVoice(voiceFrom(1_024), false, 512).edges.speechSamples).toBe(1_024);
});
