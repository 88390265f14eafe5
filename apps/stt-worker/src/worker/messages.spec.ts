import { encode, v1 } from '@parley/contracts';
import { parseAudio, parseCommand, parseOpen } from './messages';

const pcm = new Uint8Array(Int16Array.from([1, 2, 3]).buffer);

describe('the open message', () => {
  it('is read with what it leaves out', () => {
    const open = parseOpen(encode(v1.HearOpen, { startSample: 5, nextUtterance: 2, sampleRate: 16_000 }));
    expect(open).toMatchObject({ startSample: 5, nextUtterance: 2 });
    expect(open.config?.turnDetection).toBeUndefined();
  });

  it.each([
    ['another rate', encode(v1.HearOpen, { sampleRate: 24_000 })],
    ['a threshold beyond one', encode(v1.HearOpen, { config: { turnDetection: { threshold: 2 } } })],
    ['no number', encode(v1.HearOpen, { config: { turnDetection: { threshold: Number.NaN } } })],
    ['rubbish', Uint8Array.from([255, 255, 255])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => parseOpen(bytes)).toThrow(
      expect.objectContaining({ code: 'invalid_message', retryable: false }),
    );
  });
});

describe('commands', () => {
  it.each([
    [{ commit: { utterance: 1, startSample: 2, endSample: 3 } }, 'commit'],
    [{ clear: { upToSample: 7 } }, 'clear'],
    [{ configure: {} }, 'configure'],
    [{ audio: { startSample: 1, pcm } }, 'audio'],
  ])('%p is a %s', (input, kind) => {
    expect(parseCommand(encode(v1.HearInput, input)).kind).toBe(kind);
  });

  it.each([
    ['an empty one', encode(v1.HearInput, {})],
    ['an end before the start', encode(v1.HearInput, { commit: { startSample: 9, endSample: 3 } })],
    ['rubbish', Uint8Array.from([7, 255, 255])],
  ])('refuse %s', (_what, bytes) => {
    expect(() => parseCommand(bytes)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
  });
});

describe('audio', () => {
  it('is samples at a position, 16 kHz', () => {
    const wire = encode(v1.AudioFrame, { startSample: 9, sampleRate: 16_000, pcm });
    expect(parseAudio(wire)).toEqual({ startSample: 9, samples: Int16Array.from([1, 2, 3]) });
    expect(parseAudio(encode(v1.AudioFrame, { sampleRate: 8_000, pcm }))).toBeUndefined();
    expect(parseAudio(Uint8Array.from([255]))).toBeUndefined();
  });
});
