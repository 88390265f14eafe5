import { setTimeout as pause } from 'node:timers/promises';
import { field, RealtimeClient } from '@parley/testing';
import { Microphone } from '../../support/microphone';
import { firstHeard } from '../../support/player';
import type { SpokenClip } from '../../support/recorded-words';

/** Answers begun at the transcript; begun early; begun early, and opened by a word where nothing of them is there yet. */
export type Way = 'plain' | 'early' | 'opened';

export interface LatencySample {
  readonly clip: string;
  readonly way: Way;
  /** True end of speech → first audible sample of anything; undefined: the turn was cut off before its end. */
  readonly audibleMs: number | undefined;
  /** The same of the answer itself. */
  readonly answerMs: number | undefined;
  /** So long the answer was held up by what was being played. */
  readonly heldUpMs: number;
  /** A word opened the answer. */
  readonly opened: boolean;
  /** True end of speech → commit. */
  readonly commitMs: number;
  /** Where speech truly ends in the clip. */
  readonly endInClipMs: number;
  readonly used: boolean;
  /** Answers that were begun and thrown away. */
  readonly wastes: number;
  readonly usedTokens: number;
  readonly wastedTokens: number;
}

/** A word at the commit, in every turn whose answer is not being written by then. */
const opening = {
  enabled: true,
  initial_wait_timeout_ms: 0,
  min_filler_gap_ms: 0,
  enable_filler_on_first_assistant_reply: true,
};
const quietForMs = 400;

/** Somebody who says one recorded sentence after the other, and hears what is answered. */
export class Speaker {
  private constructor(
    private readonly client: RealtimeClient,
    private readonly microphone: Microphone,
    private readonly way: Way,
  ) {}

  static async connect(
    url: string,
    way: Way,
    turn_detection: Readonly<Record<string, unknown>>,
  ): Promise<Speaker> {
    const client = await RealtimeClient.connect({ url, query: { parley: '1' } });
    await client.waitFor('session.created', { timeoutMs: 30_000 });
    const speaker = new Speaker(client, new Microphone(client), way);
    await speaker.configure({
      parley: { speculation: way !== 'plain', ...(way === 'opened' && { responsiveness: opening }) },
      audio: { input: { turn_detection } },
    });
    return speaker;
  }

  get worstLateMs(): number {
    return this.microphone.worstLateMs;
  }

  /** The stand-in recogniser is to know the clip's words by its name. */
  async turn(clip: SpokenClip): Promise<LatencySample> {
    const prompt = `[[recording: ${clip.name}]]`;
    const { language } = clip;
    await this.configure({
      audio: { input: { transcription: { model: 'whisper-1', language, prompt } } },
    });
    const from = this.client.mark();
    const startMs = await this.microphone.say(clip.pcm);
    const endMs = startMs + clip.speechEndMs;
    const wait = { from, timeoutMs: 30_000 };
    const committed = await this.client.waitFor('input_audio_buffer.committed', wait);
    const early = committed.atMs < endMs;
    if (early) await pause(Math.max(0, startMs + clip.durationMs - performance.now()) + 2_500);
    else {
      // Its transcript comes with the answer's first audio, and not with what goes ahead of it.
      const shown = await this.client.waitFor('response.output_audio_transcript.delta', wait);
      const after = this.client.events.indexOf(shown) + 1;
      await this.client.waitFor('response.output_audio.delta', { ...wait, from: after });
    }
    const heard = firstHeard(this.client.events.slice(from));
    await this.fallSilent(from);
    const opened = this.client.events
      .slice(from)
      .some((event) => event.type === 'parley.filler' && field(event, 'outcome') === 'started');
    const told = this.client.events.slice(from).filter(({ type }) => type === 'parley.speculation');
    const tokens = (outcome: string): number =>
      told
        .filter((event) => field(event, 'outcome') === outcome)
        .reduce((sum, event) => sum + Number(field(event, 'tokens')), 0);
    this.client.events.length = 0;
    return {
      clip: clip.name,
      way: this.way,
      audibleMs: early || heard.anythingMs === undefined ? undefined : heard.anythingMs - endMs,
      answerMs: early || heard.answerMs === undefined ? undefined : heard.answerMs - endMs,
      heldUpMs: heard.heldUpMs,
      opened,
      commitMs: committed.atMs - endMs,
      endInClipMs: clip.speechEndMs,
      wastes: told.filter((event) => field(event, 'outcome') === 'wasted').length,
      used: told.some((event) => field(event, 'outcome') === 'used'),
      usedTokens: tokens('used'),
      wastedTokens: tokens('wasted'),
    };
  }

  async close(): Promise<void> {
    this.microphone.close();
    await this.client.close();
  }

  /** Nothing is left to say of this turn. */
  private async fallSilent(from: number): Promise<void> {
    const count = (type: string): number =>
      this.client.events.slice(from).filter((event) => event.type === type).length;
    for (let quietMs = 0; quietMs < quietForMs; quietMs += 100) {
      if (count('response.created') > count('response.done')) {
        this.client.send({ type: 'response.cancel' });
        quietMs = 0;
      }
      await pause(100);
    }
  }

  private async configure(session: object): Promise<void> {
    const from = this.client.mark();
    this.client.send({ type: 'session.update', session: { type: 'realtime', ...session } });
    await this.client.waitFor('session.updated', { from, timeoutMs: 30_000 });
  }
}
