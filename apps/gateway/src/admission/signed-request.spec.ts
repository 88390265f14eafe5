import * as fc from 'fast-check';
import { isSignedBy, parseSigned, signatureOf } from './signed-request';

const nowMs = Date.UTC(2026, 10, 27, 12, 30, 45);
const datetime = '20261127123045';
const method = 'ai.inworld.engine.WorldEngine/GenerateToken';

const header = (secret: string, host = 'api-engine.inworld.ai', at = datetime, nonce = 'abc123') =>
  `IW1-HMAC-SHA256 ApiKey=key,DateTime=${at},Nonce=${nonce},` +
  `Signature=${signatureOf(secret, [at, host, method, nonce]).toString('hex')}`;

const isSigned = (text: string, host = 'localhost:8080', secret = 'secret', at = nowMs): boolean => {
  const request = parseSigned(text);
  return request !== undefined && isSignedBy(request, secret, host, at);
};

it('takes what Inworld’s clients sign, for its host or ours', () => {
  expect(parseSigned(header('secret'))).toEqual({
    key: 'key',
    datetime,
    nonce: 'abc123',
    signature: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(isSigned(header('secret'))).toBe(true);
  expect(isSigned(header('secret', 'localhost'))).toBe(true);
  expect(isSigned(header('secret', 'localhost'), 'localhost')).toBe(true);
});

it('refuses another secret, host, time or nonce', () => {
  expect(isSigned(header('other'))).toBe(false);
  expect(isSigned(header('secret', 'elsewhere'))).toBe(false);
  expect(isSigned(header('secret'), 'localhost', 'secret', nowMs + 6 * 60_000)).toBe(false);
  expect(isSigned(header('secret'), 'localhost', 'secret', nowMs - 6 * 60_000)).toBe(false);
  expect(isSigned(header('secret').replace('Nonce=abc123', 'Nonce=abc124'))).toBe(false);
});

it('never throws, and takes nothing that was not signed', () => {
  fc.assert(fc.property(fc.string(), (text) => !isSigned(`IW1-HMAC-SHA256 ${text}`)));
  const part = fc.stringMatching(/^[\w=-]{0,70}$/);
  fc.assert(
    fc.property(
      part,
      part,
      part,
      part,
      (key, at, nonce, signature) =>
        !isSigned(`IW1-HMAC-SHA256 ApiKey=${key},DateTime=${at},Nonce=${nonce},Signature=${signature}`),
    ),
  );
});
