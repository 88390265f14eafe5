import { choicesOf, matching } from './choices';

const model = (id: string, available: boolean, more: object = {}) => ({
  ...{ id, available, input_modalities: ['text'], tools: false, reasoning: false },
  ...more,
});

const choices = choicesOf(
  { routers: [{ name: 'house', displayName: 'The house', routes: [{}] }, { name: 'night' }] },
  {
    data: [
      model('other/big', false, { context_length: 200_000, retires_on: '2030-01-31' }),
      model('openai/gpt-4.1', true, {
        ...{ tools: true, input_modalities: ['text', 'image'], pricing: { input: 2, output: 8 } },
      }),
      model('local/small', true),
    ],
  },
);

describe('what a conversation can be had with', () => {
  it('has routers first, then models that can be had, then the catalogue', () => {
    expect(choices.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'router parley/house',
      'router parley/night',
      'model openai/gpt-4.1',
      'model local/small',
      'catalogue other/big',
    ]);
    expect(choices.map(({ about }) => about)).toEqual([
      'The house · 1 conditional routes',
      '0 conditional routes',
      '$2 / $8 per million · image · tools',
      '',
      '200k context · until 2030-01-31 · its provider is not configured',
    ]);
  });

  it.each([
    ['', 5],
    ['OPENAI', 1],
    ['image tools', 1],
    ['parley conditional', 2],
    ['not configured', 1],
    ['nobody', 0],
  ])('is found by its words: %j', (query, found) => {
    expect(matching(choices, query)).toHaveLength(found);
  });
});
