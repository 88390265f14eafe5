// npm start: sets everything up, runs the house, and proves it with one conversation. See --help.
import { Children } from './lib/children.mjs';
import { ensureBacking } from './lib/backing.mjs';
import { chooseLlm, enginesOf } from './lib/llm-choice.mjs';
import { keysOf } from './lib/keys.mjs';
import { logLine } from './lib/log-line.mjs';
import { modelsFor, pullModels } from './lib/models.mjs';
import { requireNode } from './lib/node-version.mjs';
import { START_HELP, startOptions } from './lib/options.mjs';
import { showEngines, showHowToUse, showSelfCheck } from './lib/report.mjs';
import { runtime } from './lib/runtime.mjs';
import { complain, done, say, seconds, step, warn } from './lib/say.mjs';
import { gatewayPort, servicesReady, SERVICES, startServices } from './lib/services.mjs';
import { selfCheck } from './lib/self-check.mjs';
import { build, install } from './lib/setup.mjs';
import { interrupted } from './lib/signals.mjs';

const startMs = performance.now();
let options = { check: process.argv.includes('--check') };
let stopping = false;

const children = new Children((name, line, isError) => {
  const backing = name === 'nats' || name === 'redis';
  if (backing && !options.verbose) return;
  if (name === '') warn(line);
  else if (!stopping || isError) say(logLine(name, line));
});

/** NATS and Redis outlive the services, which say goodbye through them. */
const stopAll = async () => {
  stopping = true;
  await children.stop(SERVICES.map(({ name }) => name));
};

const interruption = interrupted();

async function bringUp() {
  requireNode();
  const port = await gatewayPort(process.env, options.port);
  const scheme = process.env.PARLEY_TLS_CERT?.trim() ? 's' : '';
  await install();
  await build();
  const llm = await chooseLlm({ env: process.env, small: options.small, local: options.local });
  const backing = await ensureBacking(children);
  await pullModels(modelsFor(llm.model));
  step(`starting the five services on Node ${runtime().version}`);
  // Setting up may have taken minutes.
  await gatewayPort(process.env, port);
  const keys = keysOf(process.env);
  const { ports, doorPort } = await startServices(children, port, { ...backing, ...llm.env, ...keys.env });
  await servicesReady(children, ports, {
    scheme: `http${scheme}`,
    onReady: (name) => done(`${name} is ready`),
  });
  done(`everything is up (${seconds(startMs)})`);
  return {
    url: `ws${scheme}://127.0.0.1:${port}`,
    chatUrl: `http://127.0.0.1:${doorPort}/v1`,
    llm,
    keys,
  };
}

async function converse({ url, keys: { key }, llm }) {
  step('self-check: speaking a recorded sentence to the gateway');
  const result = await selfCheck({ url, key, allowUntrusted: true });
  const engines = { ...enginesOf(process.env, llm.model), ...result.engines };
  showSelfCheck(result);
  return { ...result, engines };
}

async function main() {
  options = startOptions(process.argv.slice(2));
  if (options.help) return say(START_HELP);
  const house = await bringUp();
  const result = options['skip-check'] ? undefined : await converse(house);
  showEngines(result?.engines ?? enginesOf(process.env, house.llm.model), house.llm);
  if (options.check) return result;
  showHowToUse(house);
  if (result?.ok === false) warn('the self-check did not go as it should: see above; the services stay up');
  await interruption;
  say();
  step('stopping');
  return result;
}

const outcome = await Promise.race([
  main().then(
    (result) => ({ result }),
    (error) => ({ error }),
  ),
  interruption.then((signal) => ({ signal })),
]);
await stopAll();
const { result, error, signal } = outcome;
if (error !== undefined) complain(error);
if (options.check) {
  const failure = error?.message ?? (signal === undefined ? undefined : `stopped by ${signal}`);
  const summary = result ?? { ok: false, error: failure ?? 'no self-check was run' };
  say(JSON.stringify({ ...summary, startedInMs: Math.round(performance.now() - startMs) }));
}
process.exit(error === undefined && (!options.check || result?.ok === true) ? 0 : 1);
