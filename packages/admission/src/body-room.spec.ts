import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createRegistry } from '@parley/telemetry';
import * as fc from 'fast-check';
import { BodyRoom, type BodyLease } from './body-room';
import { BodyError, readBody } from './read-body';

const full = expect.objectContaining({ constructor: BodyError, status: 503 });

const takes = (lease: BodyLease, bytes: number): boolean => {
  try {
    lease.take(bytes);
    return true;
  } catch {
    return false;
  }
};

it('holds never more than it may, and nothing once all is over', () => {
  const step = fc.record({ lease: fc.nat(3), bytes: fc.nat(60), ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const room = new BodyRoom(100, createRegistry('test'));
      const leases = Array.from({ length: 4 }, () => room.lease());
      const held = [0, 0, 0, 0];
      for (const { lease, bytes, ends } of steps) {
        const fits = held.reduce((total, one) => total + one, 0) + bytes <= 100;
        expect(takes(leases[lease]!, bytes)).toBe(fits);
        held[lease] = fits ? held[lease]! + bytes : 0;
        if (ends) {
          leases[lease]!.end();
          held[lease] = 0;
        }
        expect(room.heldBytes).toBe(held.reduce((total, one) => total + one, 0));
      }
      for (const lease of leases) lease.end();
      expect(room.heldBytes).toBe(0);
    }),
  );
});

it('lets a body in as it comes, and turns one away that does not fit, by name', async () => {
  const registry = createRegistry('test');
  const room = new BodyRoom(20, registry);
  const send = (pieces: readonly string[]) => {
    const request = new IncomingMessage(new Socket());
    const lease = room.lease();
    const read = readBody(request, 100, lease);
    for (const piece of pieces) request.push(piece);
    request.push(null);
    return { read, lease };
  };
  const first = send(['0123456789', '012345']);
  expect(await first.read).toHaveLength(16);
  await expect(send(['0123456789']).read).rejects.toEqual(full);
  expect(room.heldBytes).toBe(16);
  first.lease.end();
  const next = send(['0123456789']);
  await next.read;
  expect(room.heldBytes).toBe(10);
  expect(await registry.metrics()).toMatch(/parley_chat_bodies_refused_total\S* 1\n/);
  expect(await registry.metrics()).toMatch(/parley_chat_body_bytes\S* 10\n/);
});

it('gives one key half of itself, and one body at least', () => {
  const mebi = 1024 * 1024;
  const room = new BodyRoom(100 * mebi, createRegistry('test'));
  const [one, other, another] = [room.lease('greedy'), room.lease('greedy'), room.lease('modest')];
  expect(takes(one, 20 * mebi)).toBe(true);
  expect(takes(other, 30 * mebi)).toBe(true);
  expect(takes(room.lease('greedy'), 1)).toBe(false);
  expect(takes(another, 50 * mebi)).toBe(true);
  expect(takes(room.lease('third'), 1)).toBe(false);
  one.end();
  one.end();
  expect(takes(one, 20 * mebi)).toBe(true);
  for (const lease of [one, other, another]) lease.end();
  expect(room.heldBytes).toBe(0);
  const small = new BodyRoom(20 * mebi, createRegistry('test'));
  expect(takes(small.lease('greedy'), 20 * mebi)).toBe(true);
});
