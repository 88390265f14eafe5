import { engineErrorClasses, EngineError, type EngineErrorClass } from '@parley/engines-kit';
import { createRegistry } from '@parley/telemetry';
import * as fc from 'fast-check';
import type { ChatEvent, ChatRequest } from '../chat/types';
import type { ChatProvider, GenerateOptions } from '../providers/provider';
import { chatRequest } from '../testing/collect';
import { Answer, type AnswerEnd } from './answer';
import { AnswerMetrics } from './answer-metrics';
import { Breakers } from './breakers';
import type { AttemptFacts } from './facts';
import type { Candidate } from './plan';

const words = Array.from({ length: 12 }, (_, index) => `${'abcdefghijkl'[index]}bcdefg${index}`);
const whole = words.join(' ');

/** What one request meets with: a fault at some token, and how it goes on when it is told to. */
interface Script {
  readonly fault: EngineErrorClass | 'hang' | 'cut' | 'none';
  /** Of the failure; absent = "scripted". */
  readonly code?: string;
  readonly atToken: number;
  readonly goesOn: 'exactly' | 'overlapping' | 'from the start';
  readonly tokenMs: number;
  readonly call: boolean;
  /** Signs of work before the first word, each after 100 ms. */
  readonly thoughts: number;
  /** Whether its provider tells what was used. */
  readonly usage: boolean;
  /** Its words say that it does not answer. */
  readonly refuses?: true;
}

const fine: Script = {
  fault: 'none',
  atToken: 0,
  goesOn: 'exactly',
  tokenMs: 5,
  call: false,
  thoughts: 0,
  usage: true,
};

const sleep = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
  });

/** A provider whose every request follows the next script, the last for ever. */
class Faulty implements ChatProvider {
  readonly hosted = true;
  readonly capabilities = { tools: true, images: false, systemAnywhere: true, guidance: 'full' as const };
  readonly requests: ChatRequest[] = [];

  constructor(
    readonly id: string,
    private readonly scripts: readonly Script[],
  ) {}

  models = () => [];

  async *generate(request: ChatRequest, { signal }: GenerateOptions): AsyncIterable<ChatEvent> {
    const script = this.scripts[Math.min(this.requests.length, this.scripts.length - 1)] ?? fine;
    this.requests.push(request);
    const before = request.messages.findLast(({ role }) => role === 'assistant')?.text ?? '';
    const saidWords = before === '' ? 0 : before.split(' ').length;
    const from = { exactly: saidWords, overlapping: Math.max(0, saidWords - 3), 'from the start': 0 };
    const rest = words.slice(from[script.goesOn]);
    for (let thought = 0; thought < script.thoughts; thought += 1) {
      await sleep(100, signal);
      yield { type: 'alive' };
    }
    for (const [index, word] of rest.entries()) {
      if (index === script.atToken && script.fault !== 'none') return this.#fail(script, signal);
      await sleep(script.tokenMs, signal);
      yield {
        type: script.refuses ? 'refusal' : 'text',
        text: index === 0 && saidWords === 0 ? word : ` ${word}`,
      };
    }
    if (script.call) yield { type: 'tool_call', callId: 'c', name: 'f', argumentsJson: '{}' };
    if (script.fault !== 'none') return this.#fail(script, signal);
    const told = { inputTokens: 1, cachedInputTokens: 0, outputTokens: rest.length };
    const usage = script.usage ? told : { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
    yield { type: 'finished', reason: script.call ? 'tool_calls' : 'stop', usage };
  }

  async #fail({ fault, code = 'scripted' }: Script, signal: AbortSignal): Promise<void> {
    if (fault === 'cut' || fault === 'none') return;
    if (fault === 'hang') await sleep(2 ** 30, signal);
    else throw new EngineError(fault, code, fault);
  }
}

