import { defaultSession, type ResponseParams, type Session } from '@parley/protocol';
import { emptyConversation } from '../conversation/state';
import { planResponse } from './plan';

const session: Session = {
  ...defaultSession({ id: 's', model: 'a/b', expiresAt: 0, instructions: 'Be kind.', voice: 'alloy' }),
  max_output_tokens: 100,
  temperature: 0.8,
  reasoning: { effort: 'low' },
  parallel_tool_calls: false,
};

const ids = {
  item: () => 'i',
  response: () => 'r',
  call: () => 'c',
  approval: () => 'a',
  backchannel: () => 'b',
  generation: () => 1,
};
const plan = (params: ResponseParams) => planResponse(session, params, emptyConversation, ids).plan;

describe('the plan of a response', () => {
  it('is the session where the request says nothing', () => {
    expect(plan({})).toMatchObject({
      conversational: true,
      model: 'a/b',
      modality: 'audio',
      instructions: 'Be kind.',
      maxOutputTokens: 100,
      temperature: 0.8,
      reasoning: { effort: 'low' },
      parallelToolCalls: false,
      metadata: null,
      input: null,
    });
  });

  it('is the request where it says something', () => {
    const asked = plan({
      conversation: 'none',
      model: 'c/d',
      output_modalities: ['text'],
      instructions: '',
      max_output_tokens: 'inf',
      temperature: 0,
      reasoning: { effort: 'high' },
      parallel_tool_calls: true,
      metadata: { a: 'b' },
      input: [],
    });
    expect(asked).toMatchObject({
      conversational: false,
      model: 'c/d',
      modality: 'text',
      instructions: '',
      maxOutputTokens: 'inf',
      temperature: 0,
      reasoning: { effort: 'high' },
      parallelToolCalls: true,
      metadata: { a: 'b' },
      input: [],
    });
  });

  it('leaves to the model what neither says', () => {
    const { temperature: _t, reasoning: _r, parallel_tool_calls: _p, ...plain } = session;
    expect(planResponse(plain, {}, emptyConversation, ids).plan).toMatchObject({
      temperature: null,
      reasoning: null,
      parallelToolCalls: null,
    });
    expect(plan({ reasoning: null })?.reasoning).toBeNull();
  });
});
