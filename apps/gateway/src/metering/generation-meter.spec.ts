import * as fc from 'fast-check';
import { meter, nothingMetered, type Metered, type MeterEvent } from './generation-meter';
import type { ModelUse } from '@parley/metering';

const usage = (inputTokens: number, outputTokens: number) => ({
  ...{ inputTokens, outputTokens, cachedInputTokens: 0, imageTokens: 0, estimated: false },
});

const use = (change: Partial<ModelUse> = {}): ModelUse => ({
  ...{ model: 'acme/one', status: 'ok', hedge: false, usage: usage(100, 10), price: null },
  ...change,
});

function run(events: readonly MeterEvent[]): Metered[] {
  let state = nothingMetered;
  const out: Metered[] = [];
  for (const event of events) {
    const [next, metered] = meter(state, event);
    state = next;
    out.push(...metered);
  }
  return out;
}

const asked = (generation: number, lane = 'main'): MeterEvent => ({
  ...{ type: 'asked', lane, generation, model: 'default', chars: 400, purpose: 'answer' },
});
const used = (generation: number, uses: readonly ModelUse[] = [use()], over = true): MeterEvent => ({
  ...{ type: 'used', generation, uses, over },
});
const began = (generation: number): MeterEvent => used(generation, [use({ usage: null })], false);
const abandoned = (generation: number): MeterEvent => ({ type: 'abandoned', generation });
const unsent = (generation: number): MeterEvent => ({ type: 'unsent', generation });
const draft = (outcome: 'started' | 'used' | 'wasted'): MeterEvent => ({ type: 'draft', outcome });
const wrote = (generation: number, chars: number): MeterEvent => ({ type: 'wrote', generation, chars });
const ended: MeterEvent = { type: 'ended', lane: 'main' };
const closed: MeterEvent = { type: 'closed' };
const estimate = { model: 'acme/one', inputTokens: 100, outputTokens: 20, estimated: true };

it.each<[string, readonly MeterEvent[], readonly object[]]>([
  ['an answer once, when it is over', [asked(1), began(1), used(1), used(1)], [{ purpose: 'answer' }]],
  ['nothing of a request that was refused', [asked(1), used(1, [use({ usage: null, status: 'quota' })])], []],
  [
    'a cancelled answer by what is told of it late',
    [asked(1), began(1), abandoned(1), asked(2), used(2), used(1, [use({ usage: usage(7, 1) })])],
    [{ inputTokens: 100 }, { inputTokens: 7 }],
  ],
  [
    'one that nobody tells of by estimate, and not again when somebody does',
    [asked(1), began(1), wrote(1, 80), abandoned(1), { type: 'overdue', generation: 1 }, used(1)],
    [estimate],
  ],
  [
    'one whose worker was lost beside the one that took over',
    [asked(1), began(1), wrote(1, 80), asked(2), used(2)],
    [{ ...estimate, purpose: 'retry' }, { purpose: 'answer' }],
  ],
  ['nothing of a request that no worker was given', [asked(1), unsent(1), asked(2), used(2), closed], [{}]],
  ['nothing of an early one either', [draft('started'), asked(1), unsent(1), draft('wasted'), closed], []],
  [
    'what was open at the end',
    [asked(1), began(1), wrote(1, 80), closed],
    [{ ...estimate, purpose: 'answer' }],
  ],
  [
    'an answer begun early as speculation when it came to nothing, whenever that is told',
    [
      ...[draft('started'), asked(1), used(1), draft('wasted')],
      ...[draft('started'), asked(2), began(2), abandoned(2), draft('wasted'), used(2)],
    ],
    [{ purpose: 'speculation' }, { purpose: 'speculation' }],
  ],
  [
    'what was remembered, and by estimate what was lost of it',
    [
      { type: 'remembered', uses: [use()] },
      { type: 'memory_lost', model: 'acme/one', chars: 400 },
    ],
    [{ purpose: 'memory' }, { ...estimate, purpose: 'memory', outputTokens: 0 }],
  ],
  ['a search by a model', [{ type: 'searched', uses: [use()] }], [{ purpose: 'search' }]],
  [
    'and as an answer when it was used',
    [draft('started'), asked(1), used(1), draft('used'), ended],
    [{ purpose: 'answer' }],
  ],
])('charges %s', (_, events, lines) => {
  expect(run(events).map(({ line }) => line)).toEqual(lines.map((line) => expect.objectContaining(line)));
});

