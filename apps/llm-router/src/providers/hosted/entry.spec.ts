import { bedrockTurns, claudeTurns, openRouterTurns } from './entry';

const goesOn = [
  'claude-2.1',
  'claude-instant-1.2',
  'claude-3-haiku-20240307',
  'claude-3-7-sonnet-latest',
  'claude-opus-4-0',
  'claude-opus-4-20250514',
  'claude-opus-4-1-20250805',
  'claude-haiku-4-5',
  'claude-sonnet-4-5-20250929',
];
const refuses = [
  'claude-sonnet-4-6',
  'claude-opus-4-6-20260205',
  'claude-opus-4-10',
  'claude-fable-5',
  'claude-haiku-5-5',
  'claude-mythos-preview',
];

it.each(goesOn)('%s goes on with the words that a conversation ends with', (model) => {
  expect(claudeTurns.test(model)).toBe(false);
  expect(bedrockTurns.test(`eu.anthropic.${model}-v1:0`)).toBe(false);
  expect(openRouterTurns.test(`anthropic/${model}`)).toBe(false);
});

it.each(refuses)('%s refuses a conversation that ends so', (model) => {
  expect(claudeTurns.test(model)).toBe(true);
  expect(bedrockTurns.test(`eu.anthropic.${model}`)).toBe(true);
  expect(openRouterTurns.test(`anthropic/${model}`)).toBe(true);
});

it('knows the names of OpenRouter and Bedrock', () => {
  const openRouter = (model: string) => openRouterTurns.test(model);
  expect(
    ['anthropic/claude-3.5-haiku', 'anthropic/claude-sonnet-4', 'openai/gpt-5'].filter(openRouter),
  ).toEqual([]);
  const refused = ['anthropic/claude-opus-4.6', 'google/gemini-2.5-pro', 'mistralai/mistral-large'];
  expect(refused.filter(openRouter)).toEqual(refused);
  const bedrock = (model: string) => bedrockTurns.test(model);
  expect(['anthropic.claude-v2:1', 'us.amazon.nova-lite-v1:0'].filter(bedrock)).toEqual([]);
  expect(bedrock('mistral.mistral-large-2407-v1:0')).toBe(true);
});
