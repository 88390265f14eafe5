import type { AcousticReading } from '../acoustic/acoustic-ear';
import type { EndEstimator } from '../estimators/estimator';
import type { EndpointSettings } from '../settings';
import { msToSamples, samplesToMs } from '../time';
import { listeningFrom, stepVad, type SpeechState, type VadFrame, type VadState } from '../vad-machine';
import { decide, type Decision } from './decision';
import type { EagernessRow } from './eagerness';
import { learnPause, patience, usualPauses, type SpeakerPauses } from './speaker-pauses';

/** What is known of the words of the open turn. */
export interface Words {
  /** Everything up to the last speech; undefined = not decoded yet. */
  readonly text: string | undefined;
  readonly language: string;
  /** How likely the turn is over behind them, as the recogniser says. */
  readonly endOfTurn?: number | undefined;
}

export interface PolicyContext {
  readonly settings: EndpointSettings;
  readonly row: EagernessRow;
  readonly estimator: EndEstimator;
  /** There is a text model to read the words. */
  readonly reads?: boolean;
  readonly textWaitMs: number;
}

export type PolicyEvent =
  /** `held`: somebody else has decided where the turn ends. */
  | { readonly kind: 'frame'; readonly frame: VadFrame; readonly words: Words; readonly held: boolean }
  | { readonly kind: 'words'; readonly words: Words; readonly headSample: number }
  | {
      readonly kind: 'acoustic';
      readonly speechEndSample: number;
      readonly reading: AcousticReading | undefined;
      readonly words: Words;
      readonly headSample: number;
    }
  | {
      readonly kind: 'read';
      readonly text: string;
      readonly score: number | undefined;
      readonly words: Words;
      readonly headSample: number;
    }
  | { readonly kind: 'assistant'; readonly speaking: boolean };

export type PolicyOutput =
  /** `continues`: the turn before was taken for over too soon, and goes on here. */
  | {
      readonly kind: 'start';
      readonly startSample: number;
      /** Speech in the frames before this one. */
      readonly speechSamples: number;
      readonly continues: boolean;
    }
  /** The acoustic ear is to listen to this pause. */
  | { readonly kind: 'listen'; readonly speechEndSample: number }
  /** The text model is to read this. */
  | { readonly kind: 'read'; readonly text: string; readonly language: string }
  | { readonly kind: 'hold'; readonly decision: Decision }
  | {
      readonly kind: 'candidate';
      readonly revision: number;
      readonly endSample: number;
      readonly probability: number;
      readonly words: Words;
    }
  | { readonly kind: 'reopen'; readonly revision: number }
  | {
      readonly kind: 'commit';
      readonly endSample: number;
      readonly speechEndSample: number;
      readonly revision: number;
      readonly decision: Decision | undefined;
    };

interface Pause {
  readonly speechEndSample: number;
  readonly asked: boolean;
  readonly listening: boolean;
  readonly acoustic: AcousticReading | undefined;
  /** What the text model was given, and its answer. */
  readonly read:
    | { readonly text: string; readonly waiting: boolean; readonly score: number | undefined }
    | undefined;
  readonly held: boolean;
  /** Silence up to here ends the turn, as things stand; undefined: something else is waited for. */
  readonly dueSample: number | undefined;
  /** Told last; only a change is told again. */
  readonly told: Decision['reason'] | undefined;
}

interface OpenTurn {
  readonly revision: number;
  readonly speechSamples: number;
  readonly candidate: boolean;
  readonly pause: Pause | undefined;
}

export interface PolicyState {
  readonly vad: VadState;
  readonly turn: OpenTurn | undefined;
  readonly pauses: SpeakerPauses;
  readonly assistantSpeaking: boolean;
  /** The last commit of ours, while it may still prove to have come too soon. */
  readonly last: { readonly endSample: number; readonly speechEndSample: number } | undefined;
}

export interface PolicyStep {
  readonly state: PolicyState;
  readonly outputs: readonly PolicyOutput[];
}

export const policyFrom = (floorSample: number): PolicyState => ({
  vad: listeningFrom(floorSample),
  turn: undefined,
  pauses: usualPauses,
  assistantSpeaking: false,
  last: undefined,
});

/** Silence at which the acoustic ear listens: its answer is there by the shortest wait of `medium`. */
const listenMs = 112;
/** Speech that begins so soon after a commit, with nothing answered yet, goes on with it. */
const reopenMs = 1_200;
/** A candidate is worth thinking about from this share of the threshold on. */
const candidateShare = 0.5;
/** Most pauses within a turn are shorter: what is to be said after a longer one is worth having ready. */
const longPauseMs = 700;
/** A candidate in a turn that a fixed silence ends: nothing is known of its probability. */
const evenProbability = 0.5;

