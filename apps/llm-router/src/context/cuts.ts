import type { ChatRequest } from '../chat/types';
import type { ResolvedModel } from '../providers/registry';
import { cutAt, droppedBy, type Cut } from './cut';
import { fixedTokens, messagesTokens } from './estimate';
import { fit } from './fit';
import { boundsOf, type Truncation } from './truncation';

/** Left for an answer that has no limit of its own; the reference's models have the same. */
const usualAnswerTokens = 4_096;

/** A prompt shorter than this says little about how a model counts. */
const minLearnedTokens = 500;

/**
 * Where one conversation was cut, for each model that read it, and how the model counts beside our estimate: what it
 * reports of a whole prompt corrects the estimates after it.
 */
export class Cuts {
  readonly #cuts = new Map<string, Cut>();
  readonly #scales = new Map<string, number>();

  /** @throws EngineError `context_length_exceeded` */
  fit(request: ChatRequest, model: ResolvedModel, truncation: Truncation): ChatRequest {
    const scale = this.#scales.get(model.name) ?? 1;
    const fixed = fixedTokens(request) * scale;
    const bounds = boundsOf(truncation, contextOf(model) - answerTokens(request, model) - fixed);
    const { messages, dropped } = fit(request.messages, {
      ...bounds,
      dropped: droppedBy(this.#cuts.get(model.name), request.messages),
      countTokens: (some) => Math.ceil(messagesTokens(some) * scale),
    });
    const cut = cutAt(request.messages, dropped);
    if (cut === undefined) this.#cuts.delete(model.name);
    else this.#cuts.set(model.name, cut);
    return dropped === 0 ? request : { ...request, messages };
  }

  /** What a model says it read of a request. */
  learn(request: ChatRequest, model: string, inputTokens: number): void {
    const estimate = fixedTokens(request) + messagesTokens(request.messages);
    if (estimate < minLearnedTokens || inputTokens === 0 || hasImages(request)) return;
    this.#scales.set(model, Math.min(2, Math.max(0.5, inputTokens / estimate)));
  }
}

/** Tokens of a model's context; infinite where nobody knows. */
export function contextOf({ entry, provider, id }: ResolvedModel): number {
  const known =
    entry?.contextTokens ?? provider.models().find(({ name }) => name === id.model)?.contextTokens;
  return known || Infinity;
}

function answerTokens({ maxOutputTokens }: ChatRequest, model: ResolvedModel): number {
  const most = Math.min(model.entry?.maxOutputTokens || Infinity, contextOf(model) / 4);
  return Math.min(maxOutputTokens ?? usualAnswerTokens, most);
}

const hasImages = ({ messages }: ChatRequest): boolean =>
  messages.some((message) => message.role === 'user' && message.images.length > 0);
