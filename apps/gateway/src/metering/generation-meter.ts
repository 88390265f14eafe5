import { linesOf, type ModelLine, type ModelPurpose, type ModelUse, type UsageLine } from '@parley/metering';

/** A line and the lane whose responses show it; null: whichever comes next. */
export interface Metered {
  readonly lane: string | null;
  readonly line: UsageLine;
  /** Nobody told which model it was: the line's is what was asked for, and it has no price. */
  readonly unnamed?: true;
}

/** An answer of a model that is not charged yet. */
interface Generation {
  readonly lane: string;
  /** As it was asked for. */
  readonly model: string;
  readonly readChars: number;
  readonly writtenChars: number;
  readonly uses: readonly ModelUse[];
  /** Nothing more will be known. */
  readonly over: boolean;
  /** `uses` are whole. */
  readonly reported: boolean;
  readonly abandoned: boolean;
  /** Begun early; whether it comes to anything is not known yet. */
  readonly draft: boolean;
  readonly purpose: ModelPurpose;
}

/** Speech of one generation that is not charged yet. */
interface Speech {
  readonly lane: string;
  readonly model: string;
  readonly characters: number;
  readonly audioMs: number;
  readonly draft: boolean;
  readonly purpose: 'speech' | 'filler';
}

export interface MeterState {
  readonly generations: ReadonlyMap<number, Generation>;
  readonly speeches: ReadonlyMap<number, Speech>;
  /** An answer was begun early, and is neither used nor wasted yet. */
  readonly drafting: boolean;
}

export const nothingMetered: MeterState = { generations: new Map(), speeches: new Map(), drafting: false };

/** What a session's workers are asked and what they do. */
export type MeterEvent =
  | {
      readonly type: 'asked';
      readonly lane: string;
      readonly generation: number;
      readonly model: string;
      readonly chars: number;
      readonly purpose: 'answer' | 'filler';
    }
  | { readonly type: 'wrote'; readonly generation: number; readonly chars: number }
  | {
      readonly type: 'used';
      readonly generation: number;
      readonly uses: readonly ModelUse[];
      readonly over: boolean;
    }
  | { readonly type: 'abandoned'; readonly generation: number }
  /** No worker was ever given it. */
  | { readonly type: 'unsent'; readonly generation: number }
  /** What it used was waited for in vain. */
  | { readonly type: 'overdue'; readonly generation: number }
  | { readonly type: 'draft'; readonly outcome: 'started' | 'used' | 'wasted' }
  | {
      readonly type: 'voiced';
      readonly lane: string;
      readonly generation: number;
      readonly purpose: 'speech' | 'filler';
    }
  | {
      readonly type: 'segment';
      readonly generation: number;
      readonly model: string;
      readonly characters: number;
    }
  | { readonly type: 'spoke'; readonly generation: number; readonly audioMs: number }
  | { readonly type: 'heard'; readonly model: string; readonly audioMs: number }
  | { readonly type: 'remembered'; readonly uses: readonly ModelUse[] }
  | { readonly type: 'searched'; readonly uses: readonly ModelUse[] }
  /** Nobody tells any more what was used for a memory that was asked for. */
  | { readonly type: 'memory_lost'; readonly model: string; readonly chars: number }
  /** A response of the lane has ended. */
  | { readonly type: 'ended'; readonly lane: string }
  | { readonly type: 'closed' };

export type MeterStep = readonly [MeterState, readonly Metered[]];

/** Used where the model did not get to report. */
const charsPerToken = 4;

/**
 * Charges what a session uses, each thing once: an answer when all that it used is known, speech when its response is
 * over, what was heard at once. What is lost on the way is charged by estimate, never dropped.
 */
export function meter(state: MeterState, event: MeterEvent): MeterStep {
  switch (event.type) {
    case 'asked':
      return asked(state, event);
    case 'wrote':
      return [
        patch(state, event.generation, ({ writtenChars }) => ({ writtenChars: writtenChars + event.chars })),
        [],
      ];
    case 'used':
      return settle(
        patch(state, event.generation, () => ({
          uses: event.uses,
          over: event.over,
          reported: event.over,
        })),
        event.generation,
      );
    case 'abandoned':
      return settle(
        patch(state, event.generation, () => ({ abandoned: true })),
        event.generation,
      );
    case 'unsent':
      return [without(state, event.generation), []];
    case 'overdue':
      return settle(
        patch(state, event.generation, () => ({ over: true })),
        event.generation,
      );
    case 'draft':
      return draft(state, event.outcome);
    case 'voiced':
      return [
        withSpeech(
          state,
          event.generation,
          speechOf(event.lane, state.drafting && event.lane === mainLane, event.purpose),
        ),
        [],
      ];
    case 'segment':
      return [
        patchSpeech(state, event.generation, ({ characters }) => ({
          model: event.model,
          characters: characters + event.characters,
        })),
        [],
      ];
    case 'spoke':
      return [
        patchSpeech(state, event.generation, ({ audioMs }) => ({ audioMs: audioMs + event.audioMs })),
        [],
      ];
    case 'heard': {
      const { model, audioMs } = event;
      const line: UsageLine = { service: 'stt', purpose: 'transcription', model, audioMs };
      return [state, audioMs > 0 ? [{ lane: null, line }] : []];
    }
    case 'remembered':
      return [state, linesOf(event.uses, 'memory').map((line) => ({ lane: null, line }))];
    case 'searched':
      return [state, linesOf(event.uses, 'search').map((line) => ({ lane: null, line }))];
    case 'memory_lost': {
      const line = estimateOf('memory', { model: event.model, price: null }, event.chars, 0);
      return [state, [{ lane: null, line, unnamed: true }]];
    }
    case 'ended':
      return chargeSpeech(state, ({ lane, draft: early }) => lane === event.lane && !early);
    case 'closed':
      return closed(state);
  }
}

