import { v1 } from '@parley/contracts';
import * as fc from 'fast-check';
import { createRegistry } from '@parley/telemetry';
import { AnswerMetrics } from '../answering/answer-metrics';
import { Answers } from '../answering/answers';
import { Breakers } from '../answering/breakers';
import { hostedProviders } from '../providers/hosted/hosted';
import { ProviderRegistry } from '../providers/registry';
import { ScriptedProvider } from '../providers/scripted/provider';
import { Measures } from '../routing/measures';
import { Planner } from '../routing/planner';
import { Scores } from '../routing/scores';
import { configOf } from '../testing/config';
import { WireServer } from '../testing/wire-server';
import { wireFamilies } from '../testing/wire-families';
import { mergeMemory, type Notes } from './merge';
import { readNotes } from './notes';
import { Remember } from './remember';
import { transcriptOf } from './transcript';

const bounds = { maxFacts: 3, maxChars: 400 };
const notes = (over: Partial<Notes> = {}): Notes => ({ summary: '', facts: [], outdated: [], ...over });

describe('memory', () => {
  it('keeps facts as they are until one no longer holds, and adds what is new', () => {
    const known = { summary: 'Old.', facts: ['Her name is Ada.', 'She lives in Ulm.'] };
    const next = mergeMemory(
      known,
      notes({ summary: 'New.', facts: ['her name is ADA', 'She lives in Bonn.'], outdated: [2] }),
      bounds,
    );
    expect(next).toEqual({ summary: 'New.', facts: ['Her name is Ada.', 'She lives in Bonn.'] });
    expect(mergeMemory(known, notes(), bounds)).toEqual(known);
  });

  it('of whatever a model notes stays within its bounds, and in one line each', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            summary: fc.string({ maxLength: 900 }),
            facts: fc.array(fc.string({ maxLength: 300 }), { maxLength: 9 }),
            outdated: fc.array(fc.integer({ min: -1, max: 9 })),
          }),
        ),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 500 }),
        (all, maxFacts, maxChars) => {
          let memory = { summary: '', facts: [] as readonly string[] };
          for (const one of all) memory = mergeMemory(memory, one, { maxFacts, maxChars });
          const { summary, facts } = memory;
          expect(summary.length + facts.join('').length).toBeLessThanOrEqual(maxChars);
          expect(facts.length).toBeLessThanOrEqual(maxFacts);
          expect([summary, ...facts].join('')).not.toMatch(/\n/);
        },
      ),
    );
  });

  it('reads what a model noted, in whichever form', () => {
    const json = '{"facts":["A."],"summary":"S."}';
    const read = { facts: ['A.'], outdated: [], summary: 'S.' };
    expect(readNotes('', json)).toEqual(read);
    expect(readNotes(`Here: \`\`\`json\n${json}\n\`\`\``, undefined)).toEqual(read);
    expect(readNotes('They talked of tea.', undefined)).toEqual(notes({ summary: 'They talked of tea.' }));
    expect(readNotes('Tea.', '{"facts": 7}')).toEqual(notes({ summary: 'Tea.' }));
    expect(() => readNotes(' ', undefined)).toThrow(expect.objectContaining({ code: 'nothing_remembered' }));
  });

  it('is made of a transcript with what is known, calls and their outputs, and no message without an end', () => {
    const text = transcriptOf({ summary: 'Tea.', facts: ['Ada.', 'Ulm.'] }, [
      { role: 'user', text: 'How is\nit?', images: [] },
      { role: 'assistant', text: '', toolCalls: [{ callId: 'c', name: 'f', argumentsJson: '{"x":1}' }] },
      { role: 'tool', callId: 'c', name: 'f', text: 'z'.repeat(9_000) },
      { role: 'assistant', text: 'Fine.', toolCalls: [] },
    ]);
    expect(text).toContain('Summary so far: Tea.\n\nFacts so far:\n1. Ada.\n2. Ulm.\n\nWhat was said since:');
    expect(text).toContain('Caller: How is it?\n(The assistant used f with {"x":1})\n(f gave: zzz');
    expect(text).toContain('Assistant: Fine.');
    expect(text.length).toBeLessThan(2_500);
  });
});

