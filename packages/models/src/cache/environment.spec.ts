import { homedir } from 'node:os';
import { join } from 'node:path';
import { failureOf } from '../testing/files';
import { requireSpace } from './disk-space';
import { modelsEnvironment } from './layout';

describe('modelsEnvironment', () => {
  it('follows PARLEY_MODELS_DIR, then the cache folder, then the home folder', () => {
    const xdg = { XDG_CACHE_HOME: '/x' };
    expect(modelsEnvironment({ ...xdg, PARLEY_MODELS_DIR: '/m' }).dir).toBe('/m');
    expect(modelsEnvironment(xdg).dir).toBe('/x/parley/models');
    expect(modelsEnvironment({ PARLEY_MODELS_DIR: '' }).dir).toBe(join(homedir(), '.cache/parley/models'));
    expect(modelsEnvironment({ PARLEY_MODELS_SOURCE: '' }).operatorSource).toBeUndefined();
    expect(modelsEnvironment({ PARLEY_MODELS_SOURCE: '/srv' }).operatorSource).toBe('/srv');
  });
});

describe('requireSpace', () => {
  const free = async () => 1_000_000_000;

  it('lets pass what fits and says what is needed otherwise', async () => {
    await requireSpace('/m', 900_000_000, free);
    const failure = await failureOf(requireSpace('/m', 950_000_000, free));
    expect(failure).toMatchObject({ code: 'no_space' });
    expect(failure.message).toMatch(/1\.0 GB free and 1\.0 GB are needed.*PARLEY_MODELS_DIR/);
  });

  it('asks the file system', async () => {
    const need = async (bytes: number) => requireSpace('/', bytes).then(() => 'fits');
    expect(await need(0)).toBe('fits');
    expect(await failureOf(need(2 ** 60))).toMatchObject({ code: 'no_space' });
  });
});
