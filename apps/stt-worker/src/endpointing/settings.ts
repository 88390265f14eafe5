import { v1 } from '@parley/contracts';
import type { ExpectedInput } from './text/spelled';

/** How a turn's start and end are found. `push_to_talk`: the caller commits, the VAD only looks on. */
export type EndpointMode = 'server_vad' | 'semantic_vad' | 'push_to_talk';

export type Eagerness = 'low' | 'medium' | 'high' | 'auto';

export interface EndpointSettings {
  readonly mode: EndpointMode;
  /** Probability at which speech starts, 0–1. */
  readonly startThreshold: number;
  /** Probability below which a pause begins; see `stopThresholdFor`. */
  readonly stopThreshold: number;
  readonly prefixPaddingMs: number;
  /** server_vad only: silence that ends a turn. */
  readonly silenceDurationMs: number;
  /** Speech starts when it still seems so this much later: what a click or a key press makes is over by then. */
  readonly confirmMs: number;
  readonly eagerness: Eagerness;
  /** What the next turn is likely to hold. */
  readonly expected: readonly ExpectedInput[];
}

/** The reference's documented defaults of `turn_detection`. */
export const endpointDefaults = {
  threshold: 0.5,
  prefixPaddingMs: 300,
  silenceDurationMs: 500,
} as const;

/** Two frames in a row, or one and a look at what came since. */
const confirmMs = 16;

const hysteresis = 0.15;
const lowestStop = 0.05;

/** A pause begins 0.15 below the start threshold, so that a wavering probability does not chop a word. */
export function stopThresholdFor(startThreshold: number): number {
  return Math.max(lowestStop, startThreshold - hysteresis);
}

/** Zero or out of range numbers mean the default, as the wire cannot tell an unset number from zero. */
export function endpointSettings(
  detection: v1.TurnDetection.$Properties | null | undefined,
  expected: readonly v1.ExpectedInput[] = [],
): EndpointSettings {
  const threshold = detection?.threshold ?? 0;
  const given = threshold > 0 && threshold <= 1 ? threshold : endpointDefaults.threshold;
  // What begins at less than it ends at would begin and end with every frame.
  const startThreshold = Math.max(lowestStop, given);
  const mode = modeOf(detection);
  const prefixPaddingMs = detection?.prefixPaddingMs ?? 0;
  return {
    mode,
    startThreshold,
    stopThreshold: stopThresholdFor(startThreshold),
    prefixPaddingMs: mode === 'server_vad' ? prefixPaddingMs : endpointDefaults.prefixPaddingMs,
    silenceDurationMs: detection?.silenceDurationMs || endpointDefaults.silenceDurationMs,
    confirmMs,
    eagerness: eagernessOf(detection?.eagerness),
    expected: expected.flatMap((input) => expectedInputs[input] ?? []),
  };
}

const expectedInputs: Readonly<Record<number, ExpectedInput>> = {
  [v1.ExpectedInput.PHONE]: 'phone',
  [v1.ExpectedInput.EMAIL]: 'email',
  [v1.ExpectedInput.CODE]: 'code',
  [v1.ExpectedInput.ADDRESS]: 'address',
};

function modeOf(detection: v1.TurnDetection.$Properties | null | undefined): EndpointMode {
  if (!detection) return 'push_to_talk';
  return detection.mode === v1.TurnDetection.Mode.SEMANTIC_VAD ? 'semantic_vad' : 'server_vad';
}

function eagernessOf(eagerness: v1.TurnDetection.Eagerness | null | undefined): Eagerness {
  switch (eagerness) {
    case v1.TurnDetection.Eagerness.LOW:
      return 'low';
    case v1.TurnDetection.Eagerness.MEDIUM:
      return 'medium';
    case v1.TurnDetection.Eagerness.HIGH:
      return 'high';
    default:
      return 'auto';
  }
}
