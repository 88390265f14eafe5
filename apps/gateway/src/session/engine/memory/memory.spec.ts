import * as fc from 'fast-check';
import type { MemorySettings } from '@parley/protocol';
import { contextOf } from '../conversation/context';
import type { Effect } from '../coordinator/effects';
import { withMemory } from '../coordinator/state';
import { actions } from '../testing/actions';
import { emitted, Harness, testSession } from '../testing/harness';
import { always, atRest, pairedCalls } from '../testing/invariants';
import { randomRuns } from '../testing/random-runs';
import { World } from '../testing/world';
import { stockBehaviour } from '../behaviour';
import { contextText, jobLimits, type Memory } from './state';

const on: MemorySettings = { enabled: true, turn_interval: 3, max_transcript_items: 8 };
const remembering = (memory: MemorySettings = on): Harness => new Harness({ parley: { memory } });

const say = (h: Harness, role: 'user' | 'assistant' | 'system', text: string, id?: string) =>
  h.client({
    type: 'conversation.item.create',
    item: {
      type: 'message',
      role,
      ...(id === undefined ? {} : { id }),
      content: [role === 'assistant' ? { type: 'output_text', text } : { type: 'input_text', text }],
    } as never,
  });

const exchange = (h: Harness, n: number): void => {
  say(h, 'user', `Question ${n}.`);
  say(h, 'assistant', `Answer ${n}.`);
};
const talk = (h: Harness, exchanges: number, from = 1): void => {
  for (let n = from; n < from + exchanges; n += 1) exchange(h, n);
};

const usage = { inputTokens: 90, cachedInputTokens: 0, imageTokens: 0, outputTokens: 10 };
const answer = (h: Harness, memory: Memory): readonly Effect[] =>
  h.dispatch({
    type: 'remembered',
    job: h.last('remember').job,
    result: { memory, usage },
    reason: '',
  });
const fail = (h: Harness, reason: string): readonly Effect[] =>
  h.dispatch({ type: 'remembered', job: h.last('remember').job, result: null, reason });

const told = (h: Harness): string[] =>
  contextOf(h.state.conversation.entries, Infinity, (entry) => entry.memory !== 'trimmed').map(
    ({ text }) => text,
  );

/** What the model is asked next. */
const asked = (h: Harness) => {
  h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
  const { request } = h.last('generate');
  h.client({ type: 'response.cancel' });
  return request;
};

const early = { summary: 'They talked.', facts: ['Her name is Ada.'] };

