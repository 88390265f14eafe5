import { defaultSession, type Response, type Session } from '@parley/protocol';
import { addUsage, noBudget, noUsage, nothingSpent, type KeyBudgets, type Usage } from '@parley/state';
import { KeyMeter, type ModelUse, type SessionLimits, Prices, tokenPrice } from '@parley/metering';
import type { MeterEvent } from '../../metering/generation-meter';
import type { ExtensionEvent } from '../ports';
import { Accounts } from './accounts';

/** A dollar for a million tokens: one costs a thousand billionths. */
const price = tokenPrice({ input: 1, cachedInput: 1, output: 1 });
const prices = new Prices({
  llm: [],
  stt: [{ pattern: 'acme/ear', price: { per: 'minute', pico: 6e9 } }],
  tts: [{ pattern: 'acme/voice', price: { per: 'character', pico: 1e6 } }],
});

const response = (change: Partial<Response> = {}): Response => ({
  ...{ object: 'realtime.response', id: 'resp_1', status: 'completed', status_details: null, output: [] },
  ...{ conversation_id: 'conv_1', output_modalities: ['audio'], max_output_tokens: 'inf', metadata: null },
  audio: { output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'joe' } },
  usage: null,
  ...change,
});

interface Setting {
  readonly limits?: Partial<SessionLimits>;
  readonly session?: Session['parley'];
  readonly key?: KeyBudgets;
}

function open({ limits = {}, session, key = { day: noBudget, month: noBudget } }: Setting = {}) {
  let used: Usage = noUsage;
  const state = {
    usage: {
      add: (_key: string, usage: Partial<Usage>) => void (used = addUsage(used, { ...noUsage, ...usage })),
    },
    spending: {
      of: () => ({ day: spentOf(used), month: spentOf(used), budgets: null }),
      load: () => Promise.reject(new Error('nobody asks')),
      freshBudgets: () => undefined,
    },
  };
  const told: ExtensionEvent[] = [];
  const ends: string[] = [];
  const base = defaultSession({ id: 's', model: 'm', expiresAt: 0, instructions: '', voice: 'joe' });
  const accounts = new Accounts({
    usage: new KeyMeter('key', state, { prices, budgets: key }),
    limits: { budget: noBudget, warnAt: 0.8, refuseUnpriced: true, ...limits },
    session: () => (session === undefined ? base : { ...base, parley: session }),
    isFiller: (lane) => lane.startsWith('filler'),
    tell: (event) => told.push(event),
    spent: (message) => ends.push(message),
  });
  const ended = (change?: Partial<Response>) =>
    accounts.ended({ type: 'response.done', response: response(change) }, true).response.parley;
  return { accounts, told, ends, ended, used: () => used };
}

const spentOf = (usage: Usage) => ({ ...nothingSpent, nanoUsd: usage.costNanoUsd });

let generation = 0;
/** An answer of so many tokens, from its request to its end. */
function answer(accounts: Accounts, tokens: number, change: Partial<ModelUse> = {}): void {
  generation += 1;
  const usage = {
    ...{ inputTokens: tokens - 1, outputTokens: 1, cachedInputTokens: 0, imageTokens: 0, estimated: false },
  };
  const uses = [{ model: 'acme/one', status: 'ok', hedge: false, usage, price, ...change }];
  const events: MeterEvent[] = [
    { type: 'asked', lane: 'main', generation, model: 'default', chars: 4, purpose: 'answer' },
    { type: 'used', generation, uses, over: true },
  ];
  for (const event of events) accounts.observe(event);
}

