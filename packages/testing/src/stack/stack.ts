import { freePort, startNats, startRedis, startService } from '../infra';
import type { ServiceName, ServiceProcess, TestServer } from '../infra';
import { metricSum } from './metrics';

export interface StackOptions {
  /** `stand-in`: scripted engines that take no time of their own. `default`: what an installation has. */
  readonly engines: 'stand-in' | 'default';
  /** Instances by service; one of each unless said. */
  readonly counts?: Partial<Readonly<Record<ServiceName, number>>>;
  readonly env?: Readonly<Record<string, string>>;
}

const workers: readonly ServiceName[] = ['stt-worker', 'llm-router', 'tts-worker', 'persona-analyzer'];

const standIns = {
  PARLEY_TEST_ENGINES: '1',
  PARLEY_STT_MODEL: 'test/scripted',
  PARLEY_LLM_MODEL: 'test/scripted',
  PARLEY_TTS_VOICE: 'test/tone',
};

/** All of Parley as separate processes, over a NATS and a Redis of their own. */
export class Stack {
  private readonly services: ServiceProcess[] = [];

  private constructor(
    private readonly nats: TestServer,
    private readonly redis: TestServer,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(options: StackOptions): Promise<Stack> {
    const [nats, redis] = await Promise.all([startNats(), startRedis()]);
    const stack = new Stack(nats, redis, {
      NATS_URL: nats.url,
      REDIS_URL: redis.url,
      PARLEY_PORT: String(await freePort()),
      ...(options.engines === 'stand-in' ? standIns : {}),
      ...options.env,
    });
    try {
      const starting = workers.flatMap((name) =>
        Array.from({ length: options.counts?.[name] ?? 1 }, () => stack.startService(name)),
      );
      // All of them settle before a failure is told: none may come up behind the clean-up.
      const outcomes = await Promise.allSettled([...starting, stack.startService('gateway')]);
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  get port(): number {
    return Number(this.env['PARLEY_PORT']);
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get redisUrl(): string {
    return this.redis.url;
  }

  /** Another gateway beside the first, on a port of its own. */
  async addGateway(extra: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
    const env = { ...this.env, ...extra, PARLEY_PORT: String(await freePort()) };
    const gateway = await startService('gateway', env, { readyTimeoutMs: 120_000 });
    this.services.push(gateway);
    return gateway;
  }

  async startService(name: ServiceName): Promise<void> {
    this.services.push(await startService(name, this.env, { readyTimeoutMs: 120_000 }));
  }

  /** Ends the instance that holds a stream now (any, when none does). */
  async killWorkerOf(name: ServiceName, signal: NodeJS.Signals): Promise<void> {
    const running = this.running(name);
    const pages = await Promise.all(running.map(metricsPage));
    const busy = pages.findIndex(
      (page) => metricSum(page, 'parley_bus_streams_open', { role: 'worker' }) > 0,
    );
    const victim = running[Math.max(0, busy)];
    if (victim === undefined) throw new Error(`no ${name} is running`);
    victim.signal(signal);
    await victim.exited;
  }

  async restartNats(downMs = 500): Promise<void> {
    await this.nats.restart(downMs);
  }

  async stopRedis(): Promise<void> {
    await this.redis.kill();
  }

  async startRedis(): Promise<void> {
    await this.redis.start();
  }

  async residentBytes(name: ServiceName): Promise<number> {
    return metricSum(await this.metrics(name), 'process_resident_memory_bytes');
  }

  /** The metrics pages of every running instance, one after another. */
  async metrics(name: ServiceName): Promise<string> {
    return (await Promise.all(this.running(name).map(metricsPage))).join('\n');
  }

  /** Services that have ended although nobody stopped them. */
  get ended(): ServiceName[] {
    return this.services.filter((service) => !service.running).map(({ name }) => name);
  }

  logs(name: ServiceName): string {
    return this.services
      .filter((service) => service.name === name)
      .flatMap((service) => service.logs)
      .join('\n');
  }

  async stop(): Promise<void> {
    await Promise.allSettled(
      this.services.filter((service) => service.running).map((service) => service.stop(5_000)),
    );
    await Promise.allSettled([this.nats.stop(), this.redis.stop()]);
  }

  private running(name: ServiceName): ServiceProcess[] {
    return this.services.filter((service) => service.name === name && service.running);
  }
}

async function metricsPage(service: ServiceProcess): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${service.port}/metrics`, {
    signal: AbortSignal.timeout(5_000),
  });
  return response.text();
}
