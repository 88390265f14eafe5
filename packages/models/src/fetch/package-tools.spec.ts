import { readFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTarball, makeWheel } from '../testing/archives';
import { failureOf, noise, pinOf, put, temporaryFolder } from '../testing/files';
import { fileServer } from '../testing/file-server';
import { extractTarball, extractZip } from './archives';
import { npmFetcher } from './npm';
import { pipFetcher } from './pip';

// Other programs are waited for, on machines that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();
const server = fileServer();
const bytes = noise(50_000);

const work = async (): Promise<string> => {
  const dir = join(folder(), 'work');
  await mkdir(dir, { recursive: true });
  return dir;
};
const member = (name: string) => ({ member: name, path: join(folder(), 'out'), ...pinOf(bytes) });

describe('pip', () => {
  /** Only what lies in the folder counts: no index is asked. */
  const offline = (links: string) => ({ ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: links });

  it('downloads a wheel as this machine is set up to', async () => {
    const links = join(folder(), 'links');
    await makeWheel(links, 'tiny-voice', '1.2.0', { 'tiny_voice/data/model.bin': bytes });
    const counted: number[] = [];
    const fetch = pipFetcher(offline(links));
    const wheel = await fetch({
      spec: 'tiny-voice==1.2.0',
      workDir: await work(),
      onBytes: (n) => counted.push(n),
    });
    await extractZip(wheel, [member('tiny_voice/data/model.bin')]);
    expect(readFileSync(member('').path).equals(bytes)).toBe(true);
  });

  it('passes on what pip says', async () => {
    const fetch = pipFetcher(offline(folder()));
    const failure = await failureOf(fetch({ spec: 'tiny-voice==9.9.9', workDir: await work() }));
    expect(failure.message).toMatch(/pip says: .*tiny-voice==9\.9\.9/);
  });

  it('says what to install where there is no Python, or one without pip', async () => {
    const none = pipFetcher({ PATH: folder() });
    const failure = await failureOf(none({ spec: 'a==1', workDir: await work() }));
    expect(failure.message).toMatch(/no Python found .*apt-get install python3-pip/);
    const script = '#!/bin/sh\n[ "$1" = --version ]\n';
    await chmod(await put(join(folder(), 'bin', 'python3'), script), 0o755);
    const bare = pipFetcher({ PATH: join(folder(), 'bin') });
    const lacking = await failureOf(bare({ spec: 'a==1', workDir: await work() }));
    expect(lacking.message).toMatch(/has no pip.*apt-get install python3-pip/);
  });

  it('gives pip to a Python that lacks it', async () => {
    const marker = join(folder(), 'has-pip');
    const script = [
      '#!/bin/sh',
      'case "$*" in',
      '  --version) exit 0;;',
      `  "-m ensurepip --user") : > ${marker};;`,
      `  "-m pip --version") [ -e ${marker} ];;`,
      '  *) for last; do :; done; echo "ERROR: asked for $last" >&2; exit 1;;',
      'esac',
    ].join('\n');
    await chmod(await put(join(folder(), 'bin', 'python3'), script), 0o755);
    const fetch = pipFetcher({ PATH: join(folder(), 'bin') });
    const failure = await failureOf(fetch({ spec: 'a==1', workDir: await work() }));
    expect(failure.message).toBe('pip says: asked for a==1');
  });
});

describe('npm', () => {
  it('packs from the registry this machine is set up for', async () => {
    const tarball = await makeTarball(join(folder(), 'tiny.tgz'), {
      'package.json': JSON.stringify({ name: 'tiny-vad', version: '1.0.0' }),
      'dist/vad.onnx': bytes,
    });
    const registry = server();
    const dist = { tarball: registry.serve('/tiny.tgz', readFileSync(tarball)) };
    const versions = { '1.0.0': { name: 'tiny-vad', version: '1.0.0', dist } };
    const document = { name: 'tiny-vad', 'dist-tags': { latest: '1.0.0' }, versions };
    registry.serve('/tiny-vad', Buffer.from(JSON.stringify(document)));
    const env = {
      ...process.env,
      npm_config_registry: `${registry.url}/`,
      npm_config_cache: join(folder(), 'cache'),
    };
    const archive = await npmFetcher(env)({ spec: 'tiny-vad@1.0.0', workDir: await work() });
    await extractTarball(archive, [member('dist/vad.onnx')]);
    expect(readFileSync(member('').path).equals(bytes)).toBe(true);
    const failure = await failureOf(npmFetcher(env)({ spec: 'none@1.0.0', workDir: await work() }));
    expect(failure.message).toMatch(/npm says: .*404/);
  });

  it('says when there is no npm', async () => {
    const fetch = npmFetcher({ PATH: folder() });
    const failure = await failureOf(fetch({ spec: 'a@1.0.0', workDir: await work() }));
    expect(failure.message).toBe('npm is not on the PATH');
  });
});