interface Outcome {
  readonly text: string;
  readonly refusals: readonly string[];
  readonly calls: number;
  readonly ends: readonly AnswerEnd[];
  readonly attempts: readonly AttemptFacts[];
  readonly began: readonly string[];
  readonly toldAfterEnd: boolean;
}

interface Setting {
  readonly providers: readonly Faulty[];
  readonly hedgeMs?: number;
  readonly cancelAfterMs?: number;
  readonly breakers?: Breakers;
  /** How long the listener takes nothing more after the first word. */
  readonly holdMs?: number;
  readonly asked?: Partial<ChatRequest>;
  /** The listener can begin again. */
  readonly forgets?: boolean;
}

async function run({
  providers,
  hedgeMs = 0,
  cancelAfterMs,
  breakers = new Breakers(),
  holdMs = 0,
  asked = {},
  forgets = false,
}: Setting): Promise<Outcome> {
  const outcome = {
    text: '',
    refusals: [] as string[],
    calls: 0,
    ends: [] as AnswerEnd[],
    began: [] as string[],
    toldAfterEnd: false,
  };
  let attempts: readonly AttemptFacts[] = [];
  const candidates = providers.map((provider): Candidate => {
    const id = { provider: provider.id, model: 'm' };
    return {
      model: { id, name: `${provider.id}/m`, provider, entry: undefined },
      request: () => chatRequest(asked),
    };
  });
  const answer = new Answer({
    plan: { candidates },
    deadlines: { firstTokenMs: 1_000, fallbackMs: 300, betweenTokensMs: 200, totalMs: 8_000, hedgeMs },
    breakers,
    metrics: new AnswerMetrics(createRegistry('test'), breakers),
    measures: { record: () => undefined },
    listener: {
      began: ({ model }) => void outcome.began.push(model.name),
      told: (event) => {
        if (outcome.ends.length > 0) outcome.toldAfterEnd = true;
        if (event.type === 'text') outcome.text += event.text;
        if (event.type === 'refusal') outcome.refusals.push(event.text);
        if (event.type === 'tool_call') outcome.calls += 1;
        const first = outcome.text === words[0] && holdMs > 0;
        return first ? sleep(holdMs, new AbortController().signal) : undefined;
      },
      ...(forgets ? { anew: () => void (outcome.text = '') } : {}),
      ended: (end, facts) => {
        outcome.ends.push(end);
        attempts = facts;
      },
    },
  });
  const running = answer.run();
  if (cancelAfterMs !== undefined) setTimeout(() => answer.cancel(), cancelAfterMs);
  await jest.advanceTimersByTimeAsync(20_000);
  await running;
  return { ...outcome, attempts };
}

const faulty = (id: string, ...scripts: Partial<Script>[]) =>
  new Faulty(
    id,
    scripts.map((script) => ({ ...fine, ...script })),
  );