describe('a conversation that is remembered', () => {
  it('is left alone unless the client wants it remembered', () => {
    const h = new Harness();
    talk(h, 60);
    expect(h.all('remember')).toEqual([]);
    expect(withMemory(h.state)).toBe(h.state.session);
  });

  it('is no longer made when nothing more may be spent', () => {
    const h = remembering();
    h.dispatch({ type: 'budget_spent', message: 'It is used up.' });
    talk(h, 60);
    expect(h.all('remember')).toEqual([]);
  });

  it('is remembered every few turns, up to where the newest begin', () => {
    const h = remembering();
    talk(h, 2);
    expect(h.all('remember')).toEqual([]);
    say(h, 'user', 'Question 3.');
    const { request } = h.last('remember');
    expect(request.messages.map(({ text }) => text)).toEqual(['Question 1.', 'Answer 1.']);
    expect(request).toMatchObject({ model: 'test/model', maxFacts: 40, maxChars: 4_000 });
    const events = emitted(answer(h, early), 'session.updated');
    expect(events[0]?.session).toMatchObject({
      parley: {
        memory: {
          enabled: true,
          state: {
            version: 1,
            facts: early.facts,
            summary: early.summary,
            context_text: 'They talked.\n- Her name is Ada.',
            turns_since_gen: 0,
            total_turns: 3,
            items_trimmed: 0,
          },
        },
      },
    });
  });

  it('loses its beginning in one cut, when it is longer than it may be, and not an item each turn', () => {
    const h = remembering();
    talk(h, 4);
    answer(h, early);
    expect(asked(h).messages.length).toBe(8);
    const firsts = new Set<string>();
    for (let n = 5; n < 60; n += 1) {
      exchange(h, n);
      if (h.state.memory.job !== null) answer(h, { ...early, summary: `Up to ${n}.` });
      const request = asked(h);
      firsts.add(request.messages[0]?.text ?? '');
      expect(request.messages.length).toBeLessThanOrEqual(10);
      // What is no longer there is told as it is remembered, in words that change with the cut alone.
      expect(request.memory?.facts ?? []).toEqual(h.state.memory.trimmed > 0 ? early.facts : []);
    }
    expect(firsts.size).toBeLessThan(55 / 2);
    expect(h.state.memory.trimmed).toBeGreaterThan(90);
  });

  it('is read ahead as it is after a cut, and at no other remembering', () => {
    const h = remembering();
    talk(h, 4);
    const before = h.all('prepare').length;
    answer(h, early);
    expect(h.all('prepare')).toHaveLength(before);
    expect(asked(h).memory).toBeNull();
    for (let n = 5; h.state.memory.trimmed === 0; n += 1) {
      exchange(h, n);
      if (h.state.memory.job !== null) answer(h, { ...early, summary: `Up to ${n}.` });
    }
    const prepared = h.all('prepare').slice(before);
    expect(prepared).toHaveLength(1);
    const next = asked(h);
    expect(prepared[0]?.request).toMatchObject({ memory: next.memory, messages: next.messages });
    expect(next.memory?.facts).toEqual(early.facts);
  });

  it('is not cut where the client wants it whole, and told anew with each remembering', () => {
    const h = remembering({ ...on, trim_after_summarize: false });
    talk(h, 20);
    answer(h, early);
    expect(told(h).length).toBe(40);
    expect(asked(h).memory).toEqual(early);
  });

  it('is remembered when the context of its model fills up, however few its items', () => {
    const h = remembering({ enabled: true });
    talk(h, 6);
    h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
    h.model({ type: 'text', delta: 'Yes.' });
    h.model({ type: 'finished', reason: 'stop', usage: null, contextFill: 0.6 });
    answer(h, early);
    expect(h.state.memory.trimmed).toBeGreaterThan(0);
    expect(asked(h).memory).toEqual(early);
  });

  it('is never remembered while somebody waits for an answer', () => {
    const h = remembering();
    talk(h, 2);
    h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
    talk(h, 10, 3);
    expect(h.all('remember')).toEqual([]);
    h.model({ type: 'text', delta: 'Yes.' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(h.all('remember').length).toBe(1);
    h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
    // What was made meanwhile waits too: the prompt of an answer under way is not changed.
    expect(emitted(answer(h, early), 'session.updated')).toEqual([]);
    expect(emitted(h.client({ type: 'response.cancel' }), 'session.updated').length).toBe(1);
  });

  it('keeps calls with their outputs, and what is still open', () => {
    const h = remembering();
    const call = { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' } as const;
    say(h, 'user', 'One.');
    h.client({ type: 'conversation.item.create', item: call as never });
    talk(h, 5);
    expect(h.all('remember')).toEqual([]);
    const output = { type: 'function_call_output', call_id: 'c', output: 'Two.' } as const;
    h.client({ type: 'conversation.item.create', item: output as never });
    talk(h, 3);
    const texts = h.last('remember').request.messages.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['One.', 'Question 1.']);
    expect(texts).toContain('Two.');
  });

  it('goes on unharmed when it cannot be remembered, and tries again after some turns, ever later', () => {
    const h = remembering();
    const tries: number[] = [];
    for (let n = 1; n <= 40; n += 1) {
      exchange(h, n);
      if (h.state.memory.job === null) continue;
      tries.push(n);
      expect(emitted(fail(h, 'transient'), 'error')).toEqual([]);
    }
    expect(told(h).length).toBe(80);
    expect(tries.length).toBeGreaterThan(2);
    expect(tries.length).toBeLessThan(8);
    exchange(h, 41);
    h.advance(jobLimits.deadlineMs);
    expect(h.state.memory.job).toBeNull();
  });

  it('takes less at a time when its model cannot read as much', () => {
    const h = remembering({ enabled: true, turn_interval: 30, max_transcript_items: 1_000 });
    for (let n = 0; n < 30; n += 1) {
      say(h, 'user', `${n} ${'word '.repeat(200)}`);
      say(h, 'assistant', 'Yes.');
    }
    const sizes: number[] = [];
    while (h.state.memory.job !== null && sizes.length < 20) {
      sizes.push(h.last('remember').request.messages.length);
      fail(h, 'context_length_exceeded');
      h.audio(20);
      h.dispatch({ type: 'timer', key: 'idle' });
    }
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.at(-1)).toBeLessThan(sizes[0]!);
  });

  it('begins with what a client gives, and forgets all for null', () => {
    const state = { facts: ['Her name is Ada.'], summary: 'Tea.', version: 7, total_turns: 90 };
    const h = new Harness({ parley: { memory: { ...on, state } } });
    expect(asked(h).memory).toEqual({ summary: 'Tea.', facts: state.facts });
    expect(withMemory(h.state).parley?.memory?.state).toMatchObject({ version: 7, total_turns: 90 });
    expect(h.state.session.parley?.memory).not.toHaveProperty('state');
    const update = (memory: object) =>
      h.client({ type: 'session.update', session: { type: 'realtime', parley: { memory } } });
    update({ state: { context_text: 'Only words.' } });
    expect(asked(h).memory).toEqual({ summary: 'Only words.', facts: [] });
    talk(h, 10);
    answer(h, early);
    expect(h.state.memory.trimmed).toBeGreaterThan(0);
    update({ state: withMemory(h.state).parley!.memory!.state! });
    expect(h.state.memory.version).toBe(8);
    expect(h.state.memory.known).toEqual(early);
    update({ state: null });
    expect(asked(h)).toMatchObject({ memory: null });
    expect(told(h).length).toBe(20);
  });

  it('forgets what is being remembered when the client takes an item of it away', () => {
    const h = remembering();
    say(h, 'user', 'A secret.', 'secret');
    talk(h, 5);
    h.client({ type: 'conversation.item.delete', item_id: 'secret' });
    answer(h, { summary: 'A secret.', facts: [] });
    expect(contextText(h.state.memory.known)).toBe('');
    expect(h.last('remember').request.messages.map(({ text }) => text)).not.toContain('A secret.');
  });

  it('is told to no response with a context of its own', () => {
    const h = new Harness({ parley: { memory: { ...on, state: early } } });
    h.client({ type: 'response.create', response: { conversation: 'none', input: [] } });
    expect(h.last('generate').request.memory).toBeNull();
  });
});

/** A conversation of turns with and without calls, whose rememberings come, fail and are late. */
const step = fc.constantFrom('turn', 'turn', 'turn', 'call', 'system', 'made', 'made', 'failed', 'deleted');

test('whatever is remembered when, each item is told or remembered, no pair is parted, and the context fits', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 150 }),
      fc.record({
        turn_interval: fc.integer({ min: 1, max: 12 }),
        max_transcript_items: fc.integer({ min: 4, max: 30 }),
      }),
      (steps, settings) => {
        const h = remembering({ enabled: true, ...settings });
        const made = (): void => {
          const { request } = h.last('remember');
          const words = request.messages.map(({ text }) => text).join(' ');
          answer(h, { summary: `${request.memory.summary} ${words}`, facts: [] });
        };
        let n = 0;
        for (const kind of steps) {
          n += 1;
          if (kind === 'turn') exchange(h, n);
          if (kind === 'system') say(h, 'system', `Rule ${n}.`);
          if (kind === 'call') {
            say(h, 'user', `Question ${n}.`);
            const call = { type: 'function_call', call_id: `c${n}`, name: 'f', arguments: '{}' };
            const output = { type: 'function_call_output', call_id: `c${n}`, output: `Output ${n}.` };
            h.client({ type: 'conversation.item.create', item: call as never });
            h.client({ type: 'conversation.item.create', item: output as never });
          }
          if (kind === 'made' && h.state.memory.job !== null) made();
          if (kind === 'failed' && h.state.memory.job !== null) fail(h, 'transient');
          if (kind === 'deleted') {
            const [entry] = h.state.conversation.entries.filter(({ memory }) => memory === 'fresh');
            if (entry?.item.type === 'message')
              h.client({ type: 'conversation.item.delete', item_id: entry.item.id });
          }
          const { known, shown } = h.state.memory;
          for (const { item, memory } of h.state.conversation.entries) {
            if (item.type === 'function_call' || memory === 'fresh') continue;
            const text = item.type === 'function_call_output' ? item.output : wordsOf(item);
            expect(known.summary).toContain(text);
            expect(shown.summary).toContain(memory === 'trimmed' ? text : '');
          }
          pairedCalls(
            contextOf(h.state.conversation.entries, Infinity, (entry) => entry.memory !== 'trimmed'),
          );
        }
        for (let rounds = 0; rounds < 40; rounds += 1) {
          exchange(h, n + rounds);
          while (h.state.memory.job !== null) made();
        }
        const items = h.state.conversation.entries.filter(
          ({ memory, item }) => memory !== 'trimmed' && (item.type !== 'message' || item.role !== 'system'),
        );
        expect(items.length).toBeLessThanOrEqual(settings.max_transcript_items + 2);
      },
    ),
    { numRuns: 200 },
  );
});

