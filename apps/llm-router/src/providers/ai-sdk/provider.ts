import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';
import { classify } from './errors';
import { PartReader } from './events';
import { toCallOptions } from './prompt';

export interface AiSdkProviderOptions {
  readonly id: string;
  readonly capabilities: Capabilities;
  readonly models: readonly ModelInfo[];
  /** Loads the provider's package; called once, at the first use. */
  readonly load: () => Promise<(model: string) => LanguageModelV3>;
}

/**
 * A hosted provider through the AI SDK's own adapter for it. The models are used directly, not through
 * `streamText`: that costs 2 ms more to the first token, and Parley has its own retries and deadlines.
 */
export class AiSdkProvider implements ChatProvider {
  readonly id: string;
  readonly capabilities: Capabilities;
  #loading: Promise<(model: string) => LanguageModelV3> | undefined;

  constructor(private readonly options: AiSdkProviderOptions) {
    this.id = options.id;
    this.capabilities = options.capabilities;
  }

  models(): readonly ModelInfo[] {
    return this.options.models;
  }

  /** Loads the package ahead of the first answer. */
  async warm(_model: string): Promise<void> {
    await this.#load();
  }

  async *generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    const reader = new PartReader();
    try {
      const model = (await this.#load())(request.model);
      const { stream } = await model.doStream({
        ...toCallOptions(request, this.capabilities),
        abortSignal: signal,
      });
      for await (const part of stream) {
        const event = reader.read(part);
        if (event !== undefined) yield event;
        if (event?.type === 'finished') return;
      }
      reader.ended(this.id);
    } catch (error) {
      throw classify(this.id, error);
    }
  }

  #load(): Promise<(model: string) => LanguageModelV3> {
    this.#loading ??= this.options.load();
    return this.#loading;
  }
}
