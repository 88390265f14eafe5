import fs from 'node:fs';
import { aptInstall, canInstall } from './apt.mjs';
import { findBinary } from './binaries.mjs';
import { portNear, probe, until } from './net.mjs';
import { fromRoot, root, stateDir } from './paths.mjs';
import { attempt } from './run.mjs';
import { done, step, UserError } from './say.mjs';

/** NATS and Redis: how each is recognised, started here, and had from a package or a container. */
export const BACKING = [
  {
    name: 'nats',
    title: 'NATS',
    variable: 'NATS_URL',
    port: 4222,
    program: 'nats-server',
    package: 'nats-server',
    url: (port) => `nats://127.0.0.1:${port}`,
    alive: async (host, port) => (await probe(host, port))?.startsWith('INFO ') === true,
    args: (port) => ['--addr', '127.0.0.1', '--port', String(port)],
  },
  {
    name: 'redis',
    title: 'Redis',
    variable: 'REDIS_URL',
    port: 6379,
    program: 'redis-server',
    package: 'redis-server',
    url: (port) => `redis://127.0.0.1:${port}`,
    alive: async (host, port) => /^[+-]/.test((await probe(host, port, { greeting: 'PING\r\n' })) ?? ''),
    args: (port, dir) => ['--bind', '127.0.0.1', '--port', String(port), '--dir', dir, '--appendonly', 'yes'],
  },
];

const START_TIMEOUT_MS = 15_000;
const CONTAINER_TIMEOUT_MS = 180_000;

/**
 * Makes sure that NATS and Redis answer. What is started here belongs to `children`.
 * @returns the environment that leads the services to them
 * @throws UserError saying what to do
 */
export async function ensureBacking(children, env = process.env) {
  await installPrograms(await missingPrograms(env));
  const found = {};
  for (const server of BACKING) found[server.variable] = await ensure(server, children, env);
  return found;
}

/** The programs that have to be installed: no address given, nothing listens, nothing on the PATH. */
export async function missingPrograms(env = process.env, { evenIfListening = false } = {}) {
  const missing = [];
  for (const server of BACKING) {
    if (given(env, server) !== undefined && !evenIfListening) continue;
    if (!evenIfListening && (await server.alive('127.0.0.1', server.port))) continue;
    if (findBinary(server.program) === undefined) missing.push(server);
  }
  return missing;
}

export async function installPrograms(missing) {
  if (missing.length === 0 || !canInstall()) return;
  await aptInstall(
    missing.map((server) => server.package),
    missing.map((server) => server.package),
  );
}

const given = (env, { variable }) => (env[variable]?.trim() ? env[variable].trim() : undefined);

async function ensure(server, children, env) {
  const address = given(env, server);
  if (address !== undefined) return requireGiven(server, address);
  if (await server.alive('127.0.0.1', server.port)) {
    done(`${server.title} already listens on port ${server.port}`);
    return server.url(server.port);
  }
  const program = findBinary(server.program);
  if (program !== undefined) return startProgram(server, program, children);
  if (await hasCompose()) return startContainer(server, children);
  throw new UserError(
    `${server.title} is needed, and it is neither running nor installed. Any of these will do:\n` +
      `  apt-get install ${server.package}     (or brew install ${server.package.replace('redis-server', 'redis')})\n` +
      `  start Docker, so that it can run in a container\n` +
      `  ${server.variable}=${server.url(server.port)}     with the address of one that runs elsewhere`,
  );
}

async function requireGiven(server, address) {
  for (const part of address.split(',')) {
    const target = URL.canParse(part.trim()) ? new URL(part.trim()) : undefined;
    if (target === undefined)
      throw new UserError(`${server.variable} is not a URL: it should be like ${server.url(server.port)}`);
    const answered = await probe(target.hostname, Number(target.port || server.port), {
      greeting: 'PING\r\n',
      timeoutMs: 3000,
    });
    if (answered !== undefined || /^(tls|rediss):$/.test(target.protocol)) return address;
  }
  throw new UserError(
    `${server.variable} is set, but no ${server.title} answers there. Start it, or unset ${server.variable} to have one started here.`,
  );
}

async function startProgram(server, program, children) {
  const dir = `${stateDir}/${server.name}`;
  fs.mkdirSync(dir, { recursive: true });
  const port = await portNear(server.port);
  children.start({
    name: server.name,
    command: program,
    args: server.args(port, dir),
    cwd: dir,
    quiet: true,
  });
  await waitFor(server, port, children, START_TIMEOUT_MS);
  done(`${server.title} started on port ${port}`);
  return server.url(port);
}

const hasCompose = async () =>
  (await attempt('docker', ['info'], { timeoutMs: 5000 })) !== undefined &&
  (await attempt('docker', ['compose', 'version'], { timeoutMs: 5000 })) !== undefined;

async function startContainer(server, children) {
  step(`starting ${server.title} with docker compose`);
  const port = await portNear(server.port);
  const files = ['docker-compose.yml', 'deploy/docker/backing-ports.yml'].flatMap((name) => [
    '-f',
    fromRoot(name),
  ]);
  children.start({
    name: server.name,
    command: 'docker',
    args: ['compose', ...files, 'up', '--no-log-prefix', server.name],
    cwd: root,
    // The file asks for keys of its gateway, which is not started here.
    env: { PARLEY_API_KEYS: 'unused', [`PARLEY_${server.name.toUpperCase()}_PORT`]: String(port) },
    quiet: true,
  });
  await waitFor(server, port, children, CONTAINER_TIMEOUT_MS);
  done(`${server.title} runs in a container, on port ${port}`);
  return server.url(port);
}

async function waitFor(server, port, children, timeoutMs) {
  const gaveUp = () => children.crashes(server.name) >= 3;
  const up = await until(async () => gaveUp() || (await server.alive('127.0.0.1', port)), timeoutMs);
  if (up === undefined || gaveUp()) {
    throw new UserError(`${server.title} could not be started; it said:\n${children.tail(server.name)}`);
  }
}
