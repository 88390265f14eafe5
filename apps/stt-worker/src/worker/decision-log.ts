import type { Logger, SpanRecord } from '@parley/telemetry';
import { fusedInputs } from '../endpointing/estimators/fused-inputs';
import type { DecisionRecord } from '../hearing/ports';

/** One line for each decision about a pause: what was decided and by what, never what was said. */
export function logDecision(logger: Logger, session: string, record: DecisionRecord): void {
  const { action, reason, utterance, revision, silenceMs, probability, neededMs, value, evidence } = record;
  const line = {
    session,
    utterance,
    revision,
    action,
    reason,
    silenceMs: Math.round(silenceMs),
    probability: rounded(probability),
    neededMs: neededMs === undefined ? undefined : Math.round(neededMs),
    value,
    speechMs: Math.round(evidence.speechMs),
    smartTurn: rounded(evidence.acoustic?.smartTurn),
    endOfTurn: rounded(evidence.endOfTurn),
    inputs: shown(fusedInputs(evidence)),
  };
  if (action === 'commit') logger.info(line, 'turn ended');
  else logger.debug(line, 'turn goes on');
}

/** What is named `text` is hidden in every log, as words of people are: this one is a number. */
function shown({ text, ...others }: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return text === undefined ? others : { words: text, ...others };
}

/** The silence that ended a turn. */
export function decisionSpan({ reason, silenceMs, probability, neededMs }: DecisionRecord): SpanRecord {
  const endMs = performance.now();
  return {
    name: 'endpointing',
    startMs: endMs - silenceMs,
    endMs,
    attributes: {
      'parley.stt.endpoint.reason': reason,
      ...(probability === undefined ? {} : { 'parley.stt.endpoint.probability': probability }),
      ...(neededMs === undefined ? {} : { 'parley.stt.endpoint.needed_ms': Math.round(neededMs) }),
    },
  };
}

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1000) / 1000;