const mainLane = 'main';

const speechOf = (lane: string, early: boolean, purpose: Speech['purpose']): Speech => ({
  lane,
  purpose,
  model: '',
  characters: 0,
  audioMs: 0,
  draft: early,
});

/** One that is asked anew on its lane without having been let go was lost with its worker. */
function asked(
  state: MeterState,
  { lane, generation, model, chars, purpose }: Extract<MeterEvent, { type: 'asked' }>,
): MeterStep {
  let current = state;
  const out: Metered[] = [];
  for (const [lost, before] of state.generations) {
    if (before.lane !== lane || before.over || before.abandoned) continue;
    const [after, charged] = settle(
      patch(current, lost, () => ({ over: true, purpose: 'retry' })),
      lost,
    );
    current = after;
    out.push(...charged);
  }
  const begun: Generation = {
    ...{ lane, model, purpose, readChars: chars, writtenChars: 0, uses: [], over: false, reported: false },
    ...{ abandoned: false, draft: current.drafting && lane === mainLane },
  };
  return [{ ...current, generations: new Map(current.generations).set(generation, begun) }, out];
}

function draft(state: MeterState, outcome: 'started' | 'used' | 'wasted'): MeterStep {
  if (outcome === 'started') return [{ ...state, drafting: true }, []];
  const wasted = outcome === 'wasted';
  let current: MeterState = { ...state, drafting: false };
  const out: Metered[] = [];
  for (const [number, generation] of state.generations) {
    if (!generation.draft) continue;
    const judged = { draft: false, purpose: wasted ? 'speculation' : generation.purpose } as const;
    const [after, charged] = settle(
      patch(current, number, () => judged),
      number,
    );
    current = after;
    out.push(...charged);
  }
  if (wasted) {
    const [after, charged] = chargeSpeech(current, (speech) => speech.draft);
    return [after, [...out, ...charged]];
  }
  for (const number of state.speeches.keys())
    current = patchSpeech(current, number, () => ({ draft: false }));
  return [current, out];
}

/** Charges an answer if all that it used is known, and what it was for. */
function settle(state: MeterState, number: number): MeterStep {
  const generation = state.generations.get(number);
  if (generation === undefined || !generation.over || generation.draft) return [state, []];
  return [without(state, number), chargesOf(generation)];
}

function without(state: MeterState, number: number): MeterState {
  const generations = new Map(state.generations);
  generations.delete(number);
  return { ...state, generations };
}

/** What nobody told is estimated: the request was read, and what came of it was written. */
function chargesOf({
  lane: of,
  reported,
  uses,
  purpose,
  model,
  readChars,
  writtenChars,
}: Generation): Metered[] {
  const lane = purpose === 'speculation' ? null : of;
  const told = linesOf(uses, purpose).map((line): Metered => ({ lane, line }));
  if (reported) return told;
  const open = uses.findLast(({ usage, status }) => usage === null && status === 'ok');
  const line = estimateOf(purpose, open ?? { model, price: null }, readChars, writtenChars);
  return [...told, open === undefined ? { lane, line, unnamed: true } : { lane, line }];
}

const estimateOf = (
  purpose: ModelPurpose,
  { model, price }: Pick<ModelUse, 'model' | 'price'>,
  readChars: number,
  writtenChars: number,
): ModelLine => ({
  ...{ service: 'llm', purpose, model, price, cachedInputTokens: 0, imageTokens: 0, estimated: true },
  inputTokens: Math.ceil(readChars / charsPerToken),
  outputTokens: Math.ceil(writtenChars / charsPerToken),
});

function chargeSpeech(state: MeterState, which: (speech: Speech) => boolean): MeterStep {
  const speeches = new Map(state.speeches);
  const out: Metered[] = [];
  for (const [number, speech] of state.speeches) {
    if (!which(speech)) continue;
    speeches.delete(number);
    const { lane, model, characters, audioMs, draft: wasted } = speech;
    const purpose = wasted ? 'speculation' : speech.purpose;
    if (characters === 0 && audioMs === 0) continue;
    const line: UsageLine = { service: 'tts', purpose, model, characters, audioMs };
    out.push({ lane: wasted ? null : lane, line });
  }
  return [{ ...state, speeches }, out];
}

function closed(state: MeterState): MeterStep {
  const [judged, wasted] = draft(state, 'wasted');
  let current = judged;
  const out = [...wasted];
  for (const number of judged.generations.keys()) {
    const [after, charged] = settle(
      patch(current, number, () => ({ over: true })),
      number,
    );
    current = after;
    out.push(...charged);
  }
  const [after, speech] = chargeSpeech(current, () => true);
  return [after, [...out, ...speech]];
}

function patch(
  state: MeterState,
  number: number,
  change: (generation: Generation) => Partial<Generation>,
): MeterState {
  const generation = state.generations.get(number);
  if (generation === undefined) return state;
  const generations = new Map(state.generations).set(number, { ...generation, ...change(generation) });
  return { ...state, generations };
}

const withSpeech = (state: MeterState, number: number, speech: Speech): MeterState => ({
  ...state,
  speeches: new Map(state.speeches).set(number, speech),
});

function patchSpeech(
  state: MeterState,
  number: number,
  change: (speech: Speech) => Partial<Speech>,
): MeterState {
  const speech = state.speeches.get(number);
  return speech === undefined ? state : withSpeech(state, number, { ...speech, ...change(speech) });
}
