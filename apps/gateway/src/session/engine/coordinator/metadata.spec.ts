import { extrasLimits } from '../../extras';
import { emitted, Harness } from '../testing/harness';

const half = extrasLimits.metadataChars / 2;
const pairs = (name: string, chars: number) => ({ [name]: 'x'.repeat(chars - name.length - 7) });

const update = (h: Harness, session: object) =>
  h.dispatch({
    type: 'client',
    event: { type: 'session.update', session: { type: 'realtime' }, event_id: 'mine' },
    extras: { session },
  });
const refused = (effects: ReturnType<typeof update>) =>
  emitted(effects, 'error').map(({ error }) => [error.code, error.param, error.event_id]);

describe('metadata of a session', () => {
  it('adds up to no more than the model’s router takes, and stays as it was where it would', () => {
    const h = new Harness();
    expect(refused(update(h, { metadata: pairs('a', half) }))).toEqual([]);
    expect(refused(update(h, { metadata: pairs('b', half + 2) }))).toEqual([
      ['invalid_value', 'session.metadata', 'mine'],
    ]);
    expect(Object.keys(h.state.extras.metadata ?? {})).toEqual(['a']);
    expect(refused(update(h, { metadata: pairs('b', half + 1) }))).toEqual([]);
    expect(JSON.stringify(h.state.extras.metadata)).toHaveLength(extrasLimits.metadataChars);
  });

  it('and of a response are no more together', () => {
    const h = new Harness();
    update(h, { metadata: pairs('a', extrasLimits.metadataChars - 50) });
    const ask = (metadata: Record<string, string>) =>
      h.client({ type: 'response.create', response: { metadata }, event_id: 'mine' });
    expect(refused(ask(pairs('b', 52)))).toEqual([['invalid_value', 'response.metadata', 'mine']]);
    expect(h.state.live).toEqual([]);
    expect(refused(ask(pairs('b', 51)))).toEqual([]);
    expect(JSON.stringify(h.last('generate').request.metadata)).toHaveLength(extrasLimits.metadataChars);
  });
});

it('what a client says in its own dialect adds up to a bound', () => {
  const h = new Harness();
  const said = (name: string) => ({ said: { kept: pairs(name, extrasLimits.saidChars / 2 - 20) } });
  expect(refused(update(h, said('a')))).toEqual([]);
  expect(refused(update(h, said('a')))).toEqual([]);
  expect(refused(update(h, said('b')))).toEqual([]);
  expect(refused(update(h, said('c')))).toEqual([['invalid_value', 'session', 'mine']]);
});
