import { decode, encode, v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Logger } from '@parley/telemetry';
import type { AnswerFormat } from '../../chat/settings';
import { fromWireReason, toWireRequest } from '../../chat/to-wire';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import { maxSchemaChars } from '../../tools/limits';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';
import type { LocalCatalog } from './catalog';
import type { LocalEngines } from './engines';

export interface LocalProviderOptions {
  readonly catalog: LocalCatalog;
  readonly engines: LocalEngines;
  readonly logger: Logger;
  /** Of a work, waiting included. */
  readonly timeoutMs: number;
}

/** Preparing is worth nothing once the request itself is there. */
const prepareTimeoutMs = 10_000;

/** Of work that stands still while others are answered. */
const backgroundTimeoutMs = 600_000;

/** Models on this machine: llama.cpp in the engine host. */
export class LocalProvider implements ChatProvider {
  readonly id = 'local';
  readonly cutsPrompts = true;
  readonly capabilities: Capabilities = {
    tools: true,
    images: false,
    systemAnywhere: true,
    guidance: 'small',
    settings: ['format'],
  };

  constructor(private readonly options: LocalProviderOptions) {}

  models(): readonly ModelInfo[] {
    return this.options.catalog.models();
  }

  accept(model: string): void {
    this.options.catalog.check(model);
  }

  /** Starts loading a model. */
  async warm(model: string): Promise<void> {
    const { started } = await this.options.engines.engine(model);
    await started;
  }

  ready(model: string): { ready: boolean; detail: string } {
    const state = this.options.engines.loaded(model)?.host.state ?? 'not loaded';
    return { ready: state === 'ready', detail: `local/${model}: ${state}` };
  }

  async *generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    const answerSchema = schemaOf(request.settings?.format);
    const { host, started } = await this.options.engines.engine(request.model);
    await started;
    const { cacheKey, background } = request;
    const asked = toWireRequest(request);
    const work = encode(v1.GenerateWork, { cacheKey, background, answerSchema, request: asked });
    const how = background
      ? { timeoutMs: backgroundTimeoutMs, priority: -1 }
      : { timeoutMs: this.options.timeoutMs };
    let finished: ChatEvent | undefined;
    for await (const payload of host.work(work, { ...how, signal })) {
      const event = toEvent(decode(v1.GenerateResult, payload));
      if (event?.type === 'finished') finished = event;
      else if (event !== undefined) yield event;
    }
    // Told only when the work itself is over: the reader leaves at this, and leaving earlier is a cancel.
    if (finished !== undefined) yield finished;
  }

  async prepare(request: ChatRequest, { signal }: GenerateOptions): Promise<void> {
    const engine = this.options.engines.loaded(request.model);
    if (engine?.host.state !== 'ready' || engine.host.queued > 0) return;
    const { cacheKey } = request;
    const work = encode(v1.GenerateWork, { cacheKey, request: toWireRequest(request), prepare: true });
    for await (const _ of engine.host.work(work, { timeoutMs: prepareTimeoutMs, priority: -1, signal }));
  }

  release(model: string, cacheKey: string): void {
    const engine = this.options.engines.loaded(model);
    if (engine?.host.state !== 'ready') return;
    const drain = async () => {
      const work = encode(v1.GenerateWork, { cacheKey, release: true });
      for await (const _ of engine.host.work(work, { timeoutMs: prepareTimeoutMs, priority: 1 }));
    };
    drain().catch((error: unknown) => {
      this.options.logger.debug({ err: error }, 'a cached sequence was not released');
    });
  }

  async stop(): Promise<void> {
    await this.options.engines.stop();
  }
}

/** @throws EngineError */
function schemaOf(format: AnswerFormat | undefined): string {
  if (format === undefined) return '';
  const schema = JSON.stringify(format.type === 'json' ? { type: 'object' } : format.schema);
  if (schema.length <= maxSchemaChars) return schema;
  const message = `the schema of an answer has ${maxSchemaChars} characters at the most`;
  throw new EngineError('caller_fault', 'invalid_request', message);
}

function toEvent(result: v1.GenerateResult): ChatEvent | undefined {
  switch (result.event) {
    case 'text':
      return { type: 'text', text: result.text?.text ?? '' };
    case 'toolCall': {
      const { callId, name, argumentsJson } = result.toolCall ?? {};
      return {
        type: 'tool_call',
        callId: callId ?? '',
        name: name ?? '',
        argumentsJson: argumentsJson ?? '{}',
      };
    }
    case 'finished': {
      const usage = result.finished?.usage;
      return {
        type: 'finished',
        reason: fromWireReason(result.finished?.reason),
        usage: {
          inputTokens: usage?.inputTokens ?? 0,
          cachedInputTokens: usage?.cachedInputTokens ?? 0,
          outputTokens: usage?.outputTokens ?? 0,
        },
      };
    }
    default:
      return undefined;
  }
}