describe('an answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    ['a failure before the first token', { fault: 'transient' }, 'transient'],
    ['a refused key', { fault: 'credential' }, 'credential'],
    ['a rate limit', { fault: 'rate_limit' }, 'rate_limit'],
    ['a model that is gone', { fault: 'model_gone' }, 'model_gone'],
    ['silence', { fault: 'hang' }, 'transient'],
    ['a failure in its midst', { fault: 'transient', atToken: 5 }, 'transient'],
    ['a stall in its midst', { fault: 'hang', atToken: 5 }, 'transient'],
    ['a cut in its midst', { fault: 'cut', atToken: 5 }, 'transient'],
  ] as const)('goes on with the next model after %s', async (_, script, status) => {
    const { text, ends, attempts } = await run({ providers: [faulty('a', script), faulty('b', {})] });
    expect({ text, ends: ends.map(({ type }) => type) }).toEqual({ text: whole, ends: ['finished'] });
    expect(attempts).toMatchObject([
      { provider: 'a', model: 'm', status },
      { provider: 'b', model: 'm', status: 'ok' },
    ]);
  });

  it.each(['exactly', 'overlapping', 'from the start'] as const)(
    'says a refusal once that another model goes on with %s',
    async (goesOn) => {
      const half = faulty('a', { refuses: true, fault: 'transient', atToken: 5 });
      const { text, refusals, ends } = await run({
        providers: [half, faulty('b', { refuses: true, goesOn })],
      });
      expect({ text, refused: refusals.join('') }).toEqual({ text: '', refused: whole });
      expect(refusals).not.toContain('');
      expect(ends).toMatchObject([{ type: 'finished' }]);
    },
  );

  it('tells the end of a refusal that looked like a repeat as what it is', async () => {
    const half = faulty('a', { refuses: true, fault: 'transient', atToken: 5 });
    const again = faulty('b', { refuses: true, goesOn: 'from the start', fault: 'transient', atToken: 1 });
    const { text, refusals } = await run({ providers: [half, again, faulty('c', { refuses: true })] });
    expect({ text, refused: refusals.join('') }).toEqual({ text: '', refused: whole });
  });

  it('calls nothing where no call is wanted, whatever its model does', async () => {
    const asked = { toolChoice: { kind: 'none' } } as const;
    const { text, calls, ends } = await run({ providers: [faulty('a', { call: true })], asked });
    expect({ text, calls, ends }).toMatchObject({ text: whole, calls: 0, ends: [{ reason: 'stop' }] });
  });

  describe('in a format', () => {
    const settings = { format: { type: 'json' } } as const;
    const [midst, atOnce] = [{ fault: 'transient', atToken: 5 } as const, { fault: 'transient' } as const];

    it('fails where its half was told already: two models write no JSON together', async () => {
      const other = faulty('b', {});
      const { ends } = await run({ providers: [faulty('a', midst), other], asked: { settings } });
      expect(ends).toMatchObject([{ type: 'failed', failure: { code: 'scripted' } }]);
      expect(other.requests).toEqual([]);
    });

    it('is written anew by the next model where nobody has read its half', async () => {
      const other = faulty('b', { goesOn: 'from the start' });
      const providers = [faulty('a', midst), other];
      const { text, ends, attempts } = await run({ providers, asked: { settings }, forgets: true });
      expect({ text, ends: ends.map(({ type }) => type) }).toEqual({ text: whole, ends: ['finished'] });
      expect(other.requests[0]?.messages).toEqual(chatRequest().messages);
      expect(attempts).toHaveLength(2);
    });

    it('goes to the next model where there is no half', async () => {
      const { text } = await run({ providers: [faulty('a', atOnce), faulty('b', {})], asked: { settings } });
      expect(text).toBe(whole);
    });
  });

  it('asks nobody else when the caller is at fault', async () => {
    const other = faulty('b', {});
    const { ends } = await run({ providers: [faulty('a', { fault: 'caller_fault' }), other] });
    expect(ends).toMatchObject([{ type: 'failed', failure: { errorClass: 'caller_fault' } }]);
    expect(other.requests).toEqual([]);
  });

  it.each(['http_400', 'http_413', 'context_length_exceeded', 'request_refused'])(
    'asks the next model what one did not take (%s), and holds nothing against it',
    async (code) => {
      const breakers = new Breakers();
      const refuses = faulty('a', { fault: 'caller_fault', code });
      const { text, attempts } = await run({ providers: [refuses, faulty('b', {})], breakers });
      expect({ text, attempts }).toMatchObject({
        text: whole,
        attempts: [{ usage: null }, { status: 'ok' }],
      });
      expect(breakers.open()).toEqual([]);
      const { ends } = await run({ providers: [faulty('a', { fault: 'caller_fault', code })] });
      expect(ends).toMatchObject([{ type: 'failed', failure: { errorClass: 'caller_fault', code } }]);
      expect(refuses.requests).toHaveLength(1);
    },
  );

  it.each(['credential', 'quota'] as const)(
    'asks no other model of a provider that has said %s, and the next provider',
    async (fault) => {
      const [refusing, other] = [faulty('a', { fault }), faulty('b', {})];
      const { text, attempts } = await run({ providers: [refusing, refusing, other] });
      expect(attempts.map(({ provider, status }) => [provider, status])).toEqual([
        ['a', fault],
        ['b', 'ok'],
      ]);
      expect([text, refusing.requests.length]).toEqual([whole, 1]);
      const alone = await run({ providers: [faulty('c', { fault }), refusing] });
      expect(alone.ends).toMatchObject([{ type: 'failed', failure: { errorClass: fault } }]);
    },
  );

  it('asks the only model once more after a passing failure, and no model twice after silence', async () => {
    const passing = faulty('a', { fault: 'transient', atToken: 3 }, {});
    expect((await run({ providers: [passing] })).text).toBe(whole);
    const silent = faulty('a', { fault: 'hang' });
    const { ends } = await run({ providers: [silent] });
    expect(ends).toMatchObject([{ type: 'failed', failure: { code: 'first_token_timeout' } }]);
    expect(silent.requests).toHaveLength(1);
  });

  it('does not have calls carried out twice', async () => {
    const other = faulty('b', {});
    const { calls, ends } = await run({
      providers: [faulty('a', { call: true, fault: 'cut', atToken: 99 }), other],
    });
    expect({ calls, ends }).toMatchObject({ calls: 1, ends: [{ type: 'finished', reason: 'tool_calls' }] });
    expect(other.requests).toEqual([]);
  });

  it('asks a second model beside a slow first, and tells the faster alone', async () => {
    const slow = faulty('a', { tokenMs: 150 });
    const { text, attempts } = await run({ providers: [slow, faulty('b', {})], hedgeMs: 100 });
    expect(text).toBe(whole);
    expect(attempts.map(({ provider, status }) => `${provider} ${status}`)).toEqual(['a abandoned', 'b ok']);
  });

  it.each([
    ['was refused', { fault: 'rate_limit' }, null],
    ['was waited for in vain', { fault: 'hang' }, { outputTokens: 0, estimated: true }],
    ['failed in its midst', { fault: 'transient', atToken: 5 }, { outputTokens: 11, estimated: true }],
    [
      'wrote a call that nobody can read',
      { fault: 'transient', code: 'unreadable_call' },
      { outputTokens: 0, estimated: true },
    ],
    ['failed after a thought', { fault: 'transient', thoughts: 1 }, { outputTokens: 0, estimated: true }],
    ['never said', { usage: false }, { outputTokens: 28, estimated: true }],
    ['said so', {}, { inputTokens: 1, outputTokens: 12, estimated: false }],
  ] as const)('knows what a model used that %s', async (_, script, usage) => {
    const { attempts } = await run({ providers: [faulty('a', script), faulty('b', {})] });
    expect(attempts[0]).toMatchObject({ usage });
  });

  it('knows what a slow model used that was asked beside the one that answered', async () => {
    const slow = faulty('a', { tokenMs: 150 });
    const { attempts } = await run({ providers: [slow, faulty('b', {})], hedgeMs: 100 });
    expect(attempts).toMatchObject([
      { hedge: false, usage: { outputTokens: 0, estimated: true } },
      { hedge: true, usage: { outputTokens: 12, estimated: false } },
    ]);
  });

  it('leaves a model alone that keeps failing, says so, and tries it again later', async () => {
    const breakers = new Breakers();
    const down = faulty(
      'a',
      ...Array.from({ length: 4 }, (): Partial<Script> => ({ fault: 'transient' })),
      {},
    );
    await run({ providers: [down], breakers });
    await run({ providers: [down], breakers });
    expect(down.requests).toHaveLength(4);
    const soon = faulty('b', {});
    // The runs above let the time pass that the circuit stays open.
    expect((await run({ providers: [down, soon], breakers })).began).toEqual(['a/m']);
  });

  it('waits for a listener that takes its time, and blames no model for it', async () => {
    const asked = faulty('a', {});
    const breakers = new Breakers();
    const { text, attempts } = await run({ providers: [asked, faulty('b', {})], breakers, holdMs: 700 });
    expect({ text, statuses: attempts.map(({ status }) => status) }).toEqual({
      text: whole,
      statuses: ['ok'],
    });
    expect(breakers.open()).toEqual([]);
  });

  it('waits for a model that thinks, and no longer for one that has ceased to', async () => {
    const thinking = faulty('a', { thoughts: 8 });
    const { began } = await run({ providers: [thinking, faulty('b', {})] });
    expect(began).toEqual(['a/m']);
    const ceased = faulty('a', { thoughts: 2, fault: 'hang' });
    const after = await run({ providers: [ceased, faulty('b', {})] });
    expect(after.began).toEqual(['b/m']);
    expect(after.attempts[0]?.status).toBe('transient');
  });

  it('holds back no model for what a request brought about, and tells nobody another’s words', () => {
    const breakers = new Breakers(() => 0);
    const provider = faulty('a', {});
    const model = { id: { provider: 'a', model: 'm' }, name: 'a/m', provider, entry: undefined };
    for (const code of ['invalid_arguments', 'answer_too_large', 'request_refused']) {
      for (let time = 0; time < 5; time += 1) breakers.failed(model, new EngineError('transient', code, 'x'));
    }
    expect(breakers.admits(model)).toBe(true);
    breakers.failed(model, new EngineError('rate_limit', 'rate_limited', 'the secret tool of somebody'));
    expect(breakers.refusal(model).message).toContain('rate_limited');
    expect(breakers.refusal(model).message).not.toContain('secret');
  });

  it('says why nothing was asked', async () => {
    const breakers = new Breakers(() => 0);
    const down = faulty('a', { fault: 'quota' });
    await run({ providers: [down], breakers });
    const { ends } = await run({ providers: [down], breakers });
    expect(ends).toMatchObject([{ type: 'failed', failure: { code: 'circuit_open' } }]);
    expect(down.requests).toHaveLength(1);
  });

  it('ends once and repeats nothing, over any faults', async () => {
    const script = fc.record<Script>({
      fault: fc.constantFrom('none', 'none', 'none', 'hang', 'cut', ...engineErrorClasses),
      atToken: fc.nat(13),
      goesOn: fc.constantFrom('exactly', 'overlapping', 'from the start'),
      tokenMs: fc.constantFrom(1, 40, 250),
      call: fc.boolean(),
      thoughts: fc.constantFrom(0, 0, 0, 2),
      usage: fc.boolean(),
    });
    const setting = fc.record(
      {
        scripts: fc.array(fc.array(script, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        hedgeMs: fc.constantFrom(0, 60),
        cancelAfterMs: fc.nat(3_000),
      },
      { requiredKeys: ['scripts', 'hedgeMs'] },
    );
    await fc.assert(
      fc.asyncProperty(setting, async ({ scripts, hedgeMs, cancelAfterMs }) => {
        const providers = scripts.map((list, index) => new Faulty(`p${index}`, list));
        const { text, calls, ends, attempts, toldAfterEnd } = await run({
          providers,
          hedgeMs,
          ...(cancelAfterMs === undefined ? {} : { cancelAfterMs }),
        });
        expect(ends).toHaveLength(1);
        expect(toldAfterEnd).toBe(false);
        expect(calls).toBeLessThanOrEqual(1);
        expect(whole.startsWith(text)).toBe(true);
        expect(text === whole || ends[0]?.type !== 'finished' || calls > 0).toBe(true);
        expect(attempts.length).toBeLessThanOrEqual(providers.length + 1);
        expect(attempts.filter(({ status }) => status === 'ok').length).toBeLessThanOrEqual(1);
        const read = attempts.filter(({ status }) => status === 'ok' || status === 'abandoned');
        expect(read.every(({ usage }) => usage !== null && usage.inputTokens > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
