import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { knownCost, priced, unpricedModels, usageOf } from './bill';
import { linesOf, type ModelLine, type ModelUse, type UsageLine } from './line';
import { nanoOf, tokenPrice, tokensCost } from './price';
import { Prices } from './prices';
import { readPrices } from './prices-file';

const file = (text: string): string => {
  const name = path.join(mkdtempSync(path.join(tmpdir(), 'prices-')), 'prices.yaml');
  writeFileSync(name, text);
  return name;
};

const answer = (change: Partial<ModelLine> = {}): ModelLine => ({
  ...{ service: 'llm', purpose: 'answer', model: 'acme/one', price: null },
  ...{ inputTokens: 0, cachedInputTokens: 0, imageTokens: 0, outputTokens: 0, estimated: false },
  ...change,
});

const operators = new Prices(
  readPrices(
    file(`
llm:
  acme/*: { input: 0.25, cached_input: 0.025, output: 2 }
  acme/one: { input: 1, output: 3 }
stt:
  acme/*: { per_minute: 0.006 }
tts:
  acme/*: { per_million_characters: 15 }
  other/voice: { per_minute: 0.02 }
`),
  ),
);

it.each<[string, UsageLine, number | null]>([
  [
    'tokens, cached ones for less',
    answer({ model: 'acme/two', inputTokens: 1_000, cachedInputTokens: 400, outputTokens: 10 }),
    150_000 + 10_000 + 20_000,
  ],
  ['a pattern, whatever stands in the name', answer({ model: 'acme/a\nb', inputTokens: 4 }), 1_000],
  ['the name itself before a pattern', answer({ inputTokens: 1_000 }), 1_000_000],
  [
    'the catalogue where the operator says nothing',
    answer({
      model: 'openai/x',
      inputTokens: 10,
      price: tokenPrice({ input: 2, cachedInput: 1, output: 4 }),
    }),
    20_000,
  ],
  ['the operator before the catalogue', answer({ inputTokens: 1, price: tokenPrice(zero()) }), 1_000],
  ['nothing where nobody knows', answer({ model: 'openai/x', inputTokens: 10 }), null],
  [
    'minutes heard',
    { service: 'stt', purpose: 'transcription', model: 'acme/ear', audioMs: 90_000 },
    9_000_000,
  ],
  [
    'characters spoken',
    { service: 'tts', purpose: 'speech', model: 'acme/voice', characters: 1_000, audioMs: 60_000 },
    15_000_000,
  ],
  [
    'minutes spoken',
    { service: 'tts', purpose: 'speech', model: 'other/voice', characters: 1_000, audioMs: 30_000 },
    10_000_000,
  ],
  ['engines of one’s own for nothing', answer({ model: 'local/qwen', inputTokens: 10 }), 0],
  [
    'no others for nothing',
    { service: 'tts', purpose: 'speech', model: 'test/tone', characters: 1, audioMs: 1 },
    null,
  ],
])('prices %s', (_, line, nanoUsd) => {
  expect(operators.costOf(line)).toBe(nanoUsd);
});

function zero() {
  return { input: 0, cachedInput: 0, output: 0 };
}

it.each([
  ['llm: { acme/one: { input: -1, output: 1 } }', 'llm.acme/one.input'],
  ['tts: { acme/one: { per_hour: 1 } }', 'tts.acme/one'],
  ['speech: {}', 'speech'],
  ['llm: [', 'Flow sequence'],
])('refuses %s', (text, part) => {
  expect(() => readPrices(file(text))).toThrow(part);
});

const price = fc.option(
  fc
    .tuple(fc.nat(600_000_000), fc.nat(600_000_000), fc.nat(600_000_000))
    .map(([input, cachedInput, output]) =>
      tokenPrice({ input: input / 1e6, cachedInput: cachedInput / 1e6, output: output / 1e6 }),
    ),
  { nil: null },
);
const tokens = fc.nat(2_000_000);
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('answer', 'speculation', 'hedge', 'retry'), tokens, tokens, tokens, price)
    .map(([purpose, inputTokens, cached, outputTokens, known]): UsageLine =>
      answer({
        ...{ purpose, inputTokens, outputTokens, price: known, model: 'unlisted/m' },
        cachedInputTokens: Math.min(cached, inputTokens),
      }),
    ),
  fc
    .tuple(fc.constantFrom('acme/ear', 'unlisted/ear'), fc.nat(3_600_000))
    .map(([model, audioMs]): UsageLine => ({ service: 'stt', purpose: 'transcription', model, audioMs })),
  fc
    .tuple(fc.constantFrom('acme/voice', 'other/voice', 'unlisted/voice'), fc.nat(100_000), fc.nat(600_000))
    .map(([model, characters, audioMs]): UsageLine => ({
      ...{ service: 'tts', purpose: 'speech', model, characters, audioMs },
    })),
);

