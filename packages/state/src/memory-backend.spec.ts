import { MemoryBackend } from './memory-backend';

const session = { id: 'sess_1', owner: 'a', keyId: 'key', config: '{}' };

it('ends a lease that is not renewed, and a session that nobody keeps', async () => {
  let nowMs = 0;
  const backend = new MemoryBackend({ leaseMs: 100, retainMs: 1000 }, () => nowMs);
  const fence = await backend.create(session);
  const holder = { sessionId: 'sess_1', owner: 'a', fence: Number(fence) };
  nowMs = 90;
  expect(await backend.renew(holder, 0)).toBe('ok');
  nowMs = 180;
  expect(await backend.claim('sess_1', 'b')).toBe('owned');
  nowMs = 190;
  expect(await backend.claim('sess_1', 'b')).toEqual({ fence: 2, seq: 0 });
  expect(await backend.renew(holder, 0)).toBe('fenced');
  nowMs = 1190;
  expect(await backend.load('sess_1')).toBeUndefined();
});
