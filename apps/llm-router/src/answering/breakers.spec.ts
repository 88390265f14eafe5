import { EngineError } from '@parley/engines-kit';
import { Breakers, maxCircuits } from './breakers';

const provider = {
  id: 'p',
  hosted: true,
  capabilities: { tools: true, images: false, systemAnywhere: true, guidance: 'full' as const },
  models: () => [],
  generate: () => {
    throw new Error('not asked');
  },
};
const model = (name: string) => ({
  id: { provider: 'p', model: name },
  name: `p/${name}`,
  provider,
  entry: undefined,
});
const gone = new EngineError('model_gone', 'no_such_model', 'gone');

it('keeps the circuits that changed last, however many names clients think of', () => {
  const breakers = new Breakers(() => 0);
  for (let number = 0; number < maxCircuits; number += 1)
    breakers.failed(model(`thought-of-${number}`), gone);
  breakers.failed(model('real'), gone);
  expect(breakers.admits(model('real'))).toBe(false);
  expect(breakers.admits(model('thought-of-1'))).toBe(false);
  expect(breakers.admits(model('thought-of-0'))).toBe(true);
  expect(breakers.open()).toHaveLength(maxCircuits);
});
