import { Inject, Injectable } from '@nestjs/common';
import { BusError } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { serverError } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import { HttpError } from '../http-error';

const deadlineMs = 2_000;
const freshMs = 5_000;
const maxNameChars = 256;

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
  /** Its provider is configured. */
  readonly available: boolean;
}

interface Offer {
  readonly models: readonly LanguageModel[];
  readonly defaultModel: string;
  /** Of the name that was asked for. */
  readonly aliasOf: string;
}

interface Fresh {
  readonly untilMs: number;
  readonly offer: Promise<Offer>;
}

/** The language models that the router has now, asked for at most every few seconds. */
@Injectable()
export class ModelCatalog {
  readonly #fresh = new Map<boolean, Fresh>();

  constructor(@Inject(BUS) private readonly bus: Bus) {}

  /** @param all with those of the catalogue whose providers are not configured */
  async models(all = false): Promise<readonly LanguageModel[]> {
    return (await this.#offer(all)).models;
  }

  /** What a session without a model of its own gets. */
  async defaultModel(): Promise<string> {
    return (await this.#offer(false)).defaultModel;
  }

  /** What another name of a model means: those that clients of the Realtime API send, or an operator has given. */
  async aliased(name: string): Promise<LanguageModel | undefined> {
    const { models, aliasOf } = await orUnavailable(this.#ask(false, name.slice(0, maxNameChars)));
    return models.find(({ id }) => id === aliasOf);
  }

  async #offer(all: boolean): Promise<Offer> {
    let fresh = this.#fresh.get(all);
    if (fresh === undefined || performance.now() > fresh.untilMs) {
      fresh = { untilMs: performance.now() + freshMs, offer: this.#ask(all) };
      this.#fresh.set(all, fresh);
    }
    try {
      return await orUnavailable(fresh.offer);
    } catch (error) {
      this.#fresh.delete(all);
      throw error;
    }
  }

  async #ask(all: boolean, alias = ''): Promise<Offer> {
    const request = encode(v1.ListModelsRequest, { all, alias });
    const { models, defaultModel, aliasOf } = decode(
      v1.ListModelsReply,
      await this.bus.request('parley.llm.models', request, deadlineMs),
    );
    const offered = (models ?? []).map(toModel);
    return { models: offered, defaultModel: defaultModel ?? '', aliasOf: aliasOf ?? '' };
  }
}

async function orUnavailable<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (!BusError.isInstance(error)) throw error;
    throw new HttpError(503, serverError('llm_unavailable', 'No language model can be had at present.'), 1);
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
    available: info.available ?? false,
  };
}
