import { MemoryBus, type Stream, type StreamHandlers } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import pino from 'pino';
import type { MeterEvent } from '../../../metering/generation-meter';
import type { RememberRequest } from '../../engine/coordinator/effects';
import type { EngineEvent } from '../../engine/coordinator/events';
import { Harness } from '../../engine/testing/harness';
import { Debts } from '../debts';
import { MemoryLink } from './memory-link';
import type { LinkContext } from './ports';

const request: RememberRequest = {
  ...{ model: 'acme/one', memory: { summary: 'Tea.', facts: ['Ada.'] }, maxFacts: 5, maxChars: 1_000 },
  ...{
    messages: [{ role: 'user', text: 'I moved.' }],
    language: 'en',
    template: '',
    user: '',
    metadata: null,
  },
};
const usage = { inputTokens: 40, outputTokens: 7, cachedInputTokens: 0 };
const attempts = [{ provider: 'acme', model: 'one', status: 'ok', usage }];
const charged = { type: 'remembered', uses: [{ model: 'acme/one', usage: { inputTokens: 40 } }] };

/** The gateway's end, against a worker that does as it is told. */
describe('the way to who remembers', () => {
  const events: EngineEvent[] = [];
  const charges: MeterEvent[] = [];
  let worker: Stream | undefined;
  let dropped = false;
  let bus: MemoryBus;
  let caller: MemoryBus;
  let link: MemoryLink;
  let debts: Debts;

  beforeEach(async () => {
    bus = new MemoryBus();
    caller = new MemoryBus(bus.network);
    const accept = ({ stream }: { stream: Stream }): StreamHandlers => ({
      onFrame: () => void (worker = stream),
      onEnd: () => void (dropped = true),
      onClose: () => undefined,
    });
    await bus.serve({ service: 'memory', workerId: 'w', slots: 4 }, accept);
    const { state } = new Harness();
    debts = new Debts();
    const context: LinkContext = {
      bus: caller,
      sessionId: 's',
      traceparent: '',
      log: pino({ level: 'silent' }),
      state: () => state,
      aheadMs: () => 0,
      metered: (event) => void charges.push(event),
      dispatch: (event) => void events.push(event),
    };
    link = new MemoryLink(context, debts);
    link.perform({ type: 'remember', job: 1, request });
    await waitFor('the request', 10_000, () => worker !== undefined);
  });
  afterEach(async () => {
    link.close();
    await Promise.all([caller.close(), bus.close()]);
    events.length = charges.length = 0;
    worker = undefined;
    dropped = false;
  });

  const reply = (message: v1.RememberReply.$Properties) => worker?.send(encode(v1.RememberReply, message));

  it('brings back what was made, and charges it', async () => {
    reply({
      remembered: { memory: { summary: 'A move.', facts: ['Ada.'] }, usage, model: 'acme/one', attempts },
    });
    await waitFor('the memory', 10_000, () => events.length > 0);
    expect(events).toMatchObject([
      { type: 'remembered', job: 1, result: { memory: { summary: 'A move.' } } },
    ]);
    expect(charges).toMatchObject([charged]);
  });

  it('charges what failed, too', async () => {
    reply({ failed: { class: 'unknown', code: 'nothing_remembered', message: '', attempts } });
    await waitFor('the failure', 10_000, () => events.length > 0);
    expect(events).toMatchObject([
      { type: 'remembered', job: 1, result: null, reason: 'nothing_remembered' },
    ]);
    expect(charges).toMatchObject([charged]);
  });

  it('is waited for where the process ends, and charged by estimate where it does not tell', async () => {
    link.close();
    const told = debts.told(60_000);
    reply({ failed: { class: 'unknown', code: 'cancelled', message: '', attempts } });
    await told;
    expect(charges).toMatchObject([charged]);
    worker = undefined;
    link.perform({ type: 'remember', job: 2, request });
    await waitFor('the request', 10_000, () => worker !== undefined);
    link.close();
    await debts.settle(0);
    expect(charges.slice(1)).toMatchObject([{ type: 'memory_lost', model: 'acme/one' }]);
  });

  it.each(['forget', 'close'] as const)(
    'after %s charges what was used by then, and tells nobody',
    async (how) => {
      if (how === 'close') link.close();
      else link.perform({ type: 'forget', job: 1 });
      await waitFor('the news at the worker', 10_000, () => dropped);
      expect(charges).toEqual([]);
      reply({ failed: { class: 'unknown', code: 'cancelled', message: '', attempts } });
      await waitFor('the charge', 10_000, () => charges.length > 0);
      expect(charges).toMatchObject([charged]);
      expect(events).toEqual([]);
    },
  );

  it('charges by estimate what a worker that is lost cannot tell', async () => {
    worker?.close({ code: 'internal_error', message: '', retryable: true });
    await waitFor('the failure', 10_000, () => events.length > 0);
    expect(events).toMatchObject([{ type: 'remembered', result: null, reason: 'lost' }]);
    const chars = 'Tea.Ada.I moved.'.length;
    expect(charges).toEqual([{ type: 'memory_lost', model: 'acme/one', chars }]);
  });
});
