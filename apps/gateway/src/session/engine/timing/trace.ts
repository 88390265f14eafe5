import type { Session } from '@parley/protocol';
import { traceIdOf } from '@parley/telemetry/tracing/trace-id';

/** Whose trace a record belongs to, as the client named it. */
export interface Trace {
  /** Of the whole session; a trace id of W3C's Trace Context. */
  readonly traceId: string;
  readonly workflowName?: string;
  readonly groupId?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** null: the session is not traced. */
export function traceOf({ id, tracing }: Pick<Session, 'id' | 'tracing'>): Trace | null {
  if (tracing === null) return null;
  const traceId = traceIdOf(id);
  if (tracing === 'auto') return { traceId };
  const { workflow_name: workflowName, group_id: groupId, metadata } = tracing;
  return {
    traceId,
    ...(workflowName === undefined ? {} : { workflowName }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}
