import { RealtimeClient, Stack, field } from '@parley/testing';

describe('keys', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_API_KEYS: 'sk-right,sk-other' } });
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it.each(['sk-right', 'sk-other'])('lets %s in', async (key) => {
    const client = await RealtimeClient.connect({ url: stack.url, key });
    await client.waitFor('session.created');
    await client.close();
  });

  it('tells a wrong key so, then closes with 3000', async () => {
    const client = await RealtimeClient.connect({ url: stack.url, key: 'sk-wrong' });
    const error = await client.waitFor('error');
    expect(field(error, 'error.code')).toBe('invalid_api_key');
    await client.waitFor(() => false, { timeoutMs: 2_000 }).catch(() => undefined);
    expect(client.closeCode).toBe(3000);
    expect(client.closeReason).toBe('invalid_request_error.invalid_api_key');
    expect(client.types()).toEqual(['error']);
  });

  it('writes no key to its log', () => {
    expect(stack.logs('gateway')).not.toMatch(/sk-(right|wrong|other)/);
  });
});

describe('without keys', () => {
  it('refuses to listen beyond loopback', async () => {
    await expect(Stack.start({ engines: 'stand-in', env: { PARLEY_HOST: '0.0.0.0' } })).rejects.toThrow(
      /PARLEY_API_KEYS/,
    );
  });
});
