import type { v1 } from '@parley/contracts';
import { answer } from './policy';

/** How one response is spoken. */
export interface Delivery {
  /** Factor of the voice's own speed. */
  readonly rate: number;
  readonly pitchFactor: number;
  readonly gainDb: number;
}

/** What stays intelligible, whatever was asked for. */
export const limits = { rate: [0.25, 2], semitones: [-4, 4], gainDb: [-40, 12] } as const;

const finite = (value: number | null | undefined, fallback: number): number =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : fallback;

const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

/** The client's speed and prosody on top of what the policy answers the caller's voice with. */
export function deliveryOf(begin: v1.SpeakBegin.$Properties): Delivery {
  const policy = answer(begin.perception);
  const speed = finite(begin.speed, 0) || 1;
  const semitones = within(
    policy.pitchSemitones + finite(begin.prosody?.pitchSemitones, 0),
    limits.semitones,
  );
  return {
    rate: within(speed * (1 + finite(begin.prosody?.rate, 0)) * (1 + policy.rate), limits.rate),
    pitchFactor: 2 ** (semitones / 12),
    gainDb: within(policy.volumeDb + finite(begin.prosody?.volumeDb, 0), limits.gainDb),
  };
}
