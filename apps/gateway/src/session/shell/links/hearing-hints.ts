import { v1 } from '@parley/contracts';
import type { HearingHints } from '../../extras';

type Detection = v1.TurnDetection.$Properties;
type Config = v1.HearConfig.$Properties;

const { Eagerness, Mode } = v1.TurnDetection;

/** What the recogniser is told when the client has wishes beyond the session's own settings. */
export function withHints(config: Config, hints: HearingHints): Config {
  const { turnDetection, transcription } = config;
  const own = transcription?.language ?? '';
  // One alone too is a hint and no order: a recogniser that does not know it goes by its ear.
  const hinted = own === '' ? (hints.languages ?? []) : [];
  return {
    ...config,
    turnDetection: turnDetection ? detection(turnDetection, hints) : null,
    transcription: {
      ...transcription,
      language: own,
      languages: hinted.length > 0 ? [...hinted] : (transcription?.languages ?? []),
      prompt: hints.prompt ?? transcription?.prompt ?? '',
    },
  };
}

function detection(own: Detection, hints: HearingHints): Detection {
  const threshold = hints.threshold ?? own.threshold ?? 0;
  if (own.mode === Mode.SEMANTIC_VAD) {
    return { ...own, threshold, eagerness: eagernessOf(hints) ?? own.eagerness ?? Eagerness.AUTO };
  }
  const { minSilenceMs, maxSilenceMs } = hints;
  const silenceMs = minSilenceMs ?? own.silenceDurationMs ?? 0;
  return { ...own, threshold, silenceDurationMs: Math.min(silenceMs, maxSilenceMs ?? silenceMs) };
}

/** Longest silences in the middle of a sentence that each eagerness waits for, as the reference gives them. */
const highMs = 2_000;
const mediumMs = 4_000;
/** Silence after a whole sentence: what is asked for beyond this is patience. */
const patientMs = 900;
const hurriedMs = 400;

/**
 * Semantic turn taking knows no milliseconds but an eagerness. The longest silence decides, then the shortest, then
 * how sure the end has to be.
 */
function eagernessOf({
  confidence,
  minSilenceMs,
  maxSilenceMs,
}: HearingHints): v1.TurnDetection.Eagerness | undefined {
  const levels = [Eagerness.HIGH, Eagerness.MEDIUM, Eagerness.LOW] as const;
  const level = (value: number, most: readonly [number, number]): v1.TurnDetection.Eagerness =>
    levels[value <= most[0] ? 0 : value <= most[1] ? 1 : 2];
  if (maxSilenceMs !== null) return level(maxSilenceMs, [highMs, mediumMs]);
  if (minSilenceMs !== null) return level(minSilenceMs, [hurriedMs, patientMs - 1]);
  if (confidence !== null) return level(confidence, [0.35, 0.65]);
  return undefined;
}
