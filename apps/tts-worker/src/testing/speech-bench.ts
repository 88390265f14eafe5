import { MemoryBus, type Stream, type StreamClose } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { Registry, Spans } from '@parley/telemetry';
import type { SpeechEngine, Voice } from '../engines/engine';
import { SpeechStream } from '../speech/speech-stream';
import { TtsMetrics } from '../speech/tts-metrics';
import { VoiceRegistry } from '../voices/voice-registry';

export interface Heard {
  readonly generation: number;
  readonly event: v1.SpeechEvent.$Shape;
}

const quiet = { warn: () => undefined, debug: () => undefined };

export const voiceOf = (engine: SpeechEngine, id = 'test/tone', languages = ['en']): Voice => ({
  ...{ id, name: id.split('/')[1] ?? id, engine, engineVoice: id, languages },
  ...{ sampleRate: 24_000, aliases: ['alloy'], gainDb: 0 },
});

/** A worker's speech stream and its caller, over a bus in memory. */
export class SpeechBench {
  readonly heard: Heard[] = [];
  readonly registry = new Registry();
  closed: StreamClose | undefined;
  private constructor(
    private readonly bus: MemoryBus,
    readonly voices: VoiceRegistry,
  ) {}

  stream!: Stream;

  static async open(voices: readonly Voice[], credit?: number): Promise<SpeechBench> {
    const registry = new VoiceRegistry(voices[0]?.id ?? '');
    for (const voice of voices) registry.add(voice);
    const bench = new SpeechBench(new MemoryBus(), registry);
    const metrics = new TtsMetrics(bench.registry);
    const now = () => performance.now();
    await bench.bus.serve({ service: 'tts', workerId: 'w', slots: 4 }, ({ stream }) => {
      return new SpeechStream(stream, '', {
        voices: registry,
        metrics,
        spans: Spans.under(''),
        logger: quiet,
        now,
      });
    });
    bench.stream = await bench.bus.open({
      service: 'tts',
      sessionId: 's',
      config: encode(v1.SpeakOpen, {}),
      ...(credit === undefined ? {} : { credit, manualCredit: true }),
      handlers: {
        onFrame: ({ payload, generation }) => {
          bench.heard.push({ generation, event: decode(v1.SpeechEvent, payload.slice()) });
        },
        onClose: (close) => {
          bench.closed = close;
        },
      },
    });
    return bench;
  }

  close(): Promise<void> {
    return this.bus.close();
  }

  begin(generation: number, begin: v1.SpeakBegin.$Properties = {}): void {
    this.send({ begin: { sampleRate: 24_000, ...begin } }, generation);
  }

  text(delta: string, generation: number): void {
    this.send({ text: { delta } }, generation);
  }

  finish(generation: number): void {
    this.send({ finish: {} }, generation);
  }

  /** Says it all and waits for the end. */
  async say(
    text: string,
    generation = 1,
    begin: v1.SpeakBegin.$Properties = {},
  ): Promise<v1.SpeechEvent.$Shape[]> {
    this.begin(generation, begin);
    this.text(text, generation);
    this.finish(generation);
    return this.ended(generation);
  }

  send(input: v1.SpeakInput.$Properties, generation: number): void {
    if (!this.stream.send(encode(v1.SpeakInput, input), { generation })) throw new Error('no credit');
  }

  events(generation: number): v1.SpeechEvent.$Shape[] {
    return this.heard.filter((heard) => heard.generation === generation).map(({ event }) => event);
  }

  async ended(generation: number): Promise<v1.SpeechEvent.$Shape[]> {
    await this.until(() =>
      this.events(generation).some(({ event }) => event === 'done' || event === 'failed'),
    );
    return this.events(generation);
  }

  async until(probe: () => boolean): Promise<void> {
    while (!probe()) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  async metric(name: string, labels: Record<string, string> = {}): Promise<number> {
    const values = (await this.registry.getSingleMetric(name)?.get())?.values ?? [];
    return values
      .filter((value) => Object.entries(labels).every(([key, want]) => value.labels[key] === want))
      .reduce((sum, { value }) => sum + value, 0);
  }
}

/** The kinds of the events, audio counted once per run of frames. */
export const kinds = (events: readonly v1.SpeechEvent.$Shape[]): (string | undefined)[] =>
  events.map(({ event }) => event).filter((kind, at, all) => kind !== 'audio' || all[at - 1] !== 'audio');

export const audioOf = (events: readonly v1.SpeechEvent.$Shape[]) =>
  events.flatMap((event) => (event.event === 'audio' && event.audio.audio ? [event.audio.audio] : []));
