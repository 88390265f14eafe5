import type { IdGenerator } from '@opentelemetry/sdk-trace';

let wanted: string | undefined;

/** A span without a parent that `start` begins has this trace id. */
export function withTraceId<Value>(traceId: string, start: () => Value): Value {
  wanted = traceId;
  try {
    return start();
  } finally {
    wanted = undefined;
  }
}

/** Random ids, but for traces whose id is known beforehand. */
export const knownTraceIds = (random: IdGenerator): IdGenerator => ({
  generateTraceId: () => wanted ?? random.generateTraceId(),
  generateSpanId: () => random.generateSpanId(),
});
