import { MemoryBus } from '@parley/bus/memory/memory-bus';
import type { Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { createLogger, createRegistry, Spans } from '@parley/telemetry';
import { AnswerMetrics } from '../answering/answer-metrics';
import { Answers } from '../answering/answers';
import { Breakers } from '../answering/breakers';
import type { ChatEvent, ChatRequest } from '../chat/types';
import type { ChatProvider, GenerateOptions } from '../providers/provider';
import { ProviderRegistry } from '../providers/registry';
import { ScriptedProvider } from '../providers/scripted/provider';
import { Measures } from '../routing/measures';
import { Planner } from '../routing/planner';
import { Scores } from '../routing/scores';
import { Conversation } from './conversation';
import { GenerationMetrics } from './metrics';

const noRouters = { find: () => undefined, names: () => [] };

const { USER } = v1.ChatMessage.Role;
const { STOP, CANCELLED } = v1.GenerationFinished.Reason;

/** A provider that is told from outside what to do, and that ignores being aborted. */
class Puppet implements ChatProvider {
  readonly id = 'puppet';
  readonly capabilities = { tools: true, images: false, systemAnywhere: true, guidance: 'full' as const };
  readonly requests: ChatRequest[] = [];
  readonly prepared: ChatRequest[] = [];
  readonly released: string[] = [];
  readonly signals: AbortSignal[] = [];
  answer: (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatEvent> = () => never();

  models() {
    return [{ name: 'p', contextTokens: 0, tools: true, images: false }];
  }

  generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    this.requests.push(request);
    this.signals.push(signal);
    return this.answer(request, signal);
  }

  async prepare(request: ChatRequest): Promise<void> {
    this.prepared.push(request);
  }

  release(_model: string, cacheKey: string): void {
    this.released.push(cacheKey);
  }
}

async function* never(): AsyncGenerator<ChatEvent> {
  await new Promise(() => undefined);
  yield { type: 'text', text: '' };
}

async function* words(count: number): AsyncGenerator<ChatEvent> {
  for (let index = 0; index < count; index += 1) yield { type: 'text', text: `${index} ` };
  yield {
    type: 'finished',
    reason: 'stop',
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: count },
  };
}

const request = (text: string, model = '') => ({
  model,
  messages: [{ role: USER, text }],
  spoken: true,
});

