import { PageAudio } from './audio';

/** As much of a browser's audio as the page uses. */
class Machine {
  static rateHz = 48_000;
  readonly audioWorklet = { addModule: () => Promise.resolve() };
  readonly destination = {};
  readonly sampleRate: number;

  constructor({ sampleRate = Machine.rateHz }: { sampleRate?: number }) {
    this.sampleRate = sampleRate;
  }

  resume = () => Promise.resolve();
  close = () => Promise.resolve();
  createMediaStreamSource = () => new Source();
}

class Worklet {
  readonly port: { onmessage?: (event: { data: Float32Array }) => void } = {};
  connect(): void {}
}

/** What hears the microphone; a track that was stopped is silent and goes on. */
let hearing: Worklet[] = [];

class Source {
  readonly #to: Worklet[] = [];
  connect(node: Worklet): void {
    this.#to.push(node);
    hearing.push(node);
  }
  disconnect(): void {
    hearing = hearing.filter((node) => !this.#to.includes(node));
  }
}

const stop = jest.fn();
const frame = new Float32Array(1_920);

beforeEach(() => {
  hearing = [];
  stop.mockClear();
  Object.assign(globalThis, { AudioContext: Machine, AudioWorkletNode: Worklet });
  const getUserMedia = () => Promise.resolve({ getTracks: () => [{ stop }] });
  Object.defineProperty(globalThis, 'navigator', {
    value: { mediaDevices: { getUserMedia } },
    configurable: true,
  });
});

it('hands out each frame once, though the microphone was off before', async () => {
  const frames: Float32Array[] = [];
  const audio = await PageAudio.start((samples) => frames.push(samples), jest.fn());
  const passed = () => {
    frames.length = 0;
    for (const node of hearing) node.port.onmessage?.({ data: frame });
    return frames.length;
  };
  await audio.listen();
  expect(passed()).toBe(1);
  audio.mute();
  expect([passed(), stop.mock.calls.length]).toEqual([0, 1]);
  await audio.listen();
  await audio.listen();
  expect(passed()).toBe(1);
});

it.each([
  [44_100, 44_100],
  [96_000, 48_000],
])('at a machine of %i Hz it has %i', async (machineHz, rateHz) => {
  Machine.rateHz = machineHz;
  expect((await PageAudio.start(jest.fn(), jest.fn())).rateHz).toBe(rateHz);
});