describe('remembering a part of a conversation', () => {
  const server = new WireServer();
  let url: string;
  beforeAll(async () => (url = await server.start()));
  afterAll(() => server.stop());
  beforeEach(() => server.requests.splice(0));

  const remember = (env: Record<string, string> = {}) => {
    const registry = new ProviderRegistry(
      [new ScriptedProvider({ firstTokenMs: 0, tokenMs: 0 }), ...hostedProviders(configOf(env))],
      { PARLEY_LLM_MODEL: 'test/scripted', PARLEY_MODEL_ALIASES: '' },
    );
    const measures = new Measures();
    const breakers = new Breakers();
    const deadlines = { firstTokenMs: 1, fallbackMs: 1, betweenTokensMs: 1, totalMs: 1, hedgeMs: 0 };
    const metrics = new AnswerMetrics(createRegistry('test'), breakers);
    return new Remember({
      planner: new Planner({
        registry,
        measures,
        routers: { find: () => undefined, names: () => [] },
        scores: new Scores(),
      }),
      answers: new Answers({ deadlines, breakers, measures, metrics }),
      sessionId: 's',
      cacheKey: 'c',
    });
  };

  const request = (over: Partial<v1.RememberRequest.$Properties> = {}): v1.RememberRequest.$Properties => ({
    memory: { summary: 'Tea.', facts: ['Her name is Ada.'] },
    messages: [{ role: v1.ChatMessage.Role.USER, text: 'I moved to Bonn.' }],
    maxFacts: 5,
    maxLength: 1_000,
    ...over,
  });

  it('calls for notes, and gives them back with what was known', async () => {
    const template = '[[tool: remember {"facts":["She lives in Bonn."],"summary":"Tea, and a move."}]]';
    expect(await remember().run(request({ template }))).toEqual({
      remembered: {
        memory: { summary: 'Tea, and a move.', facts: ['Her name is Ada.', 'She lives in Bonn.'] },
        usage: expect.objectContaining({ outputTokens: 0 }) as unknown,
        model: 'test/scripted',
        attempts: [expect.objectContaining({ model: 'scripted', status: 'ok' })],
      },
    });
  });

  it.each([
    ['[[fail: quota]]', 'quota', 'scripted'],
    ['[[reply: ]]', 'unknown', 'nothing_remembered'],
  ])('that fails says why: %s', async (template, kind, code) => {
    expect(await remember().run(request({ template }))).toMatchObject({ failed: { class: kind, code } });
  });

  it('of more than a model can read is refused before it is asked', async () => {
    const text = 'word '.repeat(20_000);
    const messages = Array.from({ length: 60 }, () => ({ role: v1.ChatMessage.Role.USER, text }));
    const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` };
    const reply = await remember(env).run(request({ messages, model: 'openai/gpt-4' }));
    expect(reply).toMatchObject({ failed: { code: 'context_length_exceeded' } });
    expect(server.requests).toEqual([]);
  });

  it('is nobody’s business once the session is over', async () => {
    const one = remember();
    const reply = one.run(request({ template: '[[hang]]' }));
    one.cancel();
    const attempts = [{ status: 'abandoned', usage: { estimated: true } }];
    expect(await reply).toMatchObject({ failed: { code: 'cancelled', attempts } });
  });

  it.each(wireFamilies)('through $name', async (family) => {
    server.respond = (response) => {
      family.begin(response);
      family.word(response, '{"facts":["She lives in Bonn."],"summary":"A move."}');
      family.end(response);
    };
    const reply = await remember(family.env(url)).run(request({ model: family.model }));
    expect(reply.remembered?.memory).toEqual({
      summary: 'A move.',
      facts: ['Her name is Ada.', 'She lives in Bonn.'],
    });
    expect(reply.remembered?.usage?.inputTokens).toBeGreaterThan(0);
    const body = JSON.stringify(server.requests[0]?.body);
    expect(body).toContain('I moved to Bonn.');
    expect(body).toContain('remember');
  });
});
