import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { pipFetcher } from '@parley/models/fetch/pip';
import { openPromise } from 'yauzl';
import { cataloguePath, formatCatalogue } from '../catalogue';
import { fromLiteLlm } from './from-litellm';

/** LiteLLM's package carries its table of models: so the machine's own index and mirror hold for this too. */
const member = 'litellm/model_prices_and_context_window_backup.json';

/** Below this the table is not what it was, and the file that is there is better. */
const fewestEntries = 300;

async function refresh(): Promise<string> {
  const workDir = await mkdtemp(path.join(tmpdir(), 'parley-catalogue-'));
  try {
    const wheel = await pipFetcher()({ spec: 'litellm', workDir });
    const entries = fromLiteLlm(await readMember(wheel));
    if (entries.length < fewestEntries) throw new Error(`the table holds only ${entries.length} models`);
    const version = /^litellm-([^-]+)-/.exec(path.basename(wheel))?.[1] ?? 'unknown';
    const date = new Date().toISOString().slice(0, 10);
    const source = { source: 'https://github.com/BerriAI/litellm', license: 'MIT', version, date };
    await writeFile(cataloguePath, formatCatalogue(source, entries));
    return `${entries.length} models from LiteLLM ${version}: ${cataloguePath}`;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function readMember(wheel: string): Promise<unknown> {
  const zip = await openPromise(wheel, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === member) return await json(await zip.openReadStreamPromise(entry));
    }
  } finally {
    zip.close();
  }
  throw new Error(`the package does not hold ${member}`);
}

refresh().then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => {
    process.stderr.write(
      `the catalogue was not refreshed: ${error instanceof Error ? error.message : 'unknown'}\n`,
    );
    process.exitCode = 1;
  },
);