it('makes a total that is the sum of its lines, in whole numbers, and counts nothing twice', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (lines, more) => {
      const bill = priced(lines, operators);
      const known = bill.flatMap(({ nanoUsd }) => (nanoUsd === null ? [] : [nanoUsd]));
      expect(known.every((nanoUsd) => Number.isSafeInteger(nanoUsd) && nanoUsd >= 0)).toBe(true);
      expect(knownCost(bill)).toBe(known.reduce((sum, nanoUsd) => sum + nanoUsd, 0));
      expect(unpricedModels(bill).length > 0).toBe(known.length < bill.length);
      const counted = bill.map(usageOf);
      const sum = (field: keyof (typeof counted)[number]) =>
        counted.reduce((total, usage) => total + (usage[field] ?? 0), 0);
      expect(sum('costNanoUsd')).toBe(knownCost(bill));
      expect(sum('unpriced')).toBe(bill.length - known.length);
      const read = lines.reduce(
        (total, one) => total + (one.service === 'llm' ? one.inputTokens + one.outputTokens : 0),
        0,
      );
      expect(sum('inputTokens') + sum('outputTokens') + sum('wastedTokens') + sum('retriedTokens')).toBe(
        read,
      );
      expect(sum('cachedInputTokens')).toBeLessThanOrEqual(sum('inputTokens'));
      expect(knownCost(priced([...lines, ...more], operators))).toBe(
        knownCost(bill) + knownCost(priced(more, operators)),
      );
    }),
  );
});

it('never costs less for more, and a cached token never more than its price says', () => {
  fc.assert(
    fc.property(price, tokens, tokens, tokens, tokens, (known, inputTokens, more, cached, outputTokens) => {
      if (known === null) return;
      const cachedInputTokens = Math.min(cached, inputTokens);
      const cost = tokensCost(known, { inputTokens, cachedInputTokens, outputTokens });
      const larger = {
        inputTokens: inputTokens + more,
        cachedInputTokens,
        outputTokens: outputTokens + more,
      };
      expect(tokensCost(known, larger)).toBeGreaterThanOrEqual(cost);
      const dearest = Math.max(known.inputPico, known.cachedInputPico);
      expect(cost).toBeLessThanOrEqual(
        nanoOf(inputTokens, dearest) + nanoOf(outputTokens, known.outputPico) + 1,
      );
    }),
  );
});

it('rounds each line to the nearest billionth, halves up', () => {
  expect([499, 500, 1_499, 1_500].map((pico) => nanoOf(1, pico))).toEqual([0, 1, 1, 2]);
  expect(nanoOf(3_600_000, 1e12, 60_000)).toBe(60_000_000_000);
});

const used = { inputTokens: 5, cachedInputTokens: 0, imageTokens: 0, outputTokens: 1, estimated: false };
const use = (change: Partial<ModelUse>): ModelUse => ({
  ...{ model: 'acme/one', status: 'ok', hedge: false, usage: used, price: null },
  ...change,
});

it.each<[string, readonly ModelUse[], readonly string[]]>([
  ['one that answered', [use({})], ['answer']],
  [
    'one that was refused and one that answered',
    [use({ status: 'rate_limit', usage: null }), use({})],
    ['answer'],
  ],
  ['one that broke off, and who went on', [use({ status: 'transient' }), use({})], ['retry', 'answer']],
  ['a hedge that lost', [use({}), use({ status: 'abandoned', hedge: true })], ['answer', 'hedge']],
  ['a hedge that won', [use({ status: 'abandoned' }), use({ hedge: true })], ['hedge', 'answer']],
  ['a cancelled one', [use({ status: 'abandoned' })], ['answer']],
  ['only failures', [use({ status: 'transient' }), use({ status: 'transient' })], ['retry', 'answer']],
])('tells apart %s', (_, uses, purposes) => {
  expect(linesOf(uses, 'answer').map(({ purpose }) => purpose)).toEqual(purposes);
  expect(linesOf(uses, 'speculation').every(({ purpose }) => purpose === 'speculation')).toBe(true);
});
