import { Stack } from '@parley/testing';
import { visitPlayground } from './support/playground';

describe('the playground', () => {
  let stack: Stack;
  let origin: string;

  beforeAll(async () => {
    // Their models are listed, and none is asked.
    const env = { OPENAI_API_KEY: 'any', MISTRAL_API_KEY: 'any' };
    stack = await Stack.start({ engines: 'stand-in', env });
    origin = `http://127.0.0.1:${stack.port}`;
  });
  afterAll(() => stack?.stop());

  it('is one page with all that it loads', async () => {
    const page = await (await fetch(`${origin}/playground`)).text();
    const loaded = [...page.matchAll(/(?:src|href)="(\/playground\/[^"]+)"/g)].map(([, file]) => file);
    expect(loaded).toEqual(['/playground/style.css', '/playground/main.js']);
    for (const file of [...loaded, '/playground/worklets.js'])
      expect((await fetch(`${origin}${file}`)).status).toBe(200);
  });

  it('lists routers, models and the catalogue, and talks', async () => {
    const route = (id: string) => ({
      route_id: id,
      variants: [{ variant: { variant_id: 'only', model_id: 'test/scripted' }, weight: 1 }],
    });
    const made = await fetch(`${origin}/router/v1/routers`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'page',
        routes: [{ condition: { cel_expression: 'turn.words > 40' }, route: route('long') }],
        defaultRoute: route('all'),
      }),
    });
    expect(made.status).toBe(201);
    const { choices, shown, audioBytes, closed, found } = await visitPlayground(
      origin,
      'parley/page',
      'Hello there',
    );
    const kinds = choices.map(({ kind }) => kind);
    expect(choices).toContainEqual({ id: 'parley/page', kind: 'router', about: '1 conditional routes' });
    expect(kinds.filter((kind) => kind === 'model').length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => kind === 'catalogue').length).toBeGreaterThan(300);
    expect(found).toBeGreaterThan(0);
    expect(shown.lines).toMatchObject([
      { who: 'user', text: 'Hello there' },
      { who: 'assistant', text: 'You said: Hello there.' },
    ]);
    expect(shown.facts).toMatchObject({
      answer: 'completed',
      router: 'page / all / only',
      asked: expect.stringMatching(/ ok$/) as string,
      'stages, ms': expect.stringContaining('first token') as string,
    });
    expect([audioBytes > 0, closed]).toEqual([true, 1000]);
  });
});