/** Turns of one session: where they start, may be over, are over, and go on after all. */
export function stepPolicy(state: PolicyState, event: PolicyEvent, context: PolicyContext): PolicyStep {
  switch (event.kind) {
    case 'frame':
      return hear(state, event, context);
    case 'assistant':
      // Once something of an answer was heard, what comes next is not the rest of what it answers.
      return {
        state: {
          ...state,
          assistantSpeaking: event.speaking,
          last: event.speaking ? undefined : state.last,
        },
        outputs: [],
      };
    case 'words':
      return judge(state, event.words, event.headSample, context);
    case 'read': {
      const { turn } = state;
      if (turn?.pause?.read?.text !== event.text) return { state, outputs: [] };
      const read = { text: event.text, waiting: false, score: event.score };
      const pause = { ...turn.pause, read };
      return judge({ ...state, turn: { ...turn, pause } }, event.words, event.headSample, context);
    }
    case 'acoustic': {
      const { turn } = state;
      if (turn?.pause?.speechEndSample !== event.speechEndSample) return { state, outputs: [] };
      const pause = { ...turn.pause, listening: false, acoustic: event.reading };
      return judge({ ...state, turn: { ...turn, pause } }, event.words, event.headSample, context);
    }
  }
}

function hear(
  state: PolicyState,
  { frame, words, held }: Extract<PolicyEvent, { kind: 'frame' }>,
  context: PolicyContext,
): PolicyStep {
  const { settings } = context;
  const fixed = settings.mode === 'server_vad' && !held;
  const silence = fixed ? msToSamples(settings.silenceDurationMs) : Infinity;
  const { state: vad, event } = stepVad(state.vad, frame, settings, silence);
  if (event?.kind === 'speech_started') {
    const onset = state.vad.phase === 'silence' ? state.vad.onset : undefined;
    const speechSamples = onset === undefined ? 0 : Math.max(0, frame.startSample - onset.startSample);
    return start({ ...state, vad }, { startSample: event.startSample, speechSamples }, frame);
  }
  if (event?.kind === 'speech_stopped') {
    const { endSample, speechEndSample } = event;
    return commit({ ...state, vad }, endSample, speechEndSample, undefined);
  }
  if (vad.phase === 'silence' || !state.turn) return { state: { ...state, vad }, outputs: [] };
  // What may be a voice is left to the frame that follows.
  if (frame.peek === true && (!vad.paused || frame.probability >= settings.stopThreshold)) {
    return { state, outputs: [] };
  }
  if (!vad.paused) return speak({ ...state, vad }, state.turn, frame);
  const pause = state.turn.pause ?? pauseAt(vad);
  const turn = { ...state.turn, pause: { ...pause, held } };
  const paused = askEar({ ...state, vad, turn }, frame.endSample, context);
  const judged = judge(paused.state, words, frame.endSample, context);
  return { state: judged.state, outputs: [...paused.outputs, ...judged.outputs] };
}

const pauseAt = ({ speechEndSample }: SpeechState): Pause => ({
  speechEndSample,
  asked: false,
  listening: false,
  acoustic: undefined,
  read: undefined,
  held: false,
  dueSample: undefined,
  told: undefined,
});

function start(
  state: PolicyState,
  { startSample, speechSamples }: { readonly startSample: number; readonly speechSamples: number },
  frame: VadFrame,
): PolicyStep {
  const { last } = state;
  const continues =
    last !== undefined &&
    !state.assistantSpeaking &&
    frame.endSample - last.endSample <= msToSamples(reopenMs);
  const pauseMs = last === undefined ? 0 : samplesToMs(frame.startSample - last.speechEndSample);
  return {
    state: {
      ...state,
      pauses: continues ? learnPause(state.pauses, pauseMs, true) : state.pauses,
      last: undefined,
      turn: {
        revision: 0,
        speechSamples: frame.endSample - frame.startSample,
        candidate: false,
        pause: undefined,
      },
    },
    outputs: [{ kind: 'start', startSample, speechSamples, continues }],
  };
}

function speak(state: PolicyState, turn: OpenTurn, frame: VadFrame): PolicyStep {
  const { pause, candidate } = turn;
  const pauseMs = pause === undefined ? 0 : samplesToMs(frame.startSample - pause.speechEndSample);
  const revision = turn.revision + (candidate ? 1 : 0);
  return {
    state: {
      ...state,
      pauses: pause === undefined ? state.pauses : learnPause(state.pauses, pauseMs, false),
      turn: {
        revision,
        speechSamples: turn.speechSamples + frame.endSample - frame.startSample,
        candidate: false,
        pause: undefined,
      },
    },
    outputs: candidate ? [{ kind: 'reopen', revision }] : [],
  };
}

