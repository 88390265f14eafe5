import { decode, encode, v1 } from '@parley/contracts';
import { serveEngine, type EngineProgram, type WorkContext } from '@parley/engines-kit';
import { parseJsonObject } from '../../chat/check';
import { parseRequest } from '../../chat/parse-request';
import { toWireReason } from '../../chat/to-wire';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import { loadModel, type LoadedModel } from './engine/load-model';
import { LlamaEngine } from './engine/llama-engine';
import { parseSettings } from './settings';

/** llama.cpp as an engine: GenerateWork in, GenerateResult out. File "model": a GGUF chat model. */
class LlamaProgram implements EngineProgram {
  #loaded: LoadedModel | undefined;
  #engine: LlamaEngine | undefined;

  async start(start: v1.EngineStart.$Properties): Promise<v1.EngineReady.$Properties> {
    const settings = parseSettings(start.settings ?? {});
    const threads = start.threads ?? 1;
    const loaded = await loadModel({ path: start.files?.['model'] ?? '', ...settings, threads });
    this.#loaded = loaded;
    this.#engine = new LlamaEngine(loaded, { threads, maxTokens: settings.maxTokens });
    await this.#warm(settings.warmText);
    return {
      name: 'llama.cpp',
      version: loaded.llama.llamaCppRelease.release,
      concurrency: settings.sequences,
      facts: {
        context_tokens: String(loaded.contextTokens),
        tools: String(loaded.template.tools),
      },
    };
  }

  async work(payload: Uint8Array, { signal, emit }: WorkContext): Promise<void> {
    const engine = this.#engine;
    if (engine === undefined) throw new Error('work came before the start');
    const { cacheKey, request, prepare, release, background, answerSchema } = decode(
      v1.GenerateWork,
      payload,
    );
    if (release) return engine.release(cacheKey);
    const asked = toChatRequest(cacheKey, request ?? {}, background);
    const send = (event: ChatEvent) => emit(encode(v1.GenerateResult, toResult(event)));
    if (!prepare) return engine.generate(inFormat(asked, answerSchema), { signal, emit: send });
    const usage = await engine.prepare(asked, signal);
    send({ type: 'finished', reason: 'stop', usage: { ...usage, outputTokens: 0 } });
  }

  async stop(): Promise<void> {
    await this.#loaded?.dispose();
  }

  /** Every sequence starts with what every conversation starts with. */
  async #warm(text: string): Promise<void> {
    if (text === '') return;
    const keys = (this.#loaded?.sequences ?? []).map((_, index) => `warm ${index}`);
    for (const key of keys) {
      await this.#engine?.prepare(toChatRequest(key, { instructions: text }), new AbortController().signal);
    }
    for (const key of keys) this.#engine?.release(key);
  }
}

function toChatRequest(
  cacheKey: string,
  request: v1.GenerateRequest.$Properties,
  background = false,
): ChatRequest {
  const parsed = parseRequest(request);
  return { ...parsed, cacheKey, promptCacheKey: '', system: parsed.instructions, memory: '', background };
}

function inFormat(request: ChatRequest, schemaJson: string): ChatRequest {
  if (schemaJson === '') return request;
  const schema = parseJsonObject('answer_schema', schemaJson);
  return { ...request, settings: { format: { type: 'schema', name: '', schema } } };
}

function toResult(event: ChatEvent): v1.GenerateResult.$Properties {
  switch (event.type) {
    case 'text':
      return { text: { text: event.text } };
    case 'tool_call':
      return { toolCall: { callId: event.callId, name: event.name, argumentsJson: event.argumentsJson } };
    case 'finished':
      return { finished: { reason: toWireReason(event.reason), usage: event.usage } };
    default:
      throw new Error(`llama.cpp has no ${event.type}`);
  }
}

serveEngine(new LlamaProgram());
