import type { TokenPrice } from './price';

export interface ModelUsage {
  readonly inputTokens: number;
  /** A subset of `inputTokens`. */
  readonly cachedInputTokens: number;
  /** A subset of `inputTokens`. */
  readonly imageTokens: number;
  readonly outputTokens: number;
  /** Nobody told: it is what must have been read and written. */
  readonly estimated: boolean;
}

/** One request to a model and what it used. */
export interface ModelUse {
  /** "provider/model" */
  readonly model: string;
  /** ok, the class of its error, or abandoned. */
  readonly status: string;
  readonly hedge: boolean;
  /** null: nothing, or it is not over. */
  readonly usage: ModelUsage | null;
  /** null: unknown. */
  readonly price: TokenPrice | null;
}

/**
 * What tokens went into. `answer`: what the client was given or asked for; `speculation`: answers begun early that came
 * to nothing; `filler`: words that bridge a wait; `memory`: what is remembered of long conversations; `search`: searches by a
 * provider's own model; `hedge`: second requests beside a slow one; `retry`: requests that failed before another did it.
 */
export const modelPurposes = [
  'answer',
  'filler',
  'memory',
  'search',
  'speculation',
  'hedge',
  'retry',
] as const;
export type ModelPurpose = (typeof modelPurposes)[number];

export interface ModelLine extends ModelUsage {
  readonly service: 'llm';
  readonly purpose: ModelPurpose;
  readonly model: string;
  /** As llm-router's catalogue has it; null: unknown there. */
  readonly price: TokenPrice | null;
}

export interface HearingLine {
  readonly service: 'stt';
  readonly purpose: 'transcription';
  /** Engine id. */
  readonly model: string;
  readonly audioMs: number;
}

export interface SpeechLine {
  readonly service: 'tts';
  readonly purpose: 'speech' | 'filler' | 'speculation';
  /** Engine id. */
  readonly model: string;
  readonly characters: number;
  readonly audioMs: number;
}

/** One thing that was used. */
export type UsageLine = ModelLine | HearingLine | SpeechLine;

/** The lines of one answer's requests: one of them gave it, whatever else was tried. */
export function linesOf(uses: readonly ModelUse[], purpose: ModelPurpose): ModelLine[] {
  const given = uses.find(({ status }) => status === 'ok') ?? uses.findLast(({ hedge }) => !hedge);
  return uses.flatMap((use): ModelLine[] => {
    const { usage, model, price } = use;
    if (usage === null) return [];
    return [{ service: 'llm', purpose: purposeOf(use, use === given, purpose), model, price, ...usage }];
  });
}

function purposeOf({ status, hedge }: ModelUse, given: boolean, purpose: ModelPurpose): ModelPurpose {
  if (given || purpose === 'speculation') return purpose;
  return hedge || status === 'abandoned' ? 'hedge' : 'retry';
}
