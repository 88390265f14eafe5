import { v1 } from '@parley/contracts';
import type { ModelRequest } from '../../engine/coordinator/effects';
import { failureOf, requestMessage, toModelEvent } from './generation-messages';

const request: ModelRequest = {
  model: 'a/b',
  instructions: '',
  messages: [],
  tools: [],
  toolChoice: 'auto',
  maxOutputTokens: 'inf',
  temperature: null,
  reasoning: null,
  parallelToolCalls: null,
  truncation: 'auto',
  templates: {},
  memory: null,
  spoken: true,
  perception: null,
  language: '',
  user: '',
  metadata: null,
};
const encoded = (over: Partial<ModelRequest>) =>
  v1.GenerateRequest.decode(v1.GenerateRequest.encode(requestMessage({ ...request, ...over })).finish());

describe('a request to the model on the bus', () => {
  it('says nothing of what nobody set', () => {
    const { temperature, parallelToolCalls, reasoningEffort, maxOutputTokens, truncation } = encoded({});
    expect([temperature, parallelToolCalls]).toEqual([null, null]);
    expect({ reasoningEffort, maxOutputTokens }).toEqual({ reasoningEffort: '', maxOutputTokens: 0 });
    expect(truncation).toMatchObject({ disabled: false, retentionRatio: null, postInstructions: null });
  });

  it('has the settings of the model, zero and false included', () => {
    const settings = { temperature: 0, parallelToolCalls: false, maxOutputTokens: 7 } as const;
    expect(encoded({ ...settings, reasoning: { effort: 'high' } })).toMatchObject({
      temperature: 0,
      parallelToolCalls: false,
      maxOutputTokens: 7,
      reasoningEffort: 'high',
    });
  });

  it('tells the three ways to truncate apart', () => {
    const retention = { type: 'retention_ratio', retention_ratio: 0.5 } as const;
    expect(encoded({ truncation: 'disabled' }).truncation?.disabled).toBe(true);
    expect(encoded({ truncation: retention }).truncation).toMatchObject({
      disabled: false,
      retentionRatio: 0.5,
      postInstructions: null,
    });
    const limited = { ...retention, retention_ratio: 0, token_limits: { post_instructions: 0 } };
    expect(encoded({ truncation: limited }).truncation).toMatchObject({
      retentionRatio: 0,
      postInstructions: 0,
    });
  });

  it('has the images of a message beside its words', () => {
    const images = [{ url: 'data:image/png;base64,AAAA', detail: 'low' as const }];
    const { messages } = encoded({ messages: [{ role: 'user', text: 'Look.', images }] });
    expect(messages[0]).toMatchObject({ text: 'Look.', images });
  });
});

it.each([
  ['rate_limit', 'rate_limit_exceeded', 'rate_limit_exceeded'],
  ['quota', 'server_error', 'insufficient_quota'],
  ['model_gone', 'invalid_request_error', 'model_not_found'],
  ['transient', 'server_error', 'server_error'],
  ['credential', 'server_error', 'server_error'],
  ['unknown', 'server_error', 'server_error'],
])('a failure of class %s is told as %s %s, without the engine’s own words', (kind, type, code) => {
  const failure = failureOf(kind, 'inner', 'sk-secret at http://10.0.0.1');
  expect(failure).toMatchObject({ type, code });
  expect(failure.message).not.toContain('sk-secret');
});

it('what the caller did wrong is told by its own code and words', () => {
  expect(failureOf('caller_fault', 'images_not_supported', 'x/y takes no images')).toEqual({
    type: 'invalid_request_error',
    code: 'images_not_supported',
    message: 'x/y takes no images',
  });
});

it('a sign of life is heard', () => {
  const payload = v1.GenerateEvent.encode({ alive: {} }).finish();
  expect(toModelEvent(v1.GenerateEvent.decode(payload))).toEqual({ type: 'alive' });
});
