import * as fc from 'fast-check';
import { base64Bytes, decodeBase64 } from './base64';

const strict = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

it('accepts exactly padded standard base64', () => {
  const near = fc.string({ unit: fc.constantFrom(...'AaZz09+/=-_ \n"\\é'.split('')), maxLength: 12 });
  fc.assert(
    fc.property(near, (text) => {
      expect(decodeBase64(text) !== undefined).toBe(strict.test(text));
    }),
    { numRuns: 5000 },
  );
});

it('round-trips bytes and tells their number', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(decodeBase64(text)).toEqual(Buffer.from(bytes));
      expect(base64Bytes(text)).toBe(bytes.length);
    }),
  );
});
