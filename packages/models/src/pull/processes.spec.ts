import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveModel } from '../resolve';
import { fileServer } from '../testing/file-server';
import { failureOf, noise, put, temporaryFolder } from '../testing/files';
import { joined, manifestOf } from '../testing/manifests';

// Other programs are waited for, on machines that may be busy.
jest.setTimeout(120_000);

const folder = temporaryFolder();
const server = fileServer();
const [first, second] = [noise(50_000), noise(40_000)];
const bytes = Buffer.concat([first, second]);
const program = join(__dirname.replace('/src/', '/dist/'), '..', 'testing', 'pull-child.js');
const children: ChildProcess[] = [];

const cache = () => join(folder(), 'cache');
const manifest = () => {
  const urls = [server().serve('/1', first, { etag: '"1"' }), server().serve('/2', second, { etag: '"2"' })];
  return manifestOf({ tiny: { bytes, sources: [joined(urls, [first, second])] } });
};

async function startPull(): Promise<{ child: ChildProcess; output: Promise<string> }> {
  const path = await put(join(folder(), 'manifest.json'), JSON.stringify(manifest()));
  const child = spawn(process.execPath, [program, path, cache(), 'tiny'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let text = '';
  child.stdout?.on('data', (chunk) => (text += String(chunk)));
  return { child, output: once(child, 'exit').then(() => text) };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('pulls in several processes', () => {
  it('fetch a model once for all of them', async () => {
    const pulls = await Promise.all([startPull(), startPull(), startPull()]);
    const outcomes = await Promise.all(pulls.map(({ output }) => output));
    const pulled = JSON.stringify([{ name: 'tiny', outcome: 'pulled' }]);
    const present = JSON.stringify([{ name: 'tiny', outcome: 'present' }]);
    expect(outcomes.toSorted()).toEqual([present, present, pulled]);
    expect(
      server()
        .seen.map(({ path }) => path)
        .toSorted(),
    ).toEqual(['/1', '/2']);
  });

  it('go on after one was killed in the middle, and nothing of it is used before', async () => {
    server().faults.push({ hangAfterBytes: 30_000 }, { hangAfterBytes: 30_000 });
    const { child, output } = await startPull();
    const partials = () =>
      ['1', '2'].every((_, i) => {
        const part = manifest().models['tiny']!.files['model']!.sources[0]!.parts[i]!;
        const path = join(cache(), '.downloads', 'tiny', `${part.sha256}.partial`);
        return existsSync(path) && readFileSync(path).length === 30_000;
      });
    while (!partials()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await output;
    const refused = await failureOf(resolveModel('tiny', { manifest: manifest(), dir: cache() }));
    expect(refused).toMatchObject({ code: 'missing' });

    const again = await startPull();
    expect(await again.output).toContain('pulled');
    const { model } = await resolveModel('tiny', { manifest: manifest(), dir: cache() });
    expect(readFileSync(model!).equals(bytes)).toBe(true);
    expect(
      server()
        .seen.slice(2)
        .map(({ range }) => range),
    ).toEqual(['bytes=30000-', 'bytes=30000-']);
  });
});
