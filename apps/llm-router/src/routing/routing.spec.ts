import * as fc from 'fast-check';
import { parseRequest } from '../chat/parse-request';
import { catalogue } from '../catalogue/catalogue';
import { conditionProblem, holds } from './conditions';
import { decide } from './decide';
import { routingFacts } from './facts';
import { Measures } from './measures';
import { routerSchema, toResource, type Router } from './router';
import { sortModels, type ModelFacts } from './sort';
import { variantAt } from './variants';
import { v1 } from '@parley/contracts';

const { USER, ASSISTANT } = v1.ChatMessage.Role;

const router = (value: object): Router => routerSchema.parse(value);

const facts = routingFacts(
  parseRequest({
    messages: [
      { role: USER, text: 'Hello.' },
      { role: ASSISTANT, text: 'Hi.' },
      { role: USER, text: 'one two three four' },
    ],
    user: 'ann',
    metadataJson: '{"plan":"pro","seats":41,"tags":["a","b"],"nested":{"x":true}}',
    language: 'de',
    perception: {
      emotion: [
        { label: 'calm', confidence: 0.1 },
        { label: 'frustrated', confidence: 0.8 },
      ],
      age: [{ label: 'old', confidence: 0.3 }],
      accent: [{ label: 'unknown', confidence: 0 }],
      sure: ['emotion'],
    },
  }),
);

describe('conditions', () => {
  it.each([
    ['persona.emotion == "frustrated"', true],
    ['persona.age == "old"', true],
    ['persona.confidence.emotion > 0.7 && persona.confidence.age < 0.5', true],
    ['persona.confidence.pitch > 0.0', false],
    ['persona.sure.emotion && !persona.sure.age', true],
    ['!persona.sure.pitch', false],
    ['persona.accent == "unknown"', false],
    ['turn.words > 3 && turn.words == 4 && turn.number == 2', true],
    ['turn.text.contains("three")', true],
    ['metadata.plan == "pro" && metadata.seats >= 41', true],
    ['metadata.seats == 41', true],
    ['"b" in metadata.tags && metadata.nested.x', true],
    ['user == "ann" && language.startsWith("d")', true],
    ['metadata.nothing == "x"', false],
    ['has(metadata.nothing) || has(metadata.plan)', true],
    ['metadata.tags.exists(tag, tag == "a")', true],
    ['metadata.plan', false],
  ])('%s is %s', (expression, expected) => {
    expect(conditionProblem(expression)).toBeUndefined();
    expect(holds(expression, facts)).toBe(expected);
  });

  it.each([
    ['turn.words >', 'not a valid CEL expression'],
    ['nobody == 1', 'not a valid CEL expression'],
    ['user + "x"', 'true or false'],
    ['user == 1', 'not a valid CEL expression'],
    [`${'true && '.repeat(600)}true`, 'not a valid CEL expression'],
  ])('refuses %s', (expression, problem) => {
    expect(conditionProblem(expression)).toContain(problem);
  });
});

const resource = {
  name: 'support',
  displayName: 'Support',
  routes: [
    {
      route: {
        route_id: 'upset',
        variants: [
          {
            variant: {
              variant_id: 'strong',
              model_id: 'openai/gpt-4.1',
              text_generation_config: { maxNewTokens: 99 },
            },
            weight: 1,
          },
        ],
      },
      condition: { cel_expression: 'persona.emotion == "frustrated"' },
    },
  ],
  defaultRoute: {
    route_id: 'all',
    variants: [
      { variant: { variant_id: 'a', model_id: 'groq/openai/gpt-oss-20b' }, weight: 90 },
      { variant: { variant_id: 'b', model_selection: { models: ['x/y'], sort: ['price'] } }, weight: 10 },
    ],
  },
};

