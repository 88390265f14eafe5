import { dialectOf } from './dialect';

it.each([
  ['openai', {}],
  ['openai', { 'openai-beta': 'assistants=v2' }],
  ['openai', { 'sec-websocket-protocol': 'realtime, openai-insecure-api-key.sk' }],
  ['openai-beta', { 'openai-beta': 'realtime=v1' }],
  ['openai-beta', { 'openai-beta': 'assistants=v2, realtime=v1' }],
  ['openai-beta', { 'sec-websocket-protocol': 'realtime, openai-beta.realtime-v1' }],
])('is %s of %j', (dialect, headers) => {
  expect(dialectOf(headers)).toBe(dialect);
});
