import { parseServers } from './servers';

describe('parseServers', () => {
  it.each([
    ['nats://127.0.0.1:4222', { servers: ['127.0.0.1:4222'] }],
    ['nats://a, nats://b:4333', { servers: ['a:4222', 'b:4333'] }],
    ['nats://[::1]:4222', { servers: ['[::1]:4222'] }],
    ['tls://nats.example', { servers: ['nats.example:4222'], tls: {} }],
    ['nats://joe:p%40ss@a:1,nats://b:2', { servers: ['a:1', 'b:2'], user: 'joe', pass: 'p@ss' }],
    ['nats://t0ken@a', { servers: ['a:4222'], token: 't0ken' }],
  ])('reads %s', (text, target) => {
    expect(parseServers(text)).toEqual(target);
  });
});
