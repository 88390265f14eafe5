import type { ServerResponse } from 'node:http';
import { catalogue } from '../catalogue/catalogue';
import { beginEvents, chunk, sendEvent, usage } from './wire-server';

/** How one family of providers speaks on the wire. */
export interface WireFamily {
  readonly name: string;
  /** Variables that configure the provider at a server's address. */
  env(url: string): Record<string, string>;
  /** "provider/model" */
  readonly model: string;
  begin(response: ServerResponse): void;
  word(response: ServerResponse, text: string): void;
  end(response: ServerResponse): void;
}

const chat = (name: string, adapter: 'lean' | 'ai-sdk'): WireFamily => ({
  name,
  env: (url) => ({
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: `${url}/v1`,
    PARLEY_LLM_ADAPTER: adapter,
  }),
  model: 'openai/gpt-4.1-mini',
  begin: beginEvents,
  word: (response, text) => sendEvent(response, chunk({ content: text })),
  end(response) {
    sendEvent(response, chunk({}, 'stop', { usage }));
    sendEvent(response, '[DONE]');
    response.end();
  },
});

const typed = (response: ServerResponse, type: string, more: object) =>
  sendEvent(response, { type, ...more }, type);

const responsesModel = () =>
  catalogue()
    .of('openai')
    .find(({ api }) => api === 'responses')!.id;

const message = { type: 'message', id: 'i1', role: 'assistant', content: [] };

const responses: WireFamily = {
  name: 'OpenAI responses',
  env: (url) => ({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` }),
  get model() {
    return responsesModel();
  },
  begin(response) {
    beginEvents(response);
    typed(response, 'response.created', { response: { id: 'r1', created_at: 1, model: 'm' } });
    typed(response, 'response.output_item.added', { output_index: 0, item: message });
  },
  word: (response, delta) =>
    typed(response, 'response.output_text.delta', {
      item_id: 'i1',
      output_index: 0,
      content_index: 0,
      delta,
    }),
  end(response) {
    typed(response, 'response.output_item.done', { output_index: 0, item: message });
    const usage = { input_tokens: 9, output_tokens: 4, input_tokens_details: { cached_tokens: 2 } };
    typed(response, 'response.completed', { response: { id: 'r1', usage } });
    response.end();
  },
};

const anthropic = (name: string, adapter: 'lean' | 'ai-sdk'): WireFamily => ({
  name,
  env: (url) => ({
    ANTHROPIC_API_KEY: 'k',
    ANTHROPIC_BASE_URL: `${url}/v1`,
    PARLEY_LLM_ADAPTER: adapter,
  }),
  model: 'anthropic/claude-haiku-4-5',
  begin(response) {
    beginEvents(response);
    const usage = {
      input_tokens: 4,
      cache_read_input_tokens: 8,
      cache_creation_input_tokens: 0,
      output_tokens: 1,
    };
    typed(response, 'message_start', {
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model: 'c',
        content: [],
        stop_reason: null,
        usage,
      },
    });
    typed(response, 'content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  },
  word: (response, text) =>
    typed(response, 'content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  end(response) {
    typed(response, 'content_block_stop', { index: 0 });
    const delta = { stop_reason: 'end_turn', stop_sequence: null };
    typed(response, 'message_delta', { delta, usage: { output_tokens: 5 } });
    typed(response, 'message_stop', {});
    response.end();
  },
});

const candidate = (text: string, more: object = {}) => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...more }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 4, totalTokenCount: 13 },
});

const google = (name: string, adapter: 'lean' | 'ai-sdk'): WireFamily => ({
  name,
  env: (url) => ({
    GOOGLE_GENERATIVE_AI_API_KEY: 'k',
    GOOGLE_BASE_URL: `${url}/v1beta`,
    PARLEY_LLM_ADAPTER: adapter,
  }),
  model: 'google/gemini-2.5-flash',
  begin: beginEvents,
  word: (response, text) => sendEvent(response, candidate(text)),
  end(response) {
    sendEvent(response, candidate('', { finishReason: 'STOP' }));
    response.end();
  },
});

export const wireFamilies: readonly WireFamily[] = [
  chat('OpenAI chat, lean', 'lean'),
  chat('OpenAI chat, AI SDK', 'ai-sdk'),
  responses,
  anthropic('Anthropic, lean', 'lean'),
  anthropic('Anthropic, AI SDK', 'ai-sdk'),
  google('Google, lean', 'lean'),
  google('Google, AI SDK', 'ai-sdk'),
];
