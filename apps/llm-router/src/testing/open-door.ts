import { BodyRoom } from '@parley/admission';
import { testAdmission, type TestAdmissionOptions } from '@parley/admission/test-support';
import { createLogger, createRegistry } from '@parley/telemetry';
import { AnswerMetrics } from '../answering/answer-metrics';
import { Answers } from '../answering/answers';
import { Breakers } from '../answering/breakers';
import type { Deadlines } from '../answering/state';
import { Door } from '../door/door';
import { DoorMetrics } from '../door/door-metrics';
import { DoorServer } from '../door/door-server';
import { hostedProviders } from '../providers/hosted/hosted';
import { ProviderRegistry } from '../providers/registry';
import { ScriptedProvider } from '../providers/scripted/provider';
import { Measures } from '../routing/measures';
import { Planner, type RouterSource } from '../routing/planner';
import { Scores } from '../routing/scores';
import { configOf } from './config';

export interface OpenDoorOptions {
  /** Configures hosted providers; `test/scripted` is there always, and the default. */
  readonly env?: Readonly<Record<string, string>>;
  readonly keys?: readonly string[];
  readonly admission?: TestAdmissionOptions;
  readonly routers?: RouterSource;
  readonly deadlines?: Partial<Deadlines>;
  readonly maxRunning?: number;
  /** Of bodies that are held at a time. */
  readonly roomBytes?: number;
}

export interface OpenDoor {
  /** Base URL of the API, with /v1. */
  readonly url: string;
  readonly door: Door;
  readonly metrics: ReturnType<typeof createRegistry>;
  close(): Promise<void>;
}

const deadlines: Deadlines = {
  firstTokenMs: 5_000,
  fallbackMs: 2_000,
  betweenTokensMs: 5_000,
  totalMs: 20_000,
  hedgeMs: 0,
};

/** The door on a free port of its own, over real providers. */
export async function openDoor(options: OpenDoorOptions = {}): Promise<OpenDoor> {
  const providers = hostedProviders(configOf(options.env));
  const scripted = new ScriptedProvider({ firstTokenMs: 0, tokenMs: 0 });
  const registry = new ProviderRegistry([scripted, ...providers], {
    PARLEY_LLM_MODEL: 'test/scripted',
    PARLEY_MODEL_ALIASES: '',
  });
  const measures = new Measures();
  const routers = options.routers ?? { find: () => undefined, names: () => [] };
  const breakers = new Breakers();
  const metrics = createRegistry('test');
  const door: Door = new Door({
    planner: new Planner({ registry, measures, routers, scores: new Scores() }),
    answers: new Answers({
      deadlines: { ...deadlines, ...options.deadlines },
      breakers,
      measures,
      metrics: new AnswerMetrics(metrics, breakers),
    }),
    registry,
    ...testAdmission({ apiKeys: options.keys ?? [], ...options.admission }),
    metrics: new DoorMetrics(metrics, () => door.running),
    logger: createLogger('test', 'silent'),
    maxRunning: options.maxRunning ?? 100,
    room: new BodyRoom(options.roomBytes ?? 100_000_000, metrics),
  });
  const server = new DoorServer(door.handle);
  const port = await server.listen('127.0.0.1', 0);
  return { url: `http://127.0.0.1:${port}/v1`, door, metrics, close: () => server.close(0) };
}
