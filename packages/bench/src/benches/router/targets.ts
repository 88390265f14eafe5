import { Agent } from 'node:http';
import path from 'node:path';
import { freePort, startNats, startRedis, startService, type ServiceName } from '@parley/testing';
import { Child } from '@parley/testing/infra/child';
import { waitFor } from '@parley/testing/infra/wait';
import type { Report } from '../../report/report';
import { pin } from '../../support/process';
import { ask, type Target } from './client';
import { installPortkey, portkey, startPortkey } from './portkey';

/** What may stand between client and upstream. */
export const throughs = ['pipe', 'minimal', 'parley', 'gateway', 'ai-sdk', 'portkey'] as const;
export type Through = (typeof throughs)[number];

/** Everything under test has one core; upstream and client have the other. */
const gatewayCore = 1;
export const otherCore = 0;

type Stops = (() => Promise<unknown>)[];

/** The upstream itself, then what was asked for, each warm enough to answer. */
export async function startTargets(
  wanted: readonly Through[],
  report: Report,
  stops: Stops,
): Promise<Target[]> {
  const upstreamPort = await freePort();
  const upstream = new Child(process.execPath, [path.join(__dirname, 'upstream.js'), String(upstreamPort)]);
  stops.push(() => upstream.kill());
  pin(upstream.pid, otherCore);
  const base = `http://127.0.0.1:${upstreamPort}/v1`;
  const direct: Target = {
    name: 'direct',
    url: `${base}/chat/completions`,
    headers: {},
    model: 'bench',
    pids: [],
  };
  const started = await Promise.all(wanted.map((through) => start(through, base, report, stops)));
  const targets = [direct, ...started.flat()];
  for (const target of targets) await waitFor(`${target.name} answers`, 20_000, () => answers(target));
  for (const { pids } of targets) for (const pid of pids) pin(pid, gatewayCore);
  return targets;
}

async function start(through: Through, base: string, report: Report, stops: Stops): Promise<Target[]> {
  switch (through) {
    case 'portkey':
      return tryPortkey(base, report, stops);
    case 'pipe':
    case 'minimal':
      return [await startFloor(through, base, stops)];
    default:
      return [await startParley(through, base, stops)];
  }
}

const floorNames = { pipe: 'a Node pipe', minimal: 'a minimal router' } as const;

async function startFloor(kind: 'pipe' | 'minimal', base: string, stops: Stops): Promise<Target> {
  const port = await freePort();
  const upstream = `${base}/chat/completions`;
  const child = new Child(process.execPath, [path.join(__dirname, 'floor.js'), String(port), upstream, kind]);
  stops.push(() => child.kill());
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return { name: floorNames[kind], url, headers: {}, model: 'bench', pids: [child.pid] };
}

const parleyNames = {
  parley: 'Parley',
  gateway: 'Parley, by its gateway',
  'ai-sdk': 'Parley, ai-sdk',
} as const;
const key = 'sk-bench';

/** With a key that is checked, limited and counted, as in use. */
async function startParley(
  through: 'parley' | 'gateway' | 'ai-sdk',
  base: string,
  stops: Stops,
): Promise<Target> {
  const [nats, redis, doorPort] = await Promise.all([startNats(), startRedis(), freePort()]);
  stops.push(
    () => nats.stop(),
    () => redis.stop(),
  );
  const run = async (name: ServiceName, env: Readonly<Record<string, string>>) => {
    const service = await startService(name, {
      NATS_URL: nats.url,
      REDIS_URL: redis.url,
      PARLEY_API_KEYS: key,
      PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: '100000',
      PARLEY_LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...env,
    });
    stops.push(() => service.stop(2_000));
    return service;
  };
  const router = await run('llm-router', {
    PARLEY_LLM_DOOR_PORT: String(doorPort),
    PARLEY_LLM_BASE_URL: base,
    PARLEY_LLM_MODEL: 'custom/bench',
    PARLEY_LLM_ADAPTER: through === 'ai-sdk' ? 'ai-sdk' : 'lean',
  });
  const gateway = through === 'gateway' ? await run('gateway', {}) : undefined;
  return {
    name: parleyNames[through],
    url: `http://127.0.0.1:${gateway?.port ?? doorPort}/v1/chat/completions`,
    headers: { authorization: `Bearer ${key}` },
    model: 'custom/bench',
    pids: gateway === undefined ? [router.pid] : [gateway.pid, router.pid],
  };
}

async function tryPortkey(base: string, report: Report, stops: Stops): Promise<Target[]> {
  const directory = path.resolve('.parley/peers/portkey');
  try {
    await installPortkey(directory);
  } catch (error) {
    report.line(`peer left out: ${portkey.name} could not be installed (${String(error).split('\n')[0]})`);
    return [];
  }
  const port = await freePort();
  const child = startPortkey(directory, port);
  stops.push(() => child.kill());
  const headers = {
    'x-portkey-provider': 'openai',
    'x-portkey-custom-host': base,
    authorization: 'Bearer none',
  };
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return [{ name: `Portkey ${portkey.version}`, url, headers, model: 'bench', pids: [child.pid] }];
}

async function answers(target: Target): Promise<boolean> {
  const agent = new Agent();
  try {
    await ask(target, agent, false);
    await ask(target, agent, true);
    return true;
  } catch {
    return false;
  }
}
