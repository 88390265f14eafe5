import { concatInt16 } from '@parley/audio';
import type { Perception } from './server-event';
import type { TalkEvent } from './talk-event';

export interface Reply {
  readonly responseId: string;
  readonly text: string;
  readonly status: string;
  readonly detail: string;
  readonly audio: Int16Array;
  /** From the connection; undefined = no audio came. */
  readonly firstAudioMs: number | undefined;
}

/** What is known of a conversation so far. */
export interface TalkRecord {
  readonly heard: readonly string[];
  readonly replies: readonly Reply[];
  readonly persona: Perception | undefined;
  readonly timings: readonly Readonly<Record<string, number>>[];
  readonly engines: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  readonly speaking: boolean;
  /** User turns whose transcript has not come yet. */
  readonly awaitedTranscripts: number;
  /** Replies that have begun, or are due, and have not ended. */
  readonly awaitedReplies: number;
  readonly lastEventMs: number;
}

/** Collects events into a record; its audio is gathered in pieces, to be joined when asked for. */
export class Recorder {
  private readonly heard: string[] = [];
  private readonly done: Reply[] = [];
  private readonly timings: Readonly<Record<string, number>>[] = [];
  private readonly errors: string[] = [];
  private engines: Readonly<Record<string, string>> = {};
  private persona: Perception | undefined;
  private speaking = false;
  private turns = 0;
  private transcribed = 0;
  /** The last turn has no reply yet. One before it that has none gets none: the next turn came first. */
  private unanswered = false;
  private lastEventMs = 0;
  private open:
    | { responseId: string; text: string; pieces: Int16Array[]; firstAudioMs: number | undefined }
    | undefined;

  take(event: TalkEvent): void {
    this.lastEventMs = event.atMs;
    switch (event.kind) {
      case 'speech-started':
        this.speaking = true;
        return;
      case 'speech-stopped':
        this.speaking = false;
        this.turns++;
        this.unanswered = true;
        return;
      case 'heard':
        this.transcribed++;
        this.heard.push(event.text.trim());
        // A turn in which nothing was said may go unanswered.
        if (event.text.trim() === '' && this.transcribed >= this.turns) this.unanswered = false;
        return;
      case 'not-understood':
        this.transcribed++;
        this.errors.push(event.message);
        return;
      case 'reply-started':
        this.unanswered = false;
        this.open = { responseId: event.responseId, text: '', pieces: [], firstAudioMs: undefined };
        return;
      case 'reply-text':
        if (this.open) this.open.text += event.delta;
        return;
      case 'reply-audio':
        if (this.open === undefined) return;
        this.open.firstAudioMs ??= event.atMs;
        this.open.pieces.push(event.pcm);
        return;
      case 'reply-done':
        this.finishReply(event.status, event.detail);
        return;
      case 'persona':
        this.persona = event.perception;
        return;
      case 'timing':
        this.timings.push(event.stages);
        this.engines = { ...this.engines, ...event.engines };
        return;
      case 'error':
        this.errors.push(event.message);
        return;
      case 'partial':
        return;
    }
  }

  get record(): TalkRecord {
    return {
      heard: this.heard,
      replies: this.done,
      persona: this.persona,
      timings: this.timings,
      engines: this.engines,
      errors: this.errors,
      speaking: this.speaking,
      awaitedTranscripts: Math.max(0, this.turns - this.transcribed),
      awaitedReplies: Number(this.open !== undefined) + Number(this.unanswered),
      lastEventMs: this.lastEventMs,
    };
  }

  private finishReply(status: string, detail: string): void {
    if (this.open === undefined) return;
    const { responseId, text, pieces, firstAudioMs } = this.open;
    this.done.push({
      responseId,
      text: text.trim(),
      status,
      detail,
      audio: concatInt16(pieces),
      firstAudioMs,
    });
    this.open = undefined;
  }
}
