import { mark, stagesOf } from './timing';

it('counts the first time only', () => {
  expect(mark(mark({}, 'commit', 5), 'commit', 9)).toEqual({ commit: 5 });
});

it('turns marks into the spans between them, leaving out what did not happen', () => {
  expect(
    stagesOf({
      speechEnd: 0,
      commit: 200,
      transcript: 240,
      request: 241,
      firstToken: 341,
      firstSegment: 351,
      firstByte: 400,
      firstAudio: 401,
      done: 900,
      playoutEnd: 3_000,
    }),
  ).toEqual({
    endpoint_ms: 200,
    transcript_ms: 40,
    request_ms: 1,
    first_token_ms: 100,
    first_segment_ms: 10,
    first_byte_ms: 49,
    first_audio_ms: 1,
    platform_ms: 161,
    voice_to_voice_ms: 401,
    generated_ms: 499,
    playout_ms: 2_599,
  });
  expect(stagesOf({ request: 3, firstToken: 8 })).toEqual({ first_token_ms: 5 });
});
