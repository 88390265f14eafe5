import { bytesToFloat32 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import type { Stream, StreamHandlers } from '@parley/service';
import { SAMPLE_RATE_HZ } from '../features/frames';
import { AudioOrder } from '../hearing/audio-order';
import { PerceptionSession } from '../persona/perceive';
import { sureTraits, type SureRules } from '../persona/sure';
import type { PerceivedEvent } from '../persona/types';
import type { PersonaMetrics } from './persona-metrics';

/** How long a gap waits for replayed audio, and an ended utterance for its last audio. */
const HOLD_MS = 500;
const MAX_HELD_SAMPLES = 60 * SAMPLE_RATE_HZ;

export interface PersonaStreamOptions {
  readonly startSample: number;
  readonly chunkMs: number;
  readonly sure: SureRules;
}

/** One session's stream: puts its audio in order, runs it through the analysis, sends what was perceived. */
export class PersonaStream implements StreamHandlers {
  private readonly order: AudioOrder;
  private readonly session: PerceptionSession;
  private gapTimer: NodeJS.Timeout | undefined;
  private settleTimer: NodeJS.Timeout | undefined;
  private silenceCounted = 0;

  constructor(
    private readonly stream: Pick<Stream, 'send'>,
    private readonly metrics: PersonaMetrics,
    private readonly options: PersonaStreamOptions,
  ) {
    this.session = new PerceptionSession(options);
    this.order = new AudioOrder({
      startSample: options.startSample,
      holdMs: HOLD_MS,
      maxHeldSamples: MAX_HELD_SAMPLES,
    });
  }

  onFrame(frame: { readonly payload: Uint8Array; readonly shared: boolean }): void {
    try {
      if (frame.shared) this.hear(decode(v1.AudioFrame, frame.payload));
      else this.take(decode(v1.PerceiveInput, frame.payload));
    } catch {
      this.metrics.malformed.inc();
    }
  }

  onClose(): void {
    clearTimeout(this.gapTimer);
    clearTimeout(this.settleTimer);
  }

  private take(input: v1.PerceiveInput): void {
    if (input.audio) this.hear(input.audio);
    if (input.utteranceStarted) this.session.utteranceStarted(input.utteranceStarted.utterance ?? 0);
    if (input.utteranceEnded) {
      const { utterance, startSample, endSample, transcript, language } = input.utteranceEnded;
      this.send(
        this.session.utteranceEnded({
          utterance: utterance ?? 0,
          startSample: startSample ?? 0,
          endSample: endSample ?? 0,
          transcript: transcript ?? '',
          language: language ?? '',
        }),
      );
      this.settleLater();
    }
  }

  private hear(audio: v1.AudioFrame.$Properties): void {
    const rate = audio.sampleRate ?? 0;
    if (rate !== 0 && rate !== SAMPLE_RATE_HZ) return this.metrics.malformed.inc();
    const samples = bytesToFloat32(audio.pcm ?? new Uint8Array());
    this.analyze(this.order.push(audio.startSample ?? 0, samples, performance.now()));
    this.watchGap();
  }

  private analyze(runs: readonly Float32Array[]): void {
    const done = this.metrics.analysis.startTimer();
    for (const run of runs) this.send(this.session.hear(run));
    done();
    const { silenceSamples } = this.order;
    this.metrics.silenceFilled.inc((silenceSamples - this.silenceCounted) / SAMPLE_RATE_HZ);
    this.silenceCounted = silenceSamples;
  }

  /** Keeps one timer while a gap is open. */
  private watchGap(): void {
    const { dueMs } = this.order;
    if (dueMs === undefined) {
      clearTimeout(this.gapTimer);
      this.gapTimer = undefined;
      return;
    }
    this.gapTimer ??= setTimeout(
      () => {
        this.gapTimer = undefined;
        this.analyze(this.order.expire(performance.now()));
        this.watchGap();
      },
      Math.max(1, dueMs - performance.now()),
    );
  }

  private settleLater(): void {
    if (!this.session.waiting || this.settleTimer !== undefined) return;
    this.settleTimer = setTimeout(() => {
      this.settleTimer = undefined;
      this.send(this.session.settle());
    }, HOLD_MS);
  }

  private send(events: readonly PerceivedEvent[]): void {
    for (const event of events) {
      const sent = this.stream.send(encode(v1.PerceptionEvent, toMessage(event, this.options.sure)));
      if (sent) this.metrics.events.inc({ scope: event.scope });
      else this.metrics.dropped.inc();
    }
  }
}

function toMessage(event: PerceivedEvent, rules: SureRules): v1.PerceptionEvent.$Properties {
  const { perception } = event;
  return {
    scope: event.scope === 'chunk' ? v1.PerceptionEvent.Scope.CHUNK : v1.PerceptionEvent.Scope.UTTERANCE,
    utterance: event.utterance,
    startSample: event.startSample,
    endSample: event.endSample,
    perception: {
      emotion: [...perception.emotion],
      age: [...perception.age],
      accent: [...perception.accent],
      speakingRate: [...perception.speakingRate],
      pitch: [...perception.pitch],
      vocalStyle: [...perception.vocalStyle],
      pitchHz: perception.pitchHz,
      energyDbfs: perception.energyDbfs,
      syllablesPerSecond: perception.syllablesPerSecond,
      sure: sureTraits(perception, rules),
    },
  };
}
