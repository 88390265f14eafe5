import { MemoryBus } from '@parley/bus';
import { pino } from 'pino';
import { mainLane } from '../../engine/response/state';
import { Harness } from '../../engine/testing/harness';
import { FakeModel, FakeProcess } from '../testing/fake-workers';
import { eventually } from '../testing/house';
import { GenerationLink } from './generation-link';

let worker: FakeProcess;
let caller: MemoryBus;
let link: GenerationLink;
const model = new FakeModel();
const engine = new Harness();
engine.client({ type: 'response.create' });
const { request } = engine.last('generate');

beforeEach(async () => {
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
      dispatch: () => undefined,
      metered: () => undefined,
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
