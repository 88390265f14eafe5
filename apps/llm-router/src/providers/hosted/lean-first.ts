import { catalogue } from '../../catalogue/catalogue';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import type { AiSdkProvider } from '../ai-sdk/provider';
import type { LeanProvider } from '../lean/provider';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';

/** Parley's own path to a provider, and the AI SDK's for models that cannot be had through chat completions. */
export class LeanFirst implements ChatProvider {
  readonly id: string;
  readonly hosted = true;
  readonly capabilities: Capabilities;

  constructor(
    private readonly lean: LeanProvider,
    private readonly sdk: AiSdkProvider,
  ) {
    this.id = lean.id;
    this.capabilities = lean.capabilities;
  }

  models(): readonly ModelInfo[] {
    return this.lean.models();
  }

  async warm(model: string): Promise<void> {
    if (this.#path(model) === this.sdk) await this.sdk.warm(model);
  }

  generate(request: ChatRequest, options: GenerateOptions): AsyncIterable<ChatEvent> {
    return this.#path(request.model).generate(request, options);
  }

  #path(model: string): LeanProvider | AiSdkProvider {
    return catalogue().get(`${this.id}/${model}`)?.api === 'responses' ? this.sdk : this.lean;
  }
}
