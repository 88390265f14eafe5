import {
  ConfigError,
  flag,
  integer,
  list,
  loadEnv,
  natsUrl,
  redisUrl,
  serviceEnv,
  workerId,
  z,
  type ServiceConfig,
} from './index';

const problemsOf = (schema: z.ZodType, environment: Record<string, string>): readonly string[] => {
  try {
    loadEnv(schema, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('loadEnv', () => {
  it('gives every shared setting its default', () => {
    const config: ServiceConfig = loadEnv(z.object(serviceEnv({ healthPort: 8081, slots: 8 })), {});
    expect(config).toMatchObject({
      NATS_URL: 'nats://127.0.0.1:4222',
      PARLEY_LOG_LEVEL: 'info',
      PARLEY_HEALTH_HOST: '127.0.0.1',
      PARLEY_HEALTH_PORT: 8081,
      PARLEY_SLOTS: 8,
      PARLEY_DRAIN_MS: 10_000,
    });
    expect(config.PARLEY_WORKER_ID).toMatch(/^[0-9a-f]{12}$/);
  });

  it('makes a new worker id each time', () => {
    const schema = z.object({ PARLEY_WORKER_ID: workerId });
    expect(loadEnv(schema, {}).PARLEY_WORKER_ID).not.toBe(loadEnv(schema, {}).PARLEY_WORKER_ID);
  });

  it('takes an empty variable as unset', () => {
    expect(loadEnv(z.object({ NATS_URL: natsUrl }), { NATS_URL: ' ' }).NATS_URL).toBe(
      'nats://127.0.0.1:4222',
    );
  });

  it('names every variable at fault at once, and not its value', () => {
    const problems = problemsOf(z.object({ REDIS_URL: redisUrl, SLOTS: integer(1, 9), KEY: z.string() }), {
      REDIS_URL: 'http://secret@x',
      SLOTS: 'many',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(
      /REDIS_URL: must be a URL.*\nSLOTS: must be a whole.*\nKEY is not set/s,
    );
    expect(problems.join('\n')).not.toContain('secret');
  });

  it.each(['12.5', '1e3', '0x10', '', '99'])('refuses %p where a whole number to 9 is asked', (text) => {
    expect(problemsOf(z.object({ SLOTS: integer(1, 9) }), { SLOTS: text })).toHaveLength(1);
  });

  it('takes several NATS servers', () => {
    const urls = 'nats://a:4222, nats://b:4222';
    expect(loadEnv(z.object({ NATS_URL: natsUrl }), { NATS_URL: urls }).NATS_URL).toBe(urls);
    expect(problemsOf(z.object({ NATS_URL: natsUrl }), { NATS_URL: 'nats://a, b' })).toHaveLength(1);
  });

  it('reads flags and lists', () => {
    const schema = z.object({ A: flag(false), B: flag(true), C: flag(true), KEYS: list });
    expect(loadEnv(schema, { A: 'Yes', C: 'off', KEYS: 'one, two,,' })).toEqual({
      A: true,
      B: true,
      C: false,
      KEYS: ['one', 'two'],
    });
  });
});
