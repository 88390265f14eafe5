import { randomBytes } from 'node:crypto';

const isSet = (value) => (value?.trim() ?? '') !== '';

/**
 * The key that the self-check speaks with, `undefined` where any will do, and what a person is told of keys. Where only
 * stored keys or tokens are taken, it is a key of this run's own, which the services are given with `env`.
 */
export function keysOf(env) {
  const [configured] = (env.PARLEY_API_KEYS ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter(isSet);
  if (configured !== undefined)
    return { key: configured, env: {}, hint: 'with one of the keys of PARLEY_API_KEYS' };
  const stored = isOn(env.PARLEY_REQUIRE_KEYS);
  if (!stored && !isSet(env.PARLEY_JWT_SECRET) && !isSet(env.PARLEY_JWT_JWKS))
    return { key: undefined, env: {}, hint: 'on this machine only, with any key' };
  const key = randomBytes(32).toString('base64url');
  return { key, env: { PARLEY_API_KEYS: key }, hint: 'with a key of npm run keys -- create, or a token' };
}

const isOn = (value) => ['1', 'true', 'yes', 'on'].includes(value?.trim().toLowerCase() ?? '');
