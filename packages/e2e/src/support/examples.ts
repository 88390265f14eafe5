import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@parley/testing';

const run = promisify(execFile);

/** `npm run` builds first, which a test has behind it. */
const built = (code: string): string =>
  code.replaceAll(
    /npm run -s (\w+) --/g,
    `node ${path.join(repositoryRoot(), 'packages/cli/dist/main.js')} $1`,
  );

/** The shell examples of a page, each run by itself after the first, which sets the scene. */
export class Examples {
  readonly blocks: readonly string[];
  readonly #scene: string;

  constructor(
    page: string,
    private readonly folder: string,
  ) {
    const text = fs.readFileSync(path.join(repositoryRoot(), 'docs', page), 'utf8');
    const [scene = '', ...blocks] = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(
      ([, code = '']) => code,
    );
    this.#scene = scene;
    this.blocks = blocks;
  }

  /** What the first example that mentions `what` prints; rejects when it fails. */
  async run(what: string, env: Readonly<Record<string, string>>): Promise<string> {
    const block = this.blocks.find((code) => code.includes(what));
    if (block === undefined) throw new Error(`no example mentions ${what}`);
    const assets = path.join(this.folder, 'assets');
    if (!fs.existsSync(assets)) fs.symlinkSync(path.join(repositoryRoot(), 'assets'), assets);
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', built(`${this.#scene}\n${block}`)], {
      cwd: this.folder,
      env: { ...process.env, ...env },
      timeout: 60_000,
    });
    return stdout;
  }

  file(name: string): Buffer {
    return fs.readFileSync(path.join(this.folder, name));
  }
}
