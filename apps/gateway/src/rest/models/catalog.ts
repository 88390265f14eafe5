import { Inject, Injectable } from '@nestjs/common';
import { BusError } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { serverError } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import { HttpError } from '../http-error';

const deadlineMs = 2_000;
const freshMs = 5_000;

export interface LanguageModel {
  /** "provider/model" */
  readonly id: string;
  readonly provider: string;
  /** 0 = not known. */
  readonly contextTokens: number;
  /** 0 = not known. */
  readonly maxOutputTokens: number;
  readonly tools: boolean;
  readonly reasoning: boolean;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  /** US dollars per million tokens; null = not known. */
  readonly price: { readonly input: number; readonly cachedInput: number; readonly output: number } | null;
  /** YYYY-MM-DD; null = no end is known. */
  readonly retiresOn: string | null;
}

interface Offer {
  readonly models: readonly LanguageModel[];
  readonly defaultModel: string;
}

/** The language models that the router has now, asked for at most every few seconds. */
@Injectable()
export class ModelCatalog {
  #fresh: { readonly untilMs: number; readonly offer: Promise<Offer> } | undefined;

  constructor(@Inject(BUS) private readonly bus: Bus) {}

  async models(): Promise<readonly LanguageModel[]> {
    return (await this.#offer()).models;
  }

  /** What a session without a model of its own gets. */
  async defaultModel(): Promise<string> {
    return (await this.#offer()).defaultModel;
  }

  async #offer(): Promise<Offer> {
    if (!this.#fresh || performance.now() > this.#fresh.untilMs) {
      this.#fresh = { untilMs: performance.now() + freshMs, offer: this.#ask() };
    }
    try {
      return await this.#fresh.offer;
    } catch (error) {
      this.#fresh = undefined;
      if (!BusError.isInstance(error)) throw error;
      throw new HttpError(503, serverError('llm_unavailable', 'No language model can be had at present.'), 1);
    }
  }

  async #ask(): Promise<Offer> {
    const request = encode(v1.ListModelsRequest, {});
    const { models, defaultModel } = decode(
      v1.ListModelsReply,
      await this.bus.request('parley.llm.models', request, deadlineMs),
    );
    const offered = (models ?? []).map(toModel);
    return { models: offered, defaultModel: defaultModel ?? '' };
  }
}

function toModel(info: v1.ModelInfo.$Properties): LanguageModel {
  const { inputModalities, outputModalities, price } = info;
  return {
    id: info.id ?? '',
    provider: info.provider ?? '',
    contextTokens: info.contextTokens ?? 0,
    maxOutputTokens: info.maxOutputTokens ?? 0,
    tools: info.tools ?? false,
    reasoning: info.reasoning ?? false,
    inputModalities: inputModalities?.length ? inputModalities : ['text', ...(info.images ? ['image'] : [])],
    outputModalities: outputModalities?.length ? outputModalities : ['text'],
    price:
      price == null
        ? null
        : { input: price.input ?? 0, cachedInput: price.cachedInput ?? 0, output: price.output ?? 0 },
    retiresOn: info.retiresOn || null,
  };
}
