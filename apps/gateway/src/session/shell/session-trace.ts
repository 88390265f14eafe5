import { openTrace, partsOf, traceIdOf, type Attributes, type OpenTrace } from '@parley/telemetry';
import type { Marks, TurnTiming } from '../engine/timing/timing';

/** A session as OpenTelemetry sees it: a span for the whole, one for each response, and one for each of its stages. */
export class SessionTrace {
  readonly #trace: OpenTrace;

  constructor(
    readonly sessionId: string,
    attributes: Attributes,
  ) {
    this.#trace = openTrace(traceIdOf(sessionId), 'session', {
      'parley.session.id': sessionId,
      ...attributes,
    });
  }

  /** For the workers: what they do hangs under the session. */
  get traceparent(): string {
    return this.#trace.spans.traceparent;
  }

  /** The id to find it by; undefined: it is not traced. */
  get traceId(): string | undefined {
    return this.#trace.spans.sampled ? traceIdOf(this.sessionId) : undefined;
  }

  turn(timing: TurnTiming, marks: Marks): void {
    const { spans } = this.#trace;
    const reached = Object.values(marks);
    if (!spans.sampled || reached.length === 0) return;
    const turn = spans.record({
      name: timing.itemId === null ? 'response' : 'turn',
      startMs: Math.min(...reached),
      endMs: Math.max(...reached),
      attributes: attributesOf(timing),
      ...(timing.status === 'failed' ? { failure: 'failed' } : {}),
    });
    for (const { stage, startMs, endMs } of partsOf(marks)) turn.record({ name: stage, startMs, endMs });
  }

  end(): void {
    this.#trace.end();
  }
}

function attributesOf({
  responseId,
  itemId,
  status,
  stages,
  failovers,
  speculation,
  trace,
}: TurnTiming): Attributes {
  return {
    'parley.response.id': responseId,
    'parley.response.status': status,
    'parley.turn.failovers': failovers,
    'parley.turn.speculation': speculation,
    ...(itemId === null ? {} : { 'parley.item.id': itemId }),
    ...(stages.voice_to_voice_ms === undefined
      ? {}
      : { 'parley.turn.voice_to_voice_ms': Math.round(stages.voice_to_voice_ms) }),
    ...(trace?.workflowName === undefined ? {} : { 'parley.workflow.name': trace.workflowName }),
    ...(trace?.groupId === undefined ? {} : { 'parley.workflow.group_id': trace.groupId }),
    ...(trace?.metadata === undefined ? {} : { 'parley.workflow.metadata': JSON.stringify(trace.metadata) }),
  };
}