/** Once a pause, and only where its answer is of use: it costs 0.1 s of a core. */
function askEar(state: PolicyState, headSample: number, { settings, estimator }: PolicyContext): PolicyStep {
  const { turn } = state;
  const pause = turn?.pause;
  if (!pause || pause.asked || settings.mode !== 'semantic_vad' || !estimator.needs.acoustic) {
    return { state, outputs: [] };
  }
  const { speechEndSample } = pause;
  if (headSample - speechEndSample < msToSamples(listenMs)) return { state, outputs: [] };
  return {
    state: { ...state, turn: { ...turn, pause: { ...pause, asked: true, listening: true } } },
    outputs: [{ kind: 'listen', speechEndSample }],
  };
}

/** Silence up to here ends the turn, as things stand: it is worth judging before it fills a frame. */
export function dueSample({ vad, turn }: PolicyState, settings: EndpointSettings): number | undefined {
  if (vad.phase === 'silence' || !vad.paused) return undefined;
  return settings.mode === 'server_vad'
    ? vad.speechEndSample + msToSamples(settings.silenceDurationMs)
    : turn?.pause?.dueSample;
}

/** Once for all that was said up to a pause. A recogniser that tells the end itself needs no reader. */
function askReader(state: PolicyState, words: Words, { estimator, reads }: PolicyContext): PolicyStep {
  const { turn } = state;
  const pause = turn?.pause;
  const { text, language, endOfTurn } = words;
  const wanted = reads === true && estimator.needs.text && endOfTurn === undefined;
  if (!wanted || !pause || !text || pause.read?.text === text) return { state, outputs: [] };
  const read = { text, waiting: true, score: undefined };
  return {
    state: { ...state, turn: { ...turn, pause: { ...pause, read } } },
    outputs: [{ kind: 'read', text, language }],
  };
}

/** Whether the pause that the turn is in ends it, as far as is known now. */
function judge(state: PolicyState, words: Words, headSample: number, context: PolicyContext): PolicyStep {
  if (!state.turn?.pause || context.settings.mode === 'push_to_talk') return { state, outputs: [] };
  if (context.settings.mode === 'server_vad') return offer(state, words, headSample, evenProbability);
  const asked = askReader(state, words, context);
  const weighed = weigh(asked.state, words, headSample, context);
  return { state: weighed.state, outputs: [...asked.outputs, ...weighed.outputs] };
}

function weigh(state: PolicyState, words: Words, headSample: number, context: PolicyContext): PolicyStep {
  const { turn } = state;
  const pause = turn?.pause;
  if (!pause) return { state, outputs: [] };
  const read = pause.read?.text === words.text ? pause.read : undefined;
  const decision = decide(
    samplesToMs(headSample - pause.speechEndSample),
    { ...words, read: read?.score, acoustic: pause.acoustic, speechMs: samplesToMs(turn.speechSamples) },
    {
      row: context.row,
      estimator: context.estimator,
      expected: context.settings.expected,
      patience: patience(state.pauses),
      textWaitMs: context.textWaitMs,
      reading: read?.waiting === true,
      listening: pause.listening || !pause.asked,
    },
  );
  if (decision.action === 'commit' && !pause.held) {
    return commit(state, headSample, pause.speechEndSample, decision);
  }
  const { probability, neededMs, reason } = decision;
  const dueMs = reason === 'too_soon' ? context.row.minDelayMs : neededMs;
  const dueSample = dueMs === undefined ? undefined : pause.speechEndSample + msToSamples(dueMs);
  const told: PolicyStep = {
    state: { ...state, turn: { ...turn, pause: { ...pause, dueSample, told: reason } } },
    outputs: pause.told === reason ? [] : [{ kind: 'hold', decision }],
  };
  if (probability === undefined) return told;
  const likely = probability >= candidateShare * context.row.threshold;
  if (!likely && decision.silenceMs < longPauseMs) return told;
  const offered = offer(told.state, words, headSample, probability);
  return { state: offered.state, outputs: [...told.outputs, ...offered.outputs] };
}

/** The turn may be over: worth thinking about once its words are known. */
function offer(state: PolicyState, words: Words, endSample: number, probability: number): PolicyStep {
  const { turn } = state;
  if (!turn || turn.candidate || !words.text) return { state, outputs: [] };
  return {
    state: { ...state, turn: { ...turn, candidate: true } },
    outputs: [{ kind: 'candidate', revision: turn.revision, endSample, probability, words }],
  };
}

function commit(
  state: PolicyState,
  endSample: number,
  speechEndSample: number,
  decision: Decision | undefined,
): PolicyStep {
  const revision = state.turn?.revision ?? 0;
  return {
    state: {
      ...state,
      vad: listeningFrom(endSample),
      turn: undefined,
      // A fixed silence is the client's own choice: what comes after it is another turn.
      last: decision && { endSample, speechEndSample },
    },
    outputs: [{ kind: 'commit', endSample, speechEndSample, revision, decision }],
  };
}
