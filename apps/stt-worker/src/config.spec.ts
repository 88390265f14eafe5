import { loadEnv } from '@parley/config';
import { configSchema } from './config';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(loadEnv(configSchema, {})).toMatchObject({
      PARLEY_STT_MODEL: 'local/whisper-base',
      PARLEY_STT_PROCESSES: 1,
      PARLEY_TEST_ENGINES: false,
      PARLEY_HEALTH_PORT: 8081,
    });
  });

  it('refuses stand-ins in production', () => {
    const env = { PARLEY_TEST_ENGINES: '1', NODE_ENV: 'production' };
    expect(() => loadEnv(configSchema, env)).toThrow('never for production');
  });
});