describe('a router', () => {
  it('is read in either case and written back as Inworld writes it', () => {
    const parsed = router(resource);
    expect(routerSchema.parse(toResource(parsed))).toEqual(parsed);
    expect(parsed.routes[0]?.route.variants[0]?.variant.text_generation_config).toEqual({
      max_new_tokens: 99,
    });
    expect(parsed.default_route?.variants[1]?.variant.model_selection?.sort).toEqual([{ metric: 'price' }]);
    expect(toResource(parsed)).toMatchObject({ displayName: 'Support', defaultRoute: { route_id: 'all' } });
  });

  it.each([
    [{ ...resource, name: 'no/slash no' }, ['name']],
    [{ name: 'x' }, ['routes']],
    [{ ...resource, surprise: 1 }, []],
    [
      { name: 'x', defaultRoute: { route_id: 'r', variants: [{ variant: { variant_id: 'v' } }] } },
      ['default_route', 'variants', 0, 'variant'],
    ],
    [
      {
        name: 'x',
        defaultRoute: { route_id: 'r', variants: [{ variant_id: 'v', model_id: 'm', web_search: {} }] },
      },
      ['default_route', 'variants', 0, 'variant'],
    ],
    [
      { ...resource, routes: [{ ...resource.routes[0], condition: { cel_expression: 'user ==' } }] },
      ['routes', 0, 'condition', 'cel_expression'],
    ],
  ])('that is wrong is refused at the field, %#', (value, path) => {
    expect(routerSchema.safeParse(value).error?.issues[0]?.path).toEqual(path);
  });

  it('takes the first route that is right, then the default one', () => {
    expect(decide(router(resource), facts, 's')?.route.route_id).toBe('upset');
    expect(decide(router(resource), { ...facts, persona: {} }, 's')?.route.route_id).toBe('all');
    const { defaultRoute: _, ...conditional } = resource;
    expect(decide(router(conditional), { ...facts, persona: {} }, 's')).toBeUndefined();
  });

  it.each([
    'turn.text.matches("(a+)+$")',
    'metadata.l.all(a, metadata.l.all(b, metadata.l.all(c, metadata.l.all(d, d != 0))))',
  ])('takes the default route where a condition comes to no end: %s', (cel_expression) => {
    const endless = router({
      ...resource,
      routes: [{ ...resource.routes[0], condition: { cel_expression } }],
    });
    const metadata = { l: Array.from({ length: 2_000 }, () => 1) };
    const turn = { ...facts.turn, text: `${'a'.repeat(60)}!` };
    const onLate = jest.fn();
    expect(decide(endless, { ...facts, metadata, turn }, 's', onLate)?.route.route_id).toBe('all');
    expect(onLate).toHaveBeenCalledTimes(1);
    expect(decide(router(resource), facts, 's', onLate)?.route.route_id).toBe('upset');
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('gives a user the same variant always, and users by their weights', () => {
    const { default_route } = router(resource);
    const of = (user: string) =>
      decide(router(resource), { ...facts, persona: {}, user }, 'seed')?.variant.variant_id;
    const users = Array.from({ length: 2_000 }, (_, index) => `user-${index}`);
    const share = users.filter((user) => of(user) === 'b').length / users.length;
    expect(users.map(of)).toEqual(users.map(of));
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
    expect(variantAt(default_route!, 0.95).variant_id).toBe('b');
  });

  it('never takes a variant of weight 0, and only moves users to what grew', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 });
    const route = (list: readonly number[]) =>
      router({
        name: 'r',
        defaultRoute: {
          route_id: 'r',
          variants: list.map((weight, index) => ({ variant_id: `v${index}`, model_id: 'm', weight })),
        },
      }).default_route!;
    const point = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        weights.filter((list) => list.some((weight) => weight > 0)),
        point,
        (list, at) => {
          const { variant_id } = variantAt(route(list), at);
          expect(list[Number(variant_id.slice(1))]).toBeGreaterThan(0);
          const grown = variantAt(route(list.with(-1, list.at(-1)! + 7)), at).variant_id;
          expect(
            [`v${list.length - 1}`, variant_id].includes(grown) ||
              Number(grown.slice(1)) > Number(variant_id.slice(1)),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('sorting', () => {
  const model = (name: string, over: Partial<ModelFacts> = {}): ModelFacts => ({
    name,
    price: catalogue().get(name)?.price ?? null,
    measured: { firstTokenMs: undefined, tokensPerSecond: undefined },
    scores: {},
    ...over,
  });
  const names = (models: readonly ModelFacts[]) => models.map(({ name }) => name);

  it('takes cheap ones first, and those of unknown price last, whatever the direction', () => {
    const models = [
      model('dear', { price: { input: 5, cachedInput: 1, output: 20 } }),
      model('unknown'),
      model('cheap', { price: { input: 1, cachedInput: 1, output: 2 } }),
    ];
    expect(names(sortModels(models, [{ metric: 'price' }]))).toEqual(['cheap', 'dear', 'unknown']);
    const falling = sortModels(models, [{ metric: 'price', direction: 'desc' }]);
    expect(names(falling)).toEqual(['dear', 'cheap', 'unknown']);
  });

  it('asks the next metric where the first makes no difference worth the name', () => {
    const measured = (firstTokenMs: number) => ({ measured: { firstTokenMs, tokensPerSecond: undefined } });
    const models = [
      model('a', { ...measured(210), scores: { coding: 1 } }),
      model('b', { ...measured(190), scores: { coding: 2 } }),
      model('c', measured(900)),
    ];
    expect(names(sortModels(models, [{ metric: 'latency' }, { metric: 'coding' }]))).toEqual(['b', 'a', 'c']);
  });

  it('tries what was never measured before what is known to be slow', () => {
    let nowMs = 0;
    const measures = new Measures(() => nowMs);
    for (const ms of [700, 900, 5_000]) measures.record('slow', ms, 20, 1_000);
    expect(measures.of('slow')).toEqual({ firstTokenMs: 900, tokensPerSecond: 19 });
    const models = ['slow', 'new'].map((name) => model(name, { measured: measures.of(name) }));
    expect(names(sortModels(models, [{ metric: 'latency' }]))).toEqual(['new', 'slow']);
    nowMs = 600_000;
    expect(measures.of('slow').firstTokenMs).toBeUndefined();
  });

  it('is an order: the same for every order it is given', () => {
    const price = fc.option(fc.record({ input: fc.nat(9), cachedInput: fc.constant(0), output: fc.nat(9) }));
    const one = fc.record({
      price,
      measured: fc.record({
        firstTokenMs: fc.option(fc.nat(2_000), { nil: undefined }),
        tokensPerSecond: fc.constant(undefined),
      }),
      scores: fc.record({ math: fc.option(fc.nat(3), { nil: undefined }) }),
    });
    const sort = [{ metric: 'latency' }, { metric: 'math' }, { metric: 'price' }] as const;
    fc.assert(
      fc.property(fc.array(one), fc.nat(), (list, turn) => {
        const models = list.map((facts, index) => model(`m${index}`, facts));
        const turned = [
          ...models.slice(turn % (models.length + 1)),
          ...models.slice(0, turn % (models.length + 1)),
        ];
        const values = (sorted: readonly ModelFacts[]) =>
          sorted.map(({ measured, price: of, scores }) => [
            Math.round((measured.firstTokenMs ?? 400) / 50),
            scores.math,
            of === null ? null : (of.input * 3 + of.output) / 4,
          ]);
        expect(values(sortModels(turned, [...sort]))).toEqual(values(sortModels(models, [...sort])));
      }),
    );
  });
});
