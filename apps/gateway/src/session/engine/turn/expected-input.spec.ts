import { defaultSession, type Session } from '@parley/protocol';
import { expectedInputs } from './expected-input';

const session = (properties: Record<string, unknown>, more: Partial<Session> = {}): Session => ({
  ...defaultSession({ id: 's', model: 'm', voice: 'v', instructions: '', expiresAt: 0 }),
  tools: [{ type: 'function', name: 'book', parameters: { type: 'object', properties } }],
  ...more,
});

describe('what is expected to be said in pieces', () => {
  it.each([
    [{ phone_number: { type: 'string' } }, ['phone']],
    [{ callbackNumber: { type: 'string' } }, ['phone']],
    [{ contact: { type: 'string', format: 'email' } }, ['email']],
    [{ emailAddress: { type: 'string' } }, ['email']],
    [{ confirmation_code: { type: 'string' } }, ['code']],
    [{ order: { type: 'string', description: 'The tracking number' } }, ['code']],
    [{ shipping_address: { type: 'string' } }, ['address']],
    [{ guest: { type: 'object', properties: { tel: {}, email: {} } } }, ['phone', 'email']],
    [{ people: { type: 'array', items: { properties: { pin: {} } } } }, ['code']],
    [{ city: { type: 'string' }, date: { type: 'string' }, guests: { type: 'integer' } }, []],
    [{ ip_address: { type: 'string' } }, []],
  ])('tools with %j want %j', (properties, expected) => {
    expect(expectedInputs(session(properties))).toEqual(expected);
  });

  it('is what the client says, if it does', () => {
    const parley = { expected_input: ['address' as const] };
    expect(expectedInputs(session({ phone: {} }, { parley }))).toEqual(['address']);
    expect(expectedInputs(session({ phone: {} }, { parley: { expected_input: [] } }))).toEqual([]);
  });

  it('looks no further than it must into a schema without end', () => {
    const endless: Record<string, unknown> = { type: 'object' };
    endless['properties'] = { again: endless };
    expect(expectedInputs(session({ again: endless }))).toEqual([]);
  });
});
