import { dialectOf } from './dialect';

const ga = '/v1/realtime?model=m';

it.each([
  ['openai', ga, {}],
  ['openai', ga, { 'openai-beta': 'assistants=v2' }],
  ['openai', ga, { 'sec-websocket-protocol': 'realtime, openai-insecure-api-key.sk' }],
  ['openai', '/v1/realtime?model=m&token=ek_1', {}],
  ['openai', '/v1/realtime?intent=transcription&token=ek_1', {}],
  ['openai-beta', ga, { 'openai-beta': 'realtime=v1' }],
  ['openai-beta', ga, { 'openai-beta': 'assistants=v2, realtime=v1' }],
  ['openai-beta', ga, { 'sec-websocket-protocol': 'realtime, openai-beta.realtime-v1' }],
  ['inworld', '/api/v1/realtime/session?key=voice-1&protocol=realtime', {}],
  ['inworld', '/api/v1/realtime/session', { 'openai-beta': 'realtime=v1' }],
  ['inworld', '/v1/realtime?token=eyJ.a.b', {}],
  ['inworld', '/v1/realtime?protocol=realtime&model=m', {}],
])('is %s at %s with %j', (dialect, path, headers) => {
  expect(dialectOf(new URL(path, 'http://gateway'), headers)).toBe(dialect);
});
