import { createRegistry } from '@parley/telemetry';
import * as fc from 'fast-check';
import { hostedProviders } from '../providers/hosted/hosted';
import { ProviderRegistry } from '../providers/registry';
import { chatRequest } from '../testing/collect';
import { configOf } from '../testing/config';
import { FaultyServer, faults, words, type WireFault } from '../testing/faulty-server';
import { wireFamilies, type WireFamily } from '../testing/wire-families';
import { Answer, type AnswerEnd } from './answer';
import { AnswerMetrics } from './answer-metrics';
import { Breakers } from './breakers';
import type { AttemptFacts } from './facts';
import type { Candidate } from './plan';

const whole = words.join('');

/** One answer over real servers and the real adapters of their families. */
async function answerOver(servers: readonly FaultyServer[]) {
  const candidates: Candidate[] = [];
  for (const { server, url } of await Promise.all(
    servers.map(async (server) => ({ server, url: await server.start() })),
  )) {
    const { model } = server.family;
    const registry = new ProviderRegistry(hostedProviders(configOf(server.family.env(url))), {
      PARLEY_LLM_MODEL: model,
      PARLEY_MODEL_ALIASES: '',
    });
    const resolved = registry.resolve(model);
    candidates.push({ model: resolved, request: () => chatRequest({ model: resolved.id.model }) });
  }
  const told = { text: '', ends: [] as AnswerEnd[], afterEnd: 0 };
  let attempts: readonly AttemptFacts[] = [];
  const breakers = new Breakers();
  // Short only where a server hangs: elsewhere a busy machine would be taken for one.
  const patienceMs = servers.some(({ fault }) => fault.startsWith('hang')) ? 1_000 : 10_000;
  const answer = new Answer({
    plan: { candidates },
    deadlines: {
      firstTokenMs: patienceMs,
      fallbackMs: patienceMs,
      betweenTokensMs: patienceMs,
      totalMs: 30_000,
      hedgeMs: 0,
    },
    breakers,
    measures: { record: () => undefined },
    metrics: new AnswerMetrics(createRegistry('test'), breakers),
    listener: {
      began: () => undefined,
      told: (event) => {
        if (told.ends.length > 0) told.afterEnd += 1;
        if (event.type === 'text') told.text += event.text;
      },
      ended: (end, facts) => {
        told.ends.push(end);
        attempts = facts;
      },
    },
  });
  await answer.run();
  await Promise.all(servers.map((server) => server.stop()));
  return { ...told, statuses: attempts.map(({ status }) => status) };
}

const outcomes: Readonly<Record<Exclude<WireFault, 'none'>, string>> = {
  refused: 'transient',
  'status 401': 'credential',
  'status 429': 'rate_limit',
  'status 500': 'transient',
  'hang before the first word': 'transient',
  'hang in mid-answer': 'transient',
  'cut in mid-answer': 'transient',
  malformed: 'transient',
  'a page in place of an answer': 'transient',
};

const healthy = (family: WireFamily) => new FaultyServer(family, 'none');

describe.each(wireFamilies.map((family) => [family.name, family] as const))('%s', (_, family) => {
  it('answers', async () => {
    const { text, ends } = await answerOver([healthy(family)]);
    expect({ text, ends }).toMatchObject({ text: whole, ends: [{ type: 'finished', reason: 'stop' }] });
  });

  it.each(Object.entries(outcomes))('%s is %s, and the next model goes on', async (fault, errorClass) => {
    const servers = [new FaultyServer(family, fault as WireFault), healthy(wireFamilies[0]!)];
    const { text, ends, statuses } = await answerOver(servers);
    expect({ text, ends: ends.map(({ type }) => type), statuses }).toEqual({
      text: whole,
      ends: ['finished'],
      statuses: [errorClass, 'ok'],
    });
    expect(servers.map(({ requests }) => requests.length)).toEqual([fault === 'refused' ? 0 : 1, 1]);
  });
});

it('over any sequence of faults an answer ends once and repeats nothing', async () => {
  const server = fc.record({ family: fc.nat(wireFamilies.length - 1), fault: fc.constantFrom(...faults) });
  await fc.assert(
    fc.asyncProperty(fc.array(server, { minLength: 1, maxLength: 4 }), async (sequence) => {
      const servers = sequence.map(({ family, fault }) => new FaultyServer(wireFamilies[family]!, fault));
      const { text, ends, afterEnd, statuses } = await answerOver(servers);
      expect(ends).toHaveLength(1);
      expect(afterEnd).toBe(0);
      expect(whole.startsWith(text)).toBe(true);
      const finished = ends[0]?.type === 'finished';
      expect(finished).toBe(text === whole && statuses.at(-1) === 'ok');
      // One whose provider was at fault before may be left alone for that.
      const providers = servers.map(({ family: { model } }) => model.split('/', 1)[0]);
      const mustAnswer = sequence.some(
        ({ fault }, index) => fault === 'none' && providers.indexOf(providers[index]) === index,
      );
      expect(finished || !mustAnswer).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 60_000);
