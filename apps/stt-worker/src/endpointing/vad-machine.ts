import { msToSamples } from './time';
import type { EndpointSettings } from './settings';

/** One judged stretch of audio. Frames come in order and without holes. */
export interface VadFrame {
  readonly startSample: number;
  readonly endSample: number;
  readonly probability: number;
}

export interface SilenceState {
  readonly phase: 'silence';
  /** No turn may begin before this: the end of the turn before, or of cleared audio. */
  readonly floorSample: number;
  readonly onset: { readonly startSample: number; readonly speechSamples: number } | undefined;
}

export interface SpeechState {
  readonly phase: 'speech';
  /** Prefix padding included. */
  readonly startSample: number;
  /** End of the last frame judged to be speech. */
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
  const onset = {
    startSample: state.onset?.startSample ?? from,
    speechSamples: (state.onset?.speechSamples ?? 0) + (frame.endSample - from),
  };
  if (onset.speechSamples < msToSamples(settings.minSpeechMs)) {
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
    return { state: { ...state, speechEndSample: frame.endSample, paused: false }, event: undefined };
  }
  const endSample = state.speechEndSample + silenceSamples;
  if (frame.endSample < endSample) return { state: { ...state, paused: true }, event: undefined };
  return {
    state: listeningFrom(endSample),
    event: { kind: 'speech_stopped', endSample, speechEndSample: state.speechEndSample },
  };
}