it('says of which estimates nobody named the model', () => {
  const lost = run([asked(1), asked(2), began(2), closed, { type: 'memory_lost', model: 'x', chars: 4 }]);
  expect(lost.map(({ line, unnamed }) => [line.model, unnamed])).toEqual([
    ['default', true],
    ['acme/one', undefined],
    ['x', true],
  ]);
});

it('charges speech with its response, and what was spoken early for nothing as speculation', () => {
  const speech = (generation: number): MeterEvent[] => [
    { type: 'voiced', lane: 'main', generation, purpose: 'speech' },
    { type: 'segment', generation, model: 'acme/voice', characters: 40 },
    { type: 'spoke', generation, audioMs: 900 },
    { type: 'segment', generation, model: 'acme/voice', characters: 2 },
  ];
  const line = { model: 'acme/voice', characters: 42, audioMs: 900 };
  expect(run([...speech(1), ended, ended])).toMatchObject([
    { lane: 'main', line: { ...line, purpose: 'speech' } },
  ]);
  expect(run([draft('started'), ...speech(1), draft('used')])).toEqual([]);
  expect(run([draft('started'), ...speech(1), ended, draft('wasted')])).toMatchObject([
    { lane: null, line: { ...line, purpose: 'speculation' } },
  ]);
});

it('charges what was heard at once, and nothing that has no length', () => {
  expect(
    run([
      { type: 'heard', model: 'acme/ear', audioMs: 1_200 },
      { type: 'heard', model: 'acme/ear', audioMs: 0 },
    ]),
  ).toEqual([
    { lane: null, line: { service: 'stt', purpose: 'transcription', model: 'acme/ear', audioMs: 1_200 } },
  ]);
});

/** Every generation is asked for once and ends in one of the ways there are, in any order with the others. */
it('charges each answer once whatever happens in which order, and leaves none out', () => {
  const life = fc.constantFrom('told', 'told twice', 'abandoned and told', 'abandoned and not told', 'open');
  const lives = fc.array(
    fc.record({ life, draft: fc.constantFrom('no', 'used', 'wasted'), chars: fc.nat(400) }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat(1_000)), (all, picks) => {
      const waiting: MeterEvent[][] = [];
      const events: MeterEvent[] = [];
      for (const [index, { life: how, draft: early, chars }] of all.entries()) {
        const generation = index + 1;
        const exact = used(generation, [use({ usage: usage(generation * 1_000, 1) })]);
        if (early !== 'no') events.push(draft('started'));
        events.push(asked(generation), began(generation), wrote(generation, chars));
        const tells = how === 'told' || how === 'told twice' ? [exact] : [];
        if (how.startsWith('abandoned')) events.push(abandoned(generation));
        events.push(...tells);
        if (early !== 'no') events.push(draft(early));
        waiting.push(
          how === 'told twice' || how === 'abandoned and told'
            ? [exact, { type: 'overdue', generation }]
            : how === 'abandoned and not told'
              ? [{ type: 'overdue', generation }, exact]
              : [],
        );
        // Late news of any of those before, in any order.
        const late = waiting[(picks.next().value ?? 0) % waiting.length];
        const next = late?.shift();
        if (next !== undefined) events.push(next);
      }
      const metered = run([...events, ...waiting.flat(), ended, closed, closed]);
      expect(metered).toHaveLength(all.length);
      const early = all.filter(({ draft: outcome }) => outcome === 'wasted').length;
      const speculative = metered.filter(({ line }) => line.purpose === 'speculation').length;
      expect(speculative).toBeLessThanOrEqual(early);
      expect(speculative).toBeGreaterThanOrEqual(
        all.filter(({ draft: outcome, life: how }) => outcome === 'wasted' && how !== 'open').length,
      );
    }),
  );
});