it('gives a receipt of everything that was charged since the last, each thing once', () => {
  const { accounts, ended, used } = open();
  accounts.observe({ type: 'heard', model: 'acme/ear', audioMs: 10_000 });
  answer(accounts, 1_000);
  accounts.observe({ type: 'voiced', lane: 'main', generation: 99, purpose: 'speech' });
  accounts.observe({ type: 'segment', generation: 99, model: 'acme/voice', characters: 50 });
  expect(ended()).toEqual({
    usage: [
      { service: 'stt', purpose: 'transcription', model: 'acme/ear', audio_ms: 10_000, cost: '0.001' },
      {
        ...{ service: 'llm', purpose: 'answer', model: 'acme/one', cost: '0.001', estimated: false },
        ...{ input_tokens: 999, cached_tokens: 0, image_tokens: 0, output_tokens: 1 },
      },
      {
        service: 'tts',
        purpose: 'speech',
        model: 'acme/voice',
        characters: 50,
        audio_ms: 0,
        cost: '0.00005',
      },
    ],
    cost: { currency: 'usd', total: '0.00205', known: '0.00205', session: '0.00205' },
  });
  answer(accounts, 10, { model: 'acme/two', price: null });
  expect(ended()?.cost).toEqual({ currency: 'usd', total: null, known: '0.00', session: '0.00205' });
  expect(ended()?.usage).toEqual([]);
  expect(used()).toMatchObject({ costNanoUsd: 2_050_000, unpriced: 1, responses: 3, inputTokens: 1_008 });
});

it('shows what bridged a wait with the next response', () => {
  const { accounts, ended } = open();
  accounts.performed({ type: 'open_lane', lane: 'filler_1', spoken: true, thinks: false, phrase: true });
  accounts.performed({ type: 'speak_begin', lane: 'filler_1', generation: 50, request: {} as never });
  accounts.observe({ type: 'segment', generation: 50, model: 'acme/voice', characters: 9 });
  accounts.observe({ type: 'spoke', generation: 50, audioMs: 300.4 });
  accounts.observe({ type: 'spoke', generation: 50, audioMs: 300.4 });
  expect(ended()?.usage).toEqual([]);
  accounts.performed({ type: 'close_lane', lane: 'filler_1' });
  expect(ended()?.usage).toEqual([
    {
      service: 'tts',
      purpose: 'filler',
      model: 'acme/voice',
      characters: 9,
      audio_ms: 601,
      cost: '0.000009',
    },
  ]);
});

it('knows apart what voices say that speak at the same time', () => {
  const { accounts, ended } = open();
  accounts.performed({ type: 'open_lane', lane: 'resp_2', spoken: true, thinks: false, phrase: false });
  accounts.performed({ type: 'speak_begin', lane: 'main', generation: 50, request: {} as never });
  accounts.performed({ type: 'speak_begin', lane: 'resp_2', generation: 51, request: {} as never });
  for (const generation of [50, 51]) {
    accounts.observe({ type: 'segment', generation, model: 'acme/voice', characters: 9 });
  }
  for (const generation of [50, 51, 51, 50, 51]) accounts.observe({ type: 'spoke', generation, audioMs: 20 });
  accounts.performed({ type: 'close_lane', lane: 'resp_2' });
  expect(ended({ id: 'resp_2', conversation_id: null })?.usage).toMatchObject([{ audio_ms: 60 }]);
  expect(ended()?.usage).toMatchObject([{ audio_ms: 40 }]);
});

it('gives a response out of band its own receipt', () => {
  const { accounts, ended } = open();
  answer(accounts, 10);
  accounts.performed({ type: 'open_lane', lane: 'resp_2', spoken: true, thinks: true, phrase: false });
  expect(ended({ id: 'resp_2', conversation_id: null })?.usage).toEqual([]);
  expect(ended()?.usage).toHaveLength(1);
});

it('warns once that a budget nears its end, and ends once when it is there', () => {
  const { accounts, told, ends } = open({ session: { budget: { usd: '0.000010' } } });
  for (let count = 0; count < 12; count++) answer(accounts, 1);
  const budget = { type: 'parley.budget', scope: 'session', unit: 'usd', limit: '0.00001' };
  expect(told).toEqual([
    { ...budget, used: '0.000008', state: 'warning' },
    { ...budget, used: '0.00001', state: 'exhausted' },
  ]);
  expect(ends).toEqual(['The budget of this session is used up: 0.00001 of 0.00001 US dollars.']);
});

