import { mkdtempSync, existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Registry } from 'prom-client';
import type { EngineHost, EngineSpec, WorkOptions } from '../host';
import { createEngineHost } from './engine-pool';

const fixtures = path.resolve(__dirname, '../../test/fixtures');

export interface TestHost {
  readonly host: EngineHost;
  readonly registry: Registry;
  readonly folder: string;
  ask(work: object, options?: WorkOptions): Promise<unknown[]>;
  metric(name: string, labels?: Record<string, string>): Promise<number>;
  /** Lines the engine logged about its works. */
  workLog(): string[];
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A host around the fixture engine. */
export function testHost(settings: Record<string, string> = {}, spec: Partial<EngineSpec> = {}): TestHost {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'engines-kit-'));
  const log = path.join(folder, 'works.log');
  const registry = new Registry();
  const host = createEngineHost(
    {
      name: 'fixture',
      program: path.join(fixtures, 'engine.js'),
      files: {},
      settings: { log, ...settings },
      threads: 1,
      restart: { firstDelayMs: 20, maxDelayMs: 50, slowRetryMs: 300 },
      ...spec,
    },
    { logger: quiet, metrics: registry },
  );
  return {
    host,
    registry,
    folder,
    async ask(work, options) {
      const results: unknown[] = [];
      for await (const bytes of host.work(Buffer.from(JSON.stringify(work)), options)) {
        results.push(JSON.parse(Buffer.from(bytes).toString()));
      }
      return results;
    },
    async metric(name, labels = {}) {
      const found = (await registry.getSingleMetric(name)?.get())?.values ?? [];
      return found
        .filter((value) => Object.entries(labels).every(([key, want]) => value.labels[key] === want))
        .reduce((sum, { value }) => sum + value, 0);
    },
    workLog: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

export const pythonFixture = path.join(fixtures, 'engine.py');

/** Polls until `probe` is true; the test's own timeout is the limit. */
export async function until(probe: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await probe())) await new Promise((resolve) => setTimeout(resolve, 20));
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
