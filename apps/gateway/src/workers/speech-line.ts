import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { WorkerError } from './worker-error';
import { WorkerStream, type WorkerStreamOptions } from './worker-stream';

export interface SpeechSettings {
  /** Name, alias or "provider/voice"; empty = the default. */
  readonly voice: string;
  /** Hz. */
  readonly sampleRate: number;
  /** 0.25–2. */
  readonly speed?: number;
  /** ISO-639-1; empty = the voice's own. */
  readonly language?: string;
}

/** A written word: where it stands in the text, and when it is heard. */
export interface WordTime {
  readonly textStart: number;
  readonly textEnd: number;
  readonly startMs: number;
  readonly endMs: number;
}

export type SpeechEvent =
  /** A stretch of the text is about to be heard. */
  | {
      readonly type: 'segment';
      readonly generation: number;
      readonly engine: string;
      readonly characters: number;
    }
  | { readonly type: 'audio'; readonly generation: number; readonly pcm: Uint8Array }
  | { readonly type: 'words'; readonly generation: number; readonly words: readonly WordTime[] }
  | { readonly type: 'done'; readonly generation: number };

/** The first audio of a segment may wait for those of others. */
const silentMs = 20_000;
/** The same where the text itself may be long in coming. */
const patientMs = 60 * 60_000;
/** What the worker takes as `speed`; more of it goes into the prosody. */
const fastest = 1.5;

/** A door's line to a voice: texts one after another, each of a generation of its own. */
export class SpeechLine {
  private constructor(private readonly stream: WorkerStream) {}

  /** Rejects with WorkerError. */
  static async open(
    bus: Bus,
    voice: string,
    options: Pick<WorkerStreamOptions, 'avoidWorkers' | 'signal'> = {},
  ): Promise<SpeechLine> {
    const config = encode(v1.SpeakOpen, { voice });
    const sessionId = `door-${randomUUID()}`;
    return new SpeechLine(await WorkerStream.open(bus, { service: 'tts', sessionId, config, ...options }));
  }

  get workerId(): string {
    return this.stream.workerId;
  }

  async begin(generation: number, settings: SpeechSettings): Promise<void> {
    const { voice, sampleRate, speed = 1, language = '' } = settings;
    const within = Math.min(speed, fastest);
    await this.#send(generation, {
      begin: { voice, sampleRate, language, speed: within, prosody: { rate: speed / within - 1 } },
    });
  }

  async text(generation: number, delta: string): Promise<void> {
    await this.#send(generation, { text: { delta } });
  }

  async finish(generation: number): Promise<void> {
    await this.#send(generation, { finish: {} });
  }

  cancel(generation: number): void {
    this.stream.cancel(generation);
  }

  /** `patient`: while more text may come. Rejects with WorkerError: `refused` when the text cannot be spoken as asked. */
  async next(wait: 'soon' | 'patient' = 'soon'): Promise<SpeechEvent> {
    for (;;) {
      const frame = await this.stream.next(wait === 'soon' ? silentMs : patientMs);
      if (frame === undefined) throw new WorkerError('tts', 'lost', 'The worker ended the stream.');
      const event = toEvent(decode(v1.SpeechEvent, frame.payload), frame.generation);
      if (event !== undefined) return event;
    }
  }

  close(): void {
    this.stream.close();
  }

  #send(generation: number, input: v1.SpeakInput.$Properties): Promise<void> {
    return this.stream.send(encode(v1.SpeakInput, input), generation);
  }
}

function toEvent(message: v1.SpeechEvent, generation: number): SpeechEvent | undefined {
  if (message.segmentStarted != null) {
    const { engine, textStart, textEnd } = message.segmentStarted;
    const characters = Math.max(0, (textEnd ?? 0) - (textStart ?? 0));
    return { type: 'segment', generation, engine: engine ?? '', characters };
  }
  if (message.audio != null) {
    const pcm = message.audio.audio?.pcm;
    return pcm == null || pcm.byteLength === 0 ? undefined : { type: 'audio', generation, pcm };
  }
  if (message.segmentDone != null) {
    const words = (message.segmentDone.words ?? []).map(({ textStart, textEnd, startMs, endMs }) => ({
      textStart: textStart ?? 0,
      textEnd: textEnd ?? 0,
      startMs: startMs ?? 0,
      endMs: endMs ?? 0,
    }));
    return { type: 'words', generation, words };
  }
  if (message.done != null) return { type: 'done', generation };
  if (message.failed != null) {
    const { class: kind, message: text } = message.failed;
    throw new WorkerError('tts', failureKind(kind ?? ''), text || 'Speech could not be made.');
  }
  return undefined;
}

function failureKind(kind: string): 'refused' | 'unavailable' | 'failed' {
  if (kind === 'caller_fault') return 'refused';
  return kind === 'transient' || kind === 'rate_limit' ? 'unavailable' : 'failed';
}
