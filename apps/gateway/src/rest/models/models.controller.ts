import { Controller, Get, Param } from '@nestjs/common';
import { requestError } from '@parley/protocol';
import { HttpError } from '../http-error';
import { ModelCatalog, type LanguageModel } from './catalog';

/** OpenAI wants to know when a model was made; we know since when we offer it. */
const startedAt = Math.floor(Date.now() / 1000);

@Controller()
export class ModelsController {
  constructor(private readonly catalog: ModelCatalog) {}

  @Get('v1/models')
  async list(): Promise<object> {
    return { object: 'list', data: (await this.catalog.models()).map(openAiModel) };
  }

  /** Ids have a slash, which clients may or may not encode. */
  @Get('v1/models/*id')
  async get(@Param('id') segments: string | string[]): Promise<object> {
    const id = Array.isArray(segments) ? segments.join('/') : segments;
    const model = (await this.catalog.models()).find((candidate) => candidate.id === id);
    if (model) return openAiModel(model);
    const error = requestError('model_not_found', `The model '${id.slice(0, 256)}' does not exist.`, {
      param: 'model',
    });
    throw new HttpError(404, error);
  }

  @Get('llm/v1alpha/models')
  async listInworld(): Promise<object> {
    return { models: (await this.catalog.models()).map(inworldModel) };
  }
}

const openAiModel = ({ id, provider }: LanguageModel) => ({
  id,
  object: 'model',
  created: startedAt,
  owned_by: provider,
});

/** `model` is the name without its provider: clients put `provider/` before it. */
const inworldModel = ({ id, provider, contextTokens, tools, images }: LanguageModel) => ({
  model: id.startsWith(`${provider}/`) ? id.slice(provider.length + 1) : id,
  provider,
  isSupported: true,
  spec: {
    ...(contextTokens > 0 ? { contextLength: contextTokens } : {}),
    inputModalities: images ? ['text', 'image'] : ['text'],
    outputModalities: ['text'],
    capabilities: { functionCalling: tools },
  },
});