it.each<[string, Setting, string]>([
  ['the operator’s', { limits: { budget: { nanoUsd: null, tokens: 100 } } }, '100 of 100 tokens'],
  [
    'the lower of two',
    { limits: { budget: { nanoUsd: null, tokens: 100 } }, session: { budget: { tokens: 10 } } },
    '100 of 10 tokens',
  ],
  [
    'the key’s of the day',
    { key: { day: { nanoUsd: 100_000, tokens: null }, month: noBudget } },
    'this key for the day is used up: 0.0001 of 0.0001 US dollars',
  ],
])('holds a session to %s budget', (_, setting, message) => {
  const { accounts, ends } = open(setting);
  answer(accounts, 9);
  const before = ends.length;
  answer(accounts, 91);
  expect([before, ends]).toEqual([0, [expect.stringContaining(message)]]);
});

it('warns from the share that the client names', () => {
  const { accounts, told } = open({ session: { budget: { tokens: 100, warn_at: 0.5 } } });
  answer(accounts, 49);
  expect(told).toEqual([]);
  answer(accounts, 1);
  expect(told).toMatchObject([{ unit: 'tokens', used: '50', state: 'warning' }]);
});

it.each([
  ['ends a session with a budget in money', { budget: { usd: '1' } }, {}, 1],
  ['does not where the operator allows it', { budget: { usd: '1' } }, { refuseUnpriced: false }, 0],
  ['does not where the budget is in tokens', { budget: { tokens: 1_000 } }, {}, 0],
])('what has no price %s', (_, session, limits, count) => {
  const { accounts, ends } = open({ session, limits });
  answer(accounts, 10, { price: null });
  expect(ends).toHaveLength(count);
});

describe('a request that was lost before anybody named its model', () => {
  const asked = (number: number): MeterEvent => ({
    ...{ type: 'asked', lane: 'main', generation: number, model: 'default', chars: 400, purpose: 'answer' },
  });
  const done = (number: number): MeterEvent => {
    const usage = { inputTokens: 9, outputTokens: 1, cachedInputTokens: 0, imageTokens: 0, estimated: false };
    const uses = [{ model: 'acme/one', status: 'ok', hedge: false, usage, price }];
    return { type: 'used', generation: number, over: true, uses };
  };

  it('is no model without a price', () => {
    const { accounts, ends, used } = open({ session: { budget: { usd: '1' } } });
    for (const event of [asked(2_000), asked(2_001), done(2_001)]) accounts.observe(event);
    expect(ends).toEqual([]);
    expect(used()).toMatchObject({ retriedTokens: 100, unpriced: 1, costNanoUsd: 10_000 });
  });

  it('costs what the model has come to cost by then', () => {
    const { accounts, used } = open();
    accounts.observe(asked(2_002));
    accounts.observe({ type: 'abandoned', generation: 2_002 });
    accounts.performed({
      ...{ type: 'generate', lane: 'main', generation: 2_003 },
      request: { model: 'default', instructions: '', messages: [], tools: [] } as never,
    });
    accounts.observe(done(2_003));
    accounts.close();
    expect(used()).toMatchObject({ unpriced: 0, costNanoUsd: 110_000 });
  });
});

it('charges what is under way when the session ends, by what the model has come to cost', () => {
  const { accounts, used } = open();
  const ask = (number: number) => {
    const request = { model: 'default', instructions: 'x'.repeat(400), messages: [], tools: [] };
    accounts.performed({ type: 'generate', lane: 'main', generation: number, request: request as never });
  };
  ask(1_000);
  const usage = { inputTokens: 7, outputTokens: 0, cachedInputTokens: 0, imageTokens: 0, estimated: false };
  const uses = [{ model: 'acme/one', status: 'ok', hedge: false, usage, price }];
  accounts.observe({ type: 'used', generation: 1_000, over: true, uses });
  ask(1_001);
  accounts.close();
  expect(used()).toMatchObject({ inputTokens: 107, costNanoUsd: 107_000, unpriced: 0 });
  // What was being remembered of it is told later.
  accounts.observe({ type: 'memory_lost', model: 'default', chars: 40 });
  expect(used()).toMatchObject({ memoryTokens: 10, costNanoUsd: 117_000, unpriced: 0 });
});