describe('a conversation’s stream', () => {
  const puppet = new Puppet();
  const buses: MemoryBus[] = [];
  let received: { generation: number; event: v1.GenerateEvent }[];
  let stream: Stream;
  let changed: () => void;

  const open = async (deadlines = {}, credit = 64): Promise<void> => {
    const bus = new MemoryBus();
    buses.push(bus);
    const registry = new ProviderRegistry([new ScriptedProvider({ firstTokenMs: 0, tokenMs: 0 }), puppet], {
      PARLEY_LLM_MODEL: 'test/scripted',
      PARLEY_MODEL_ALIASES: '',
    });
    const metrics = new GenerationMetrics(createRegistry('test'));
    const breakers = new Breakers();
    const measures = new Measures();
    const answers = new Answers({
      deadlines: {
        firstTokenMs: 5_000,
        fallbackMs: 5_000,
        betweenTokensMs: 5_000,
        totalMs: 10_000,
        hedgeMs: 0,
        ...deadlines,
      },
      breakers,
      metrics: new AnswerMetrics(createRegistry('test'), breakers),
      measures,
    });
    await bus.serve({ service: 'llm', workerId: 'w', slots: 4 }, ({ stream }) => {
      return new Conversation({
        stream,
        planner: new Planner({ registry, measures, routers: noRouters, scores: new Scores() }),
        answers,
        metrics,
        logger: createLogger('test', 'silent'),
        spans: Spans.under(''),
        coalesceMs: 4,
      });
    });
    received = [];
    stream = await bus.open({
      service: 'llm',
      sessionId: 's',
      config: encode(v1.GenerateOpen, {}),
      credit,
      manualCredit: credit < 64,
      handlers: {
        onFrame: ({ payload, generation }) => {
          received.push({ generation, event: decode(v1.GenerateEvent, Buffer.from(payload)) });
          changed();
        },
        onClose: () => undefined,
      },
    });
  };

  const send = (generation: number, input: v1.GenerateInput.$Properties): boolean =>
    stream.send(encode(v1.GenerateInput, input), { generation });

  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise<void>((resolve) => (changed = resolve));
  };

  /** Has the condition looked at again soon. */
  const later = (): boolean => {
    setTimeout(() => changed(), 5);
    return false;
  };

  const last = (generation: number) =>
    received.find(
      ({ generation: of, event }) => of === generation && /finished|failed/.test(event.event ?? ''),
    )?.event;
  const ended = (generation: number) => until(() => last(generation) !== undefined);
  const textOf = (generation: number) =>
    received.map(({ generation: of, event }) => (of === generation ? (event.text?.text ?? '') : '')).join('');

  beforeEach(() => {
    changed = () => undefined;
    puppet.answer = () => never();
    for (const list of [puppet.requests, puppet.prepared, puppet.released, puppet.signals]) list.length = 0;
  });
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
  });

  it('answers: started, words, one end', async () => {
    await open();
    send(1, { request: request('hi') });
    await ended(1);
    expect(textOf(1)).toBe('You said: hi.');
    expect(received[0]?.event.started).toMatchObject({
      model: 'test/scripted',
      attempts: [{ status: 'ok' }],
    });
    expect(last(1)?.finished).toMatchObject({ reason: STOP, usage: { outputTokens: 3 } });
    expect(received.filter(({ event }) => /finished|failed/.test(event.event ?? ''))).toHaveLength(1);
  });

  it('tells a refusal as words', async () => {
    await open();
    puppet.answer = async function* refuses() {
      yield { type: 'refusal', text: 'I cannot.' };
      yield* words(0);
    };
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    expect(textOf(1)).toBe('I cannot.');
  });

  it('tells a whole call in one delta first', async () => {
    await open();
    send(1, { request: request('[[tool: f {"x":1}]]') });
    await ended(1);
    expect(received.map(({ event }) => event.event)).toEqual([
      'started',
      'toolCallDelta',
      'toolCall',
      'finished',
    ]);
    expect(received[1]?.event.toolCallDelta?.argumentsDelta).toBe('{"x":1}');
  });

  it('lets go of a provider that hangs, at once, when cancelled', async () => {
    await open();
    send(3, { request: request('x', 'puppet/p') });
    await until(() => puppet.signals.length === 1 || later());
    stream.cancel(3);
    send(4, { request: request('next') });
    await ended(4);
    expect(puppet.signals[0]?.aborted).toBe(true);
    expect(textOf(4)).toBe('You said: next.');
  });

  it('tells what a cancelled answer had used', async () => {
    await open();
    puppet.answer = async function* talks() {
      yield { type: 'text', text: 'Well, well.' };
      yield* never();
    };
    send(3, { request: request('x', 'puppet/p') });
    await until(() => received.some(({ event }) => event.text != null));
    stream.cancel(3);
    await until(() => received.some(({ event }) => event.spent != null));
    expect(received.find(({ event }) => event.spent != null)?.event.spent).toMatchObject({
      generation: 3,
      attempts: [{ model: 'p', status: 'abandoned', usage: { outputTokens: 3, estimated: true } }],
    });
  });

  it('lets others have their turn while a model says all that it has at once', async () => {
    await open({}, 100_000);
    puppet.answer = () => words(100_000);
    let turns = 0;
    const beat = setInterval(() => turns++, 1);
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    clearInterval(beat);
    expect(turns).toBeGreaterThan(2);
  });

  it('ends an older answer, once, when a newer is asked for', async () => {
    await open();
    send(1, { request: request('x', 'puppet/p') });
    send(2, { request: request('y') });
    await ended(2);
    const ends = received.filter(({ generation, event }) => generation === 1 && event.event === 'finished');
    expect(ends.length).toBeLessThanOrEqual(1);
    expect(ends.every(({ event }) => event.finished?.reason === CANCELLED)).toBe(true);
    expect(puppet.signals[0]?.aborted).toBe(true);
  });

  it.each([
    ['first_token_timeout', { firstTokenMs: 20 }, () => never()],
    [
      'token_timeout',
      { betweenTokensMs: 20 },
      async function* stall(): AsyncGenerator<ChatEvent> {
        yield { type: 'text', text: 'Well' };
        yield* never();
      },
    ],
    [
      'total_timeout',
      { totalMs: 60 },
      async function* drip(): AsyncGenerator<ChatEvent> {
        while (true) {
          yield { type: 'text', text: '.' };
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
    ],
  ])('fails with %s', async (code, deadlines, answer) => {
    await open(deadlines);
    puppet.answer = answer;
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    expect(last(1)?.failed).toMatchObject({ class: 'transient', code });
    expect(puppet.signals[0]?.aborted).toBe(true);
  });

  it('says which fault is the caller’s', async () => {
    await open();
    for (const [generation, input, code] of [
      [1, request('x', 'nobody/m'), 'provider_not_configured'],
      [2, request('x', 'm'), 'unknown_model'],
      [3, { ...request('x'), toolChoice: 'function:f' }, 'invalid_request'],
      [4, request('x', 'test/other'), 'unknown_model'],
    ] as const) {
      send(generation, { request: input });
      await ended(generation);
      expect(last(generation)?.failed).toMatchObject({ class: 'caller_fault', code });
    }
  });

  it('turns bytes that are no request into a failure', async () => {
    await open();
    stream.send(Buffer.from([0xff, 0xff, 0xff]), { generation: 1 });
    await ended(1);
    expect(last(1)?.failed).toMatchObject({ code: 'invalid_request' });
  });

  it('never sends more than it was given credit for, and loses no word', async () => {
    await open({}, 2);
    puppet.answer = () => words(500);
    send(1, { request: request('x', 'puppet/p') });
    await until(() => received.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(received).toHaveLength(2);
    stream.grant(1_000);
    await ended(1);
    expect(textOf(1)).toBe(Array.from({ length: 500 }, (_, index) => `${index} `).join(''));
  });

  it('tells a text of any length in pieces, with no character cut in two', async () => {
    await open();
    // Each is two units.
    const long = `.${'😀'.repeat(3_500_000)}`;
    puppet.answer = async function* atOnce() {
      yield { type: 'text', text: long };
      yield* words(1);
    };
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    expect(textOf(1) === `${long}0 `).toBe(true);
    expect(received.length).toBeGreaterThan(100);
  });

  it('does not tell a call of a size that nobody could take', async () => {
    await open();
    puppet.answer = async function* calls() {
      const large = JSON.stringify({ x: 'x'.repeat(13 * 1024 * 1024) });
      yield { type: 'tool_call_delta', callId: 'c', name: 'f', argumentsDelta: large };
      yield { type: 'tool_call', callId: 'c', name: 'f', argumentsJson: large };
    };
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    expect(last(1)?.failed).toMatchObject({ code: 'answer_too_large' });
  });

  it('joins words that come together into few frames', async () => {
    await open();
    puppet.answer = () => words(500);
    send(1, { request: request('x', 'puppet/p') });
    await ended(1);
    expect(textOf(1)).toContain('0 1 2 ');
    expect(received.length).toBeLessThan(100);
  });

  it('holds no word back that comes alone, before there is enough to begin to speak', async () => {
    await open();
    let go: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    puppet.answer = async function* () {
      yield { type: 'text', text: 'Well, ' };
      await gate;
      yield* words(3);
    };
    send(1, { request: request('x', 'puppet/p') });
    await until(() => received.some(({ event }) => event.text?.text === 'Well, '));
    go?.();
    await ended(1);
    expect(textOf(1)).toBe('Well, 0 1 2 ');
  });

  it('prepares what was asked for while a cancelled answer was not over yet, the newest alone', async () => {
    await open();
    send(1, { request: request('x', 'puppet/p') });
    await until(() => puppet.signals.length === 1 || later());
    send(1, { prepare: request('beside an answer', 'puppet/p') });
    stream.cancel(1);
    send(2, { prepare: request('older', 'puppet/p') });
    send(2, { prepare: request('newer', 'puppet/p') });
    await until(() => puppet.prepared.length === 1 || later());
    send(2, { request: request('y') });
    await ended(2);
    expect(puppet.prepared.map(({ messages }) => messages.at(-1)?.text)).toEqual(['newer']);
  });

  it('prepares while nothing is asked for, and releases at the end', async () => {
    await open();
    send(0, { prepare: request('so far', 'puppet/p') });
    await until(() => puppet.prepared.length === 1 || later());
    expect(puppet.prepared[0]?.messages.at(-1)?.text).toBe('so far');
    stream.close();
    await until(() => puppet.released.length === 1 || later());
    expect(puppet.released).toEqual([stream.id]);
  });
});
