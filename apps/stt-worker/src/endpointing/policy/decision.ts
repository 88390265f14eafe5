import type { EndEstimator, Evidence } from '../estimators/estimator';
import { valueState, type ExpectedInput, type ValueState } from '../text/spelled';
import { waitMs, type EagernessRow } from './eagerness';

/** What a decision about a pause was taken by; kept for the log. */
export interface Decision {
  readonly action: 'hold' | 'commit';
  readonly reason:
    | 'too_soon'
    | 'waiting_for_text'
    | 'waiting_for_sound'
    | 'unlikely'
    | 'likely'
    | 'longest_wait';
  /** Silence since the last speech, ms. */
  readonly silenceMs: number;
  /** p(end of turn) after hints, by what is there so far; undefined while the words are waited for. */
  readonly probability: number | undefined;
  /** Silence that ends the turn as things stand, ms. */
  readonly neededMs: number | undefined;
  readonly value: ValueState;
  readonly evidence: Evidence;
}

export interface DecisionContext {
  readonly row: EagernessRow;
  readonly estimator: EndEstimator;
  readonly expected: readonly ExpectedInput[];
  /** By which this speaker's waits are longer or shorter. */
  readonly patience: number;
  /** Text that is not there so long after the last speech is not waited for: the engine's p99. */
  readonly textWaitMs: number;
  /** The text model was asked and has not answered. */
  readonly reading?: boolean;
  /** The acoustic ear was asked and has not answered. */
  readonly listening: boolean;
}

/** The ear takes 0.1–0.3 s: after this the pause is judged without it. */
const soundWaitMs = 500;
/** Nothing to judge by. */
const unknown = 0.4;
/** A value that comes in pieces: expected and not whole yet, or figures of which nobody knows what they are. */
const openExpected = 0.03;
const openDoubtful = 0.4;
const wholeValue = 0.85;
/** Words were to be had and are late: sound alone is not believed more than this. */
const wordless = 0.6;

/** p(end of turn) by what is there; undefined = nothing is. */
export function endProbability(
  evidence: Evidence,
  { estimator, expected }: Pick<DecisionContext, 'estimator' | 'expected'>,
): number | undefined {
  const estimate = estimator.estimate(evidence);
  return estimate === undefined ? undefined : withValue(estimate, valueOf(evidence, expected));
}

const valueOf = ({ text }: Evidence, expected: readonly ExpectedInput[]): ValueState =>
  text === undefined ? 'none' : valueState(text, expected);

export function decide(silenceMs: number, evidence: Evidence, context: DecisionContext): Decision {
  const { row, estimator, expected, patience, textWaitMs } = context;
  const value = valueOf(evidence, expected);
  const known = endProbability(evidence, context);
  const hold = (reason: Decision['reason']): Decision => ({
    action: 'hold',
    reason,
    silenceMs,
    probability: evidence.text === undefined ? undefined : known,
    neededMs: undefined,
    value,
    evidence,
  });
  if (silenceMs < row.minDelayMs) return hold('too_soon');
  const { needs } = estimator;
  if (needs.acoustic && context.listening && silenceMs < soundWaitMs) return hold('waiting_for_sound');
  const unread = evidence.text === undefined || context.reading === true;
  if (needs.text && unread && silenceMs < Math.min(textWaitMs, row.maxDelayMs)) {
    return hold('waiting_for_text');
  }
  const late = needs.text && evidence.text === undefined;
  const believed = known ?? withValue(unknown, value);
  const probability = late ? Math.min(believed, wordless) : believed;
  const neededMs = Math.min(row.maxDelayMs, Math.max(row.minDelayMs, waitMs(row, probability) * patience));
  const action = silenceMs >= neededMs ? 'commit' : 'hold';
  const sure = probability >= row.threshold;
  const reason =
    action === 'hold' ? 'unlikely' : sure || neededMs < row.maxDelayMs ? 'likely' : 'longest_wait';
  return { action, reason, silenceMs, probability, neededMs, value, evidence };
}

function withValue(probability: number, value: ValueState): number {
  switch (value) {
    case 'open':
      return Math.min(probability, openExpected);
    case 'doubtful':
      return Math.min(probability, openDoubtful);
    case 'whole':
      return Math.max(probability, wholeValue);
    case 'none':
      return probability;
  }
}
