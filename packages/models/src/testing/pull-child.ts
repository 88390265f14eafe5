import { readFileSync } from 'node:fs';
import { parseManifest } from '../manifest/manifest';
import { pullModels } from '../pull/pull';

/** Pulls in a process of its own: `node pull-child.js <manifest.json> <cache folder> <name>…`. */
async function main(): Promise<void> {
  const [manifestPath = '', dir = '', ...names] = process.argv.slice(2);
  const manifest = parseManifest(JSON.parse(readFileSync(manifestPath, 'utf8')));
  const results = await pullModels(names, { manifest, dir, env: { PATH: process.env['PATH'] } });
  process.stdout.write(JSON.stringify(results.map(({ name, outcome }) => ({ name, outcome }))));
  process.exitCode = results.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
}

void main();
