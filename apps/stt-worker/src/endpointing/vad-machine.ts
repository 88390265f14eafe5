import { msToSamples } from './time';
import type { EndpointSettings } from './settings';

/** One judged stretch of audio. Frames come in order and without holes; peeks lie between the ends of two. */
export interface VadFrame {
  readonly startSample: number;
  readonly endSample: number;
  readonly probability: number;
  /** Where the voice in it ends, if it is speech; absent: at its end. */
  readonly voiceEndSample?: number;
  /** Judged before it filled a frame: the frames it lies in follow, and say what it was. */
  readonly peek?: boolean;
}

export interface SilenceState {
  readonly phase: 'silence';
  /** No turn may begin before this: the end of the turn before, or of cleared audio. */
  readonly floorSample: number;
  /** Speech seems to start: the first judgement that says so. */
  readonly onset: { readonly startSample: number; readonly endSample: number } | undefined;
}

export interface SpeechState {
  readonly phase: 'speech';
  /** Prefix padding included. */
  readonly startSample: number;
  /** Where the voice was last heard. */
  readonly speechEndSample: number;
  /** In a pause: only a probability at the start threshold ends it. */
  readonly paused: boolean;
}

export type VadState = SilenceState | SpeechState;

export type VadEvent =
  | { readonly kind: 'speech_started'; readonly startSample: number }
  | { readonly kind: 'speech_stopped'; readonly endSample: number; readonly speechEndSample: number };

export interface VadStep {
  readonly state: VadState;
  readonly event: VadEvent | undefined;
}

/** Listening from `floorSample` on. */
export const listeningFrom = (floorSample: number): SilenceState => ({
  phase: 'silence',
  floorSample,
  onset: undefined,
});

/**
 * One frame through the `server_vad` machine. `silenceSamples` of non-speech after speech end the turn; pass
 * Infinity when only the caller may end it.
 */
export function stepVad(
  state: VadState,
  frame: VadFrame,
  settings: EndpointSettings,
  silenceSamples: number,
): VadStep {
  return state.phase === 'silence'
    ? stepSilence(state, frame, settings)
    : stepSpeech(state, frame, settings, silenceSamples);
}

function stepSilence(state: SilenceState, frame: VadFrame, settings: EndpointSettings): VadStep {
  const from = Math.max(frame.startSample, state.floorSample);
  if (frame.endSample <= from) return { state, event: undefined };
  if (frame.probability < settings.stopThreshold)
    return { state: { ...state, onset: undefined }, event: undefined };
  if (frame.probability < settings.startThreshold) return { state, event: undefined };
  const onset = state.onset ?? { startSample: from, endSample: frame.endSample };
  if (frame.endSample - onset.endSample < msToSamples(settings.confirmMs)) {
    return { state: { ...state, onset }, event: undefined };
  }
  const startSample = Math.max(
    state.floorSample,
    onset.startSample - msToSamples(settings.prefixPaddingMs),
    0,
  );
  return {
    state: { phase: 'speech', startSample, speechEndSample: frame.endSample, paused: false },
    event: { kind: 'speech_started', startSample },
  };
}

function stepSpeech(
  state: SpeechState,
  frame: VadFrame,
  settings: EndpointSettings,
  silenceSamples: number,
): VadStep {
  const needed = state.paused ? settings.startThreshold : settings.stopThreshold;
  if (frame.probability >= needed) {
    if (frame.peek === true) return { state, event: undefined };
    const speechEndSample = Math.max(state.speechEndSample, frame.voiceEndSample ?? frame.endSample);
    return { state: { ...state, speechEndSample, paused: false }, event: undefined };
  }
  const endSample = state.speechEndSample + silenceSamples;
  if (frame.endSample < endSample) {
    return { state: frame.peek === true ? state : { ...state, paused: true }, event: undefined };
  }
  return {
    state: listeningFrom(endSample),
    event: { kind: 'speech_stopped', endSample, speechEndSample: state.speechEndSample },
  };
}
