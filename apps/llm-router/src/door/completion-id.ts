import { randomFillSync } from 'node:crypto';

/** 144 bits. */
const idBytes = 18;

const pool = Buffer.alloc(idBytes * 128);
let at = pool.length;

/** Of one completion, and of no other anywhere. A UUID is put together of sixteen texts, which take longer to find. */
export function newCompletionId(): string {
  if (at === pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  at += idBytes;
  return `chatcmpl-${pool.toString('base64url', at - idBytes, at)}`;
}
