import { float32ToBytes } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { Registry } from '@parley/telemetry';
import { SAMPLE_RATE_HZ } from '../features/frames';
import { measuredRules } from '../persona/sure';
import { PersonaMetrics } from './persona-metrics';
import { PersonaStream } from './persona-stream';

const FRAME = 320;

function buzz(seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * SAMPLE_RATE_HZ }, (_, i) => {
    const angle = (2 * Math.PI * 140 * i) / SAMPLE_RATE_HZ;
    return 0.2 * (Math.sin(angle) + 0.5 * Math.sin(2 * angle));
  });
}

class Setup {
  readonly sent: v1.PerceptionEvent[] = [];
  readonly registry = new Registry();
  credit = 1000;
  readonly stream: PersonaStream;

  constructor(startSample = 0) {
    const send = (payload: Uint8Array): boolean => {
      if (this.credit === 0) return false;
      this.credit--;
      this.sent.push(decode(v1.PerceptionEvent, payload));
      return true;
    };
    this.stream = new PersonaStream({ send }, new PersonaMetrics(this.registry), {
      startSample,
      chunkMs: 1000,
      sure: measuredRules,
    });
  }

  audio(samples: Float32Array, startSample: number, shared = true): void {
    const frame = { startSample, sampleRate: SAMPLE_RATE_HZ, pcm: float32ToBytes(samples) };
    const payload = shared ? encode(v1.AudioFrame, frame) : encode(v1.PerceiveInput, { audio: frame });
    this.stream.onFrame({ payload, shared });
  }

  live(samples: Float32Array, from = 0): void {
    for (let at = 0; at < samples.length; at += FRAME)
      this.audio(samples.subarray(at, at + FRAME), from + at);
  }

  input(input: v1.PerceiveInput.$Properties): void {
    this.stream.onFrame({ payload: encode(v1.PerceiveInput, input), shared: false });
  }

  async count(name: string): Promise<number> {
    const metric = await this.registry.getSingleMetric(name)!.get();
    return metric.values.reduce((sum, { value }) => sum + value, 0);
  }
}

describe('PersonaStream', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('answers live audio with chunks and an ended utterance with its perception', () => {
    const setup = new Setup();
    setup.input({ utteranceStarted: { utterance: 7, startSample: 0 } });
    setup.live(buzz(2));
    setup.input({ utteranceEnded: { utterance: 7, startSample: 0, endSample: 2 * SAMPLE_RATE_HZ } });
    const { CHUNK, UTTERANCE } = v1.PerceptionEvent.Scope;
    expect(setup.sent.map(({ scope, utterance }) => [scope, utterance])).toEqual([
      [CHUNK, 7],
      [CHUNK, 7],
      [UTTERANCE, 7],
    ]);
    expect(setup.sent[2]?.perception?.pitchHz).toBeCloseTo(140, 0);
    setup.stream.onClose();
  });

  it('joins replayed audio with live audio that came before it', () => {
    const setup = new Setup();
    const audio = buzz(2);
    const half = SAMPLE_RATE_HZ;
    setup.live(audio.subarray(half), half);
    expect(setup.sent).toEqual([]);
    setup.audio(audio.subarray(0, half), 0, false);
    expect(setup.sent).toHaveLength(2);
    setup.stream.onClose();
  });

  it('takes audio that never comes for silence, and counts it', async () => {
    const setup = new Setup();
    setup.live(buzz(1), SAMPLE_RATE_HZ / 2);
    jest.advanceTimersByTime(600);
    expect(setup.sent).toHaveLength(1);
    await expect(setup.count('parley_persona_silence_filled_seconds_total')).resolves.toBeCloseTo(0.5);
    setup.stream.onClose();
  });

  it('answers an utterance whose last audio is lost', () => {
    const setup = new Setup();
    setup.live(buzz(1));
    setup.input({ utteranceEnded: { utterance: 1, startSample: 0, endSample: 2 * SAMPLE_RATE_HZ } });
    expect(setup.sent).toHaveLength(1);
    jest.advanceTimersByTime(600);
    expect(setup.sent).toHaveLength(2);
    setup.stream.onClose();
  });

  it('drops events without credit, and bad messages, and counts both', async () => {
    const setup = new Setup();
    setup.credit = 0;
    setup.live(buzz(1));
    setup.stream.onFrame({ payload: Uint8Array.of(255, 255, 255), shared: false });
    setup.input({ audio: { startSample: 0, sampleRate: 48_000, pcm: new Uint8Array(4) } });
    await expect(setup.count('parley_persona_events_dropped_total')).resolves.toBe(1);
    await expect(setup.count('parley_persona_messages_malformed_total')).resolves.toBe(2);
    setup.stream.onClose();
  });
});
