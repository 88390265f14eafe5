import { config } from './config';

describe('config', () => {
  it('has defaults', () => {
    expect(config({})).toMatchObject({
      PARLEY_HEALTH_PORT: 8083,
      PARLEY_TTS_VOICE: 'piper/joe',
      PARLEY_TTS_THREADS: 2,
      PARLEY_TEST_ENGINES: false,
    });
  });

  it('never loads stand-ins in production', () => {
    expect(() => config({ PARLEY_TEST_ENGINES: '1', NODE_ENV: 'production' })).toThrow(/not for production/);
    expect(() => config({ PARLEY_TTS_VOICE: 'test/tone' })).toThrow(/PARLEY_TEST_ENGINES=1/);
    expect(config({ PARLEY_TEST_ENGINES: '1', NODE_ENV: 'test' }).PARLEY_TEST_ENGINES).toBe(true);
  });
});
