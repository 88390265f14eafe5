import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { createLogger } from '../logger';
import { openTrace, Spans, startTracing, traceIdOf } from '../index';

const log = createLogger('test', 'silent');

describe('tracing', () => {
  /** What is exported of `work` when this share of sessions is traced. */
  const traced = async (ratio: number, work: () => void): Promise<readonly ReadableSpan[]> => {
    const exported: ReadableSpan[] = [];
    const exporter = {
      export: (spans: ReadableSpan[], done: (result: { code: number }) => void) => {
        exported.push(...spans);
        done({ code: 0 });
      },
      shutdown: async () => undefined,
    };
    const stop = startTracing({ name: 'gateway', workerId: 'w1', ratio, log, exporter });
    work();
    await stop();
    return exported;
  };

  it('puts spans under their session, whose trace is known from its id', async () => {
    const now = performance.now();
    const spans = await traced(1, () => {
      const trace = openTrace(traceIdOf('sess_1'), 'session', { 'parley.session.id': 'sess_1' });
      const turn = trace.spans.record({ name: 'turn', startMs: now, endMs: now + 250 });
      turn.record({ name: 'first_token', startMs: now + 100, endMs: now + 200 });
      // As another service has it.
      const far = Spans.under(trace.spans.traceparent);
      far.record({ name: 'chat', startMs: now, endMs: now - 1, outward: true, failure: 'rate_limited' });
      trace.end();
    });
    const named = (name: string) => spans.find((span) => span.name === name);
    const idOf = (name: string) => named(name)?.spanContext().spanId;
    const [session, turn, chat] = ['session', 'turn', 'chat'].map(named);
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceIdOf('sess_1')]));
    expect(session?.parentSpanContext).toBeUndefined();
    expect(session?.attributes).toEqual({ 'parley.session.id': 'sess_1' });
    expect(session?.resource.attributes).toMatchObject({
      'service.name': 'gateway',
      'service.instance.id': 'w1',
    });
    expect(turn?.parentSpanContext?.spanId).toBe(idOf('session'));
    expect(named('first_token')?.parentSpanContext?.spanId).toBe(idOf('turn'));
    expect(chat?.parentSpanContext?.spanId).toBe(idOf('session'));
    expect(chat?.status.message).toBe('rate_limited');
    const [seconds = 0, nanoseconds = 0] = turn?.duration ?? [];
    expect(seconds * 1_000 + nanoseconds / 1e6).toBeCloseTo(250, 1);
    expect(chat?.duration).toEqual([0, 0]);
  });

  it.each([0, 1e-9])('records nothing that is not sampled: %s', async (ratio) => {
    let sent = 'nothing';
    const spans = await traced(ratio, () => {
      const trace = openTrace(traceIdOf('sess_2'), 'session', {});
      trace.spans.record({ name: 'turn', startMs: 0, endMs: 1 });
      sent = trace.spans.traceparent;
      trace.end();
    });
    expect(spans).toEqual([]);
    expect(sent).toBe('');
  });

  it.each(['', 'nonsense', '00-00000000000000000000000000000000-0000000000000000-01'])(
    'takes %j for not traced',
    async (traceparent) => {
      const spans = await traced(1, () => {
        Spans.under(traceparent).record({ name: 'x', startMs: 0, endMs: 1 });
      });
      expect(spans).toEqual([]);
    },
  );
});