const wordsOf = (item: Harness['state']['conversation']['entries'][number]['item']): string =>
  item.type === 'message' && item.content[0] !== undefined && 'text' in item.content[0]
    ? item.content[0].text
    : '';

test('whatever else happens in whatever order, memory breaks no invariant and comes to rest', () => {
  const { runs, seed } = randomRuns(600, 20_261_129);
  const seen = { made: 0, trimmed: 0 };
  fc.assert(
    fc.property(
      actions(),
      fc.array(fc.nat({ max: 5 }), { minLength: 60, maxLength: 60 }),
      (list, choices) => {
        const world = new World(stockBehaviour);
        const { h } = world;
        const memory = { enabled: true, turn_interval: 1, max_transcript_items: 4 };
        h.client({ type: 'session.update', session: { type: 'realtime', parley: { memory } } });
        for (const [index, action] of list.entries()) {
          world.run(action);
          always(world);
          const choice = choices[index % choices.length];
          if (h.state.memory.job !== null && choice === 0) fail(h, 'transient');
          if (h.state.memory.job !== null && choice! > 2) answer(h, early);
          always(world);
          pairedCalls(
            contextOf(h.state.conversation.entries, Infinity, (entry) => entry.memory !== 'trimmed'),
          );
        }
        seen.made += h.state.memory.version;
        seen.trimmed += h.state.memory.trimmed;
        if (list.length % 2 === 0) world.finish();
        h.advance(30 * 60_000);
        always(world);
        atRest(world);
        expect(h.state.memory.job).toBeNull();
      },
    ),
    { numRuns: runs, seed, endOnFailure: false },
  );
  expect(seen.made).toBeGreaterThan(runs / 20);
  expect(seen.trimmed).toBeGreaterThan(runs / 20);
}, 600_000);

test('a session that remembers nothing is told nothing of memory', () => {
  expect(JSON.stringify(withMemory({ ...new Harness().state, session: testSession() }))).not.toContain(
    'memory',
  );
});
