import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { json } from 'node:stream/consumers';
import { isTaken, portNear, until } from './net.mjs';
import { fromRoot, root } from './paths.mjs';
import { runtime } from './runtime.mjs';
import { UserError } from './say.mjs';

/** The five services with their own health ports; the gateway answers on its public one. */
export const SERVICES = [
  { name: 'stt-worker', port: 8081 },
  { name: 'tts-worker', port: 8083 },
  { name: 'llm-router', port: 8082 },
  { name: 'persona-analyzer', port: 8084 },
  { name: 'gateway', port: 8080 },
];
const READY_TIMEOUT_MS = 180_000;
/** A service that ended so often before it was ever ready will not become so. */
const MAX_CRASHES = 3;

/** The gateway's port. @throws UserError when it is taken */
export async function gatewayPort(env, asked) {
  const port = Number(asked ?? (env.PARLEY_PORT?.trim() || 8080));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UserError(`${asked ?? env.PARLEY_PORT} is not a port`);
  const host = env.PARLEY_HOST?.trim() || '127.0.0.1';
  if (await isTaken(port, host)) {
    throw new UserError(
      `port ${port} is taken: is another Parley running? Choose another one: npm start -- --port ${port + 100}`,
    );
  }
  return port;
}

/** Of llm-router's OpenAI-compatible door. */
const DOOR_PORT = 8085;

/**
 * Space for young objects, MiB each half: what Node 20 lets it grow to. Node 24 by itself lets it grow to 64, with which a
 * gateway took 75 MB more. And one thread of V8 to mark and compile beside the event loop: Node has four, which
 * together take a third of one core from it as long as they mark, nice as they are (docs/gateway.md).
 */
const NODE_ARGS = ['--enable-source-maps', '--max-semi-space-size=16', '--v8-pool-size=1'];

/** Starts all five; each takes its usual ports or, where one is taken, a free one. */
export async function startServices(children, port, env) {
  const { program } = runtime();
  const ports = new Map();
  const doorPort = process.env.PARLEY_LLM_DOOR_PORT?.trim() || String(await portNear(DOOR_PORT));
  for (const service of SERVICES) {
    const own = service.name === 'gateway' ? port : await portNear(service.port);
    ports.set(service.name, own);
    children.start({
      name: service.name,
      command: program,
      args: [...NODE_ARGS, fromRoot('apps', service.name, 'dist', 'main.js')],
      cwd: root,
      env: {
        ...env,
        ...(service.name === 'gateway' ? { PARLEY_PORT: String(port) } : { PARLEY_HEALTH_PORT: String(own) }),
        ...(service.name === 'llm-router' ? { PARLEY_LLM_DOOR_PORT: doorPort } : {}),
      },
    });
  }
  return { ports, doorPort };
}

/** Waits until every service is ready. @throws UserError with the log of the one that is not */
export async function servicesReady(children, ports, { onReady = () => undefined, scheme = 'http' } = {}) {
  await Promise.all(
    [...ports].map(async ([name, port]) => {
      const failed = () => children.crashes(name) >= MAX_CRASHES;
      let detail = 'it does not answer';
      const ready = await until(
        async () => {
          if (failed()) return 'failed';
          const report = await health(port, name === 'gateway' ? scheme : 'http');
          detail = describe(report) ?? detail;
          return report?.ready === true;
        },
        READY_TIMEOUT_MS,
        150,
      );
      if (ready === true) return onReady(name);
      const why = ready === 'failed' ? 'it keeps ending' : detail;
      throw new UserError(`${name} did not become ready: ${why}. Its last lines:\n${children.tail(name)}`);
    }),
  );
}

/** A certificate is for the name by which clients come, which is not 127.0.0.1. */
async function health(port, scheme) {
  const { get } = scheme === 'https' ? https : http;
  try {
    const request = get(`${scheme}://127.0.0.1:${port}/health/ready`, {
      rejectUnauthorized: false,
      signal: AbortSignal.timeout(1000),
    });
    const [response] = await once(request, 'response');
    return await json(response);
  } catch {
    return undefined;
  }
}

const describe = (report) =>
  report === undefined
    ? undefined
    : Object.entries(report.failing ?? {})
        .map(([check, why]) => `${check}: ${why}`)
        .join('; ');
