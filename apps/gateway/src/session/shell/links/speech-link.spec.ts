import { MemoryBus, type Incoming, type Stream, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { pino } from 'pino';
import { aheadMs } from '../../engine/coordinator/ahead';
import type { SessionState } from '../../engine/coordinator/state';
import { idleClock } from '../../engine/playout/clock';
import { mainLane } from '../../engine/response/state';
import { Harness } from '../../engine/testing/harness';
import { FakeProcess } from '../testing/fake-workers';
import { eventually } from '../testing/house';
import { SpeechLink } from './speech-link';

/** Frames that a worker may send before it is told to go on. */
const window = 16;
const frame = encode(v1.SpeechEvent, { audio: { audio: { pcm: new Uint8Array(960) } } });

let worker: FakeProcess;
let caller: MemoryBus;
let link: SpeechLink;
let state: SessionState;
let arrived: number[];
const engine = new Harness();
engine.client({ type: 'response.create' });
engine.model({ type: 'text', delta: 'Hello.' });
const { request } = engine.last('speak_begin');

/** Sends as many frames of a generation as it may. */
async function speak(stream: Stream, generation: number): Promise<void> {
  for (let i = 0; i < 4 * window; i += 1) while (!stream.send(frame, { generation })) await stream.ready();
}

const open = ({ stream }: Incoming): StreamHandlers => ({
  onFrame: ({ payload, generation }) => {
    if (decode(v1.SpeakInput, payload).begin != null) speak(stream, generation).catch(() => undefined);
  },
  onClose: () => undefined,
});

beforeEach(async () => {
  arrived = [];
  caller = new MemoryBus();
  worker = new FakeProcess(caller.network);
  await worker.serve('tts', 'w', open);
  // The client has a minute to play.
  state = { ...engine.state, live: [], clock: { endAtMs: performance.now() + 60_000 } };
  link = new SpeechLink(
    {
      bus: caller,
      sessionId: 's',
      traceparent: '',
      log: pino({ level: 'silent' }),
      state: () => state,
      aheadMs: (lane) => aheadMs(state, lane, performance.now()),
      dispatch: (event) => {
        if (event.type === 'speech') arrived.push(event.generation);
      },
      metered: () => undefined,
    },
    mainLane,
  );
  link.begin(1, request);
  await eventually(() => arrived.length === window);
});

afterEach(async () => {
  link.close();
  await Promise.all([caller.close(), worker.bus.close()]);
});

it('lets a voice run ahead only so far', async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(arrived).toHaveLength(window);
});

it('lets the next answer speak at once when the client has stopped playing', async () => {
  state = { ...state, clock: idleClock };
  link.abandon(1);
  link.begin(2, request);
  await eventually(() => arrived.includes(2));
  expect(arrived.slice(window)).toEqual(arrived.slice(window).map(() => 2));
});

it('lets the voice that takes over speak as far as it may', async () => {
  await worker.bus.close();
  const second = new FakeProcess(caller.network);
  await second.serve('tts', 'w2', open);
  state = { ...state, clock: idleClock };
  link.begin(3, request);
  await eventually(() => arrived.length === 5 * window);
  expect(arrived.slice(window)).toEqual(arrived.slice(window).map(() => 3));
  await second.bus.close();
});
