import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import type { Logger } from '@parley/telemetry';
import { transcriptionSettings } from '../../doors/inworld/transcribe-config';
import { hearingRateHz } from '../../session/engine/deadlines';
import type { Perception } from '../../session/engine/perception/perception';
import { InputAudio } from '../../session/shell/audio/input-audio';
import { Decoded } from '../../doors/decoded';
import { hearOpen } from '../../workers/transcribe';
import { WorkerError } from '../../workers/worker-error';
import { WorkerStream } from '../../workers/worker-stream';
import type { HearingConfig } from './hearing-door';
import { Profiler } from './profiler';
import { voiceProfile } from './voice-profile';

export interface LiveHearingOptions {
  readonly bus: Bus;
  readonly log: Logger;
  readonly config: HearingConfig;
  readonly send: (result: object) => Promise<void>;
  /** Once: everything is told, or the failure. Not after `close`. */
  readonly onEnd: (failure?: unknown) => void;
}

const silentMs = 24 * 60 * 60_000;
const toMs = (samples: number): number => Math.round((samples * 1000) / hearingRateHz);

/** One live voice: audio in, turns with their words out. */
export class LiveHearing {
  readonly #audio: InputAudio;
  #position = 0;
  /** Number of the last turn that was committed, and where it ended. */
  #lastCommitted = 0;
  #committedTo = 0;
  #speaking = false;
  #closed = false;
  #finished = false;
  #inactivity: NodeJS.Timeout | undefined;
  readonly #turns = new Map<number, { startSample: number; endSample: number }>();

  private constructor(
    private readonly stream: WorkerStream,
    private readonly profiler: Profiler | undefined,
    private readonly options: LiveHearingOptions,
  ) {
    this.#audio = new InputAudio({ type: 'audio/pcm', rate: options.config.sampleRateHertz });
  }

  /** Rejects with WorkerError. */
  static async open(options: LiveHearingOptions): Promise<LiveHearing> {
    const { bus, config } = options;
    const sessionId = `door-${randomUUID()}`;
    const opening = hearOpen(transcriptionSettings(config), { startSample: 0, recording: false });
    const stream = await WorkerStream.open(bus, { service: 'stt', sessionId, config: opening });
    const wanted = config.voiceProfileConfig?.enableVoiceProfile === true;
    const profiler = wanted ? await Profiler.open(bus) : undefined;
    const hearing = new LiveHearing(stream, profiler, options);
    hearing.#awaitSpeech();
    void hearing.#read();
    return hearing;
  }

  /** What engines have decoded. */
  readonly decoded = new Decoded();

  get audioMs(): number {
    return toMs(this.#position);
  }

  /** Resolves when the worker has room for more. */
  async append(audio: Uint8Array): Promise<void> {
    if (this.#finished) return;
    for (const pcm of this.#audio.push(audio)) {
      const startSample = this.#position;
      this.#position += pcm.byteLength / 2;
      await this.#send({ audio: { startSample, sampleRate: hearingRateHz, pcm } });
      await this.profiler?.audio(startSample, pcm);
    }
  }

  /** What was said since the last turn is one, whatever the silence says. */
  async endTurn(): Promise<void> {
    const utterance = this.#lastCommitted + 1;
    await this.#send({ commit: { utterance, startSample: this.#committedTo, endSample: this.#position } });
  }

  /** No more audio comes: the rest is told, and then it is over. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    clearTimeout(this.#inactivity);
    this.stream.end();
  }

  close(): void {
    this.#closed = true;
    this.#finished = true;
    clearTimeout(this.#inactivity);
    this.profiler?.close();
    this.stream.close();
  }

  async #send(input: v1.HearInput.$Properties): Promise<void> {
    if (this.#closed) return;
    try {
      await this.stream.send(encode(v1.HearInput, input));
    } catch (error) {
      // The reader meets it too, and tells.
      this.options.log.debug({ err: error }, 'the hearing worker takes nothing more');
    }
  }

  async #read(): Promise<void> {
    const { send, onEnd, config } = this.options;
    try {
      for (;;) {
        const frame = await this.stream.next(silentMs);
        if (frame === undefined) break;
        await this.#tell(decode(v1.HearingEvent, frame.payload));
      }
      if (this.#closed) return;
      if (!this.#finished) throw new WorkerError('stt', 'lost', 'The worker ended the stream.');
      await send({ usage: { transcribedAudioMs: this.audioMs, modelId: config.modelId } });
      this.close();
      onEnd();
    } catch (error) {
      if (this.#closed) return;
      this.close();
      onEnd(error);
    }
  }

  async #tell(event: v1.HearingEvent): Promise<void> {
    const { send } = this.options;
    if (event.speechStarted != null) {
      const { utterance, startSample } = event.speechStarted;
      this.#speaking = true;
      await this.profiler?.started(utterance ?? 0, startSample ?? 0);
      await send({ speechStarted: { startTimeMs: toMs(startSample ?? 0) } });
    } else if (event.speechStopped != null) {
      const { endSample, speechEndSample } = event.speechStopped;
      this.#speaking = false;
      this.#awaitSpeech();
      const silence = (endSample ?? 0) - (speechEndSample ?? 0);
      await send({ speechStopped: { silenceDurationMs: toMs(Math.max(0, silence)) } });
    } else if (event.turnCommitted != null) {
      const { utterance, startSample, endSample } = event.turnCommitted;
      this.#lastCommitted = utterance ?? 0;
      this.#committedTo = endSample ?? 0;
      this.#turns.set(this.#lastCommitted, { startSample: startSample ?? 0, endSample: this.#committedTo });
    } else if (event.partial != null) {
      await send(this.#transcription(event.partial.text ?? '', false, this.profiler?.latest));
    } else if (event.final != null) {
      await this.#final(event.final);
    } else if (event.failed != null) {
      throw new WorkerError('stt', 'failed', event.failed.message || 'It was not understood.');
    }
  }

  async #final(final: v1.FinalTranscript.$Properties): Promise<void> {
    const { utterance, text, language, engine, audioMs } = final;
    this.decoded.add(engine ?? '', audioMs ?? 0);
    const number = utterance ?? 0;
    const turn = this.#turns.get(number);
    this.#turns.delete(number);
    const transcript = text ?? '';
    const perception = await this.profiler?.ended({
      ...{ utterance: number, transcript, language: language ?? '' },
      ...(turn ?? {}),
    });
    await this.options.send(this.#transcription(transcript, true, perception));
  }

  #transcription(transcript: string, isFinal: boolean, perception: Perception | undefined): object {
    const topN = this.options.config.voiceProfileConfig?.topN ?? 0;
    const profile = perception === undefined ? {} : { voiceProfile: voiceProfile(perception, topN) };
    return { transcription: { transcript, isFinal, wordTimestamps: [], ...profile } };
  }

  #awaitSpeech(): void {
    clearTimeout(this.#inactivity);
    const { inactivityTimeoutSeconds } = this.options.config;
    if (inactivityTimeoutSeconds === 0) return;
    this.#inactivity = setTimeout(() => {
      if (!this.#speaking) this.finish();
    }, inactivityTimeoutSeconds * 1000).unref();
  }
}
