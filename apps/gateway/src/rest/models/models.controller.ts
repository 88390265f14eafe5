import { Controller, Get, Param, Query } from '@nestjs/common';
import { protocolError, requestError } from '@parley/protocol';
import { HttpError } from '../http-error';
import { Operation, answers } from '../operation';
import { inworldModelsSchema, modelListSchema, modelQuerySchema, modelSchema } from './schemas';
import { z } from 'zod';
import { ModelCatalog, type LanguageModel } from './catalog';

/** OpenAI wants to know when a model was made; we know since when we offer it. */
const startedAt = Math.floor(Date.now() / 1000);

@Controller()
export class ModelsController {
  constructor(private readonly catalog: ModelCatalog) {}

  @Operation({
    summary: 'The language models that can be had: docs/language-models.md',
    requestParams: { query: modelQuerySchema },
    responses: answers('The models.', modelListSchema),
  })
  @Get('v1/models')
  async list(@Query() given: Record<string, unknown>): Promise<z.output<typeof modelListSchema>> {
    const { data, error } = modelQuerySchema.safeParse(given);
    if (error) throw new HttpError(400, protocolError(error.issues, given, null));
    const models = await this.catalog.models(data.all === 'true');
    return { object: 'list', data: models.map(openAiModel) };
  }

  /** Ids have a slash, which clients may or may not encode. */
  @Operation({
    summary: 'One language model',
    requestParams: { path: z.object({ id: z.string() }) },
    responses: answers('The model.', modelSchema),
  })
  @Get('v1/models/*id')
  async get(@Param('id') segments: string | string[]): Promise<z.output<typeof modelSchema>> {
    const id = Array.isArray(segments) ? segments.join('/') : segments;
    const model = (await this.catalog.models()).find((candidate) => candidate.id === id);
    if (model) return openAiModel(model);
    const meant = await this.catalog.aliased(id);
    if (meant) return { ...openAiModel(meant), id, alias_of: meant.id };
    const error = requestError('model_not_found', `The model '${id.slice(0, 256)}' does not exist.`, {
      param: 'model',
    });
    throw new HttpError(404, error);
  }

  @Operation({
    summary: 'The same for Inworld’s clients',
    responses: answers('The models.', inworldModelsSchema),
  })
  @Get('llm/v1alpha/models')
  async listInworld(): Promise<z.output<typeof inworldModelsSchema>> {
    return { models: (await this.catalog.models()).map(inworldModel) };
  }
}

const openAiModel = (model: LanguageModel): z.output<typeof modelSchema> => ({
  id: model.id,
  object: 'model',
  created: startedAt,
  owned_by: model.provider,
  available: model.available,
  ...(model.contextTokens > 0 ? { context_length: model.contextTokens } : {}),
  ...(model.maxOutputTokens > 0 ? { max_output_tokens: model.maxOutputTokens } : {}),
  input_modalities: [...model.inputModalities],
  output_modalities: [...model.outputModalities],
  tools: model.tools,
  reasoning: model.reasoning,
  ...(model.price === null ? {} : { pricing: model.price }),
  ...(model.retiresOn === null ? {} : { retires_on: model.retiresOn }),
});

/** `model` is the name without its provider: clients put `provider/` before it. */
const inworldModel = (model: LanguageModel): z.output<typeof inworldModelsSchema>['models'][number] => ({
  model: model.id.startsWith(`${model.provider}/`) ? model.id.slice(model.provider.length + 1) : model.id,
  provider: model.provider,
  isSupported: true,
  spec: {
    ...(model.contextTokens > 0 ? { contextLength: model.contextTokens } : {}),
    ...(model.maxOutputTokens > 0 ? { maxOutputTokens: model.maxOutputTokens } : {}),
    inputModalities: [...model.inputModalities],
    outputModalities: [...model.outputModalities],
    capabilities: { functionCalling: model.tools, reasoning: model.reasoning },
  },
  ...(model.price === null ? {} : { pricing: model.price }),
  ...(model.retiresOn === null ? {} : { retiresOn: model.retiresOn }),
});
