import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child';
import { repositoryRoot } from './paths';
import { freePort } from './ports';
import { waitFor } from './wait';

export type ServiceName = 'gateway' | 'stt-worker' | 'llm-router' | 'tts-worker' | 'persona-analyzer';

export interface ServiceProcess {
  readonly name: ServiceName;
  readonly pid: number;
  readonly running: boolean;
  /** Of its HTTP server: health and metrics, and for the gateway everything else. */
  readonly port: number;
  readonly exited: Promise<number | NodeJS.Signals>;
  /** The last lines of its log. */
  readonly logs: readonly string[];
  /** SIGKILL by default; SIGSTOP and SIGCONT make a zombie of it and wake it up. */
  signal(signal?: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL after `timeoutMs`. */
  stop(timeoutMs?: number): Promise<number | NodeJS.Signals>;
}

export interface ServiceOptions {
  /** Time until /health/ready; models take a while to load. Default 60,000 ms. */
  readonly readyTimeoutMs?: number;
  /** Arguments of Node itself, as for a profile. */
  readonly nodeArgs?: readonly string[];
}

/** As `npm start` has them. */
const usualNodeArgs = ['--enable-source-maps', '--max-semi-space-size=16', '--v8-pool-size=1'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts a built app and resolves when it is ready. NATS and Redis are the test run's unless `env` says
 * otherwise. The process dies with this one.
 */
export async function startService(
  name: ServiceName,
  env: Environment = {},
  options: ServiceOptions = {},
): Promise<ServiceProcess> {
  const program = join(repositoryRoot(), 'apps', name, 'dist', 'main.js');
  if (!existsSync(program)) throw new Error(`${name} is not built: run npm run build`);
  const portVariable = name === 'gateway' ? 'PARLEY_PORT' : 'PARLEY_HEALTH_PORT';
  const port = Number(env[portVariable] ?? (await freePort()));
  const child = new Child(process.execPath, [...usualNodeArgs, ...(options.nodeArgs ?? []), program], {
    env: {
      NATS_URL: process.env['PARLEY_TEST_NATS_URL'] ?? process.env['NATS_URL'],
      REDIS_URL: process.env['PARLEY_TEST_REDIS_URL'] ?? process.env['REDIS_URL'],
      NODE_ENV: 'test',
      PARLEY_DRAIN_MS: '1000',
      ...env,
      [portVariable]: String(port),
    },
  });
  try {
    await waitFor(`${name} ready`, options.readyTimeoutMs ?? 60_000, async () => {
      if (!child.running) throw new Error(`${name} ended while starting`);
      return isReady(port);
    });
  } catch (error) {
    await child.kill();
    throw new Error(`${String(error)}; its log:\n${child.lines.slice(-20).join('\n')}`, { cause: error });
  }
  return {
    name,
    pid: child.pid,
    get running() {
      return child.running;
    },
    port,
    exited: child.exited,
    logs: child.lines,
    signal: (signal = 'SIGKILL') => child.signal(signal),
    stop: (timeoutMs) => child.stop(timeoutMs),
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(1_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
