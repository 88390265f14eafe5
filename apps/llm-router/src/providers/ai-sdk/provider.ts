import type { LanguageModelV3CallOptions } from '@ai-sdk/provider';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import { catalogue } from '../../catalogue/catalogue';
import type { HostedEntry, LoadedModels } from '../hosted/entry';
import { listHosted } from '../hosted/list-hosted';
import { KeyRing } from '../keys/key-ring';
import { withKeys } from '../keys/with-keys';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';
import { asTaken } from '../as-taken';
import { classify } from './errors';
import { PartReader } from './events';
import { providerOptions } from './options';
import { toCallOptions } from './prompt';

/**
 * A hosted provider through the AI SDK's own adapter for it. The models are used directly, not through
 * `streamText`: that costs 2 ms more to the first token, and Parley has its own retries and deadlines.
 */
export class AiSdkProvider implements ChatProvider {
  readonly id: string;
  readonly hosted = true;
  readonly capabilities: Capabilities;
  readonly #keys: KeyRing<string>;
  readonly #loaded = new Map<string, LoadedModels>();

  constructor(private readonly entry: HostedEntry) {
    this.id = entry.id;
    this.capabilities = entry.capabilities;
    this.#keys = new KeyRing(entry.keys);
  }

  models(): readonly ModelInfo[] {
    return listHosted(this.id);
  }

  /** Loads the package ahead of the first answer. */
  async warm(_model: string): Promise<void> {
    for (const key of this.entry.keys) this.#load(key);
  }

  generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    return withKeys(this.#keys, (key) => this.#answer(key, request, signal));
  }

  async *#answer(key: string, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const reader = new PartReader();
    try {
      const model = this.#load(key)(request.model);
      const known = catalogue().get(`${this.id}/${request.model}`);
      const { stream } = await model.doStream({
        ...toCallOptions(asTaken(request, this.capabilities), {
          capabilities: this.capabilities,
          known,
          cacheMark: this.entry.cacheMark?.(known),
        }),
        ...this.#options(request),
        abortSignal: signal,
        // A format is refused in a field of its own, which the adapters tell as words.
        includeRawChunks: request.settings?.format !== undefined,
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

  #options(request: ChatRequest): Pick<LanguageModelV3CallOptions, 'providerOptions'> {
    const options = providerOptions(this.entry.optionsName ?? this.id, request, this.capabilities.effort);
    return options === undefined ? {} : { providerOptions: options };
  }

  #load(key: string): LoadedModels {
    let models = this.#loaded.get(key);
    if (models === undefined) {
      models = this.entry.load(key);
      this.#loaded.set(key, models);
    }
    return models;
  }
}
