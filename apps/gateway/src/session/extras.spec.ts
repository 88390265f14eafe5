import * as fc from 'fast-check';
import { mergeExtras, noExtras } from './extras';

it('changes what is there and nothing else', () => {
  const first = mergeExtras(noExtras, {
    user: 'u',
    hearing: { prompt: 'names', threshold: 0.4 },
    metadata: { plan: 'gold' },
    said: { providerData: { stt: { prompt: 'names' }, user_id: 'u' } },
  });
  const second = mergeExtras(first, {
    hearing: { threshold: null },
    metadata: { tier: '1' },
    said: { providerData: { stt: { vad_threshold: null } } },
  });
  expect(second).toEqual({
    ...noExtras,
    user: 'u',
    hearing: { ...noExtras.hearing, prompt: 'names' },
    metadata: { plan: 'gold', tier: '1' },
    said: { providerData: { stt: { prompt: 'names', vad_threshold: null }, user_id: 'u' } },
  });
  expect(mergeExtras(second, { metadata: null }).metadata).toBeNull();
  expect(mergeExtras(second, undefined)).toBe(second);
});

it('leaves it as it was when the same is said twice', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
  fc.assert(
    fc.property(json, json, (before, said) => {
      const once = mergeExtras(mergeExtras(noExtras, { said: before }), { said });
      expect(mergeExtras(once, { said })).toEqual(once);
    }),
  );
});
