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
  readonly tools: boolean;
  readonly images: boolean;
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
    const offered = (models ?? []).map(({ id, provider, contextTokens, tools, images }) => ({
      id: id ?? '',
      provider: provider ?? '',
      contextTokens: contextTokens ?? 0,
      tools: tools ?? false,
      images: images ?? false,
    }));
    return { models: offered, defaultModel: defaultModel ?? '' };
  }
}
