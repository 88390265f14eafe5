import { MemoryBus } from '@parley/bus';
import { pino } from 'pino';
import type { MeterEvent } from '../../../metering/generation-meter';
import { mainLane } from '../../engine/response/state';
import { Harness } from '../../engine/testing/harness';
import { FakeModel, FakeProcess } from '../testing/fake-workers';
import { eventually } from '../testing/house';
import { GenerationLink } from './generation-link';

let worker: FakeProcess;
const metered: MeterEvent[] = [];
let caller: MemoryBus;
let link: GenerationLink;
const model = new FakeModel();
const engine = new Harness();
engine.client({ type: 'response.create' });
const { request } = engine.last('generate');

beforeEach(async () => {
  metered.length = 0;
  model.requests.length = 0;
  caller = new MemoryBus();
  worker = new FakeProcess(caller.network);
  model.answers = false;
  await worker.serve('llm', 'w', model.open);
  link = new GenerationLink(
    {
      bus: caller,
      sessionId: 's',
      traceparent: '',
      log: pino({ level: 'silent' }),
      state: () => engine.state,
      aheadMs: () => 0,
      dispatch: () => undefined,
      metered: (event) => metered.push(event),
    },
    mainLane,
  );
});

afterEach(async () => {
  link.close();
  await Promise.all([caller.close(), worker.bus.close()]);
});

it('has the model read ahead after an answer was cut off, and asks it again', async () => {
  link.request(5, request);
  await eventually(() => model.requests.length === 1);
  link.abandon(5);
  link.prepare(request);
  await eventually(() => model.prepared.length === 1);
  link.request(6, request);
  await eventually(() => model.requests.length === 2);
  expect([model.generation, model.cancelled]).toEqual([6, [5]]);
});

describe('of what no worker was given the meter hears', () => {
  const unsent = (generation: number): MeterEvent => ({ type: 'unsent', generation });

  beforeEach(() => worker.bus.close());

  it.each<[string, () => void]>([
    ['when another takes its place', () => link.request(6, request)],
    ['when it is abandoned', () => link.abandon(5)],
    ['when the lane is closed', () => link.close()],
  ])('%s', (_, happens) => {
    link.request(5, request);
    expect(metered).toEqual([]);
    happens();
    expect(metered).toEqual([unsent(5)]);
  });

  it('when nobody is there', async () => {
    link.request(5, request);
    await eventually(() => metered.length > 0);
    expect(metered).toEqual([unsent(5)]);
  });

  it('when it is too large for any', () => {
    link.request(5, { ...request, instructions: 'x'.repeat(11 * 1024 * 1024) });
    expect(metered).toEqual([unsent(5)]);
  });
});

it('tells the meter nothing of a request that a worker got', async () => {
  link.request(5, request);
  await eventually(() => model.requests.length === 1);
  link.close();
  expect(metered).toEqual([]);
});
