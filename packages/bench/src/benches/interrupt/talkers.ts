import { setTimeout as pause } from 'node:timers/promises';
import { RealtimeClient, type ReceivedEvent } from '@parley/testing';
import { Microphone } from '../../support/microphone';
import { pcmOf, PausingPlayer } from '../../support/pausing-player';

export type ClientKind = 'stock' | 'extensions';

export interface Outcome {
  readonly interrupted: boolean;
  /** The moment in the clip that counts → the last sample heard of the assistant; undefined: it was not stopped. */
  readonly stopMs: number | undefined;
  readonly pausesMs: readonly number[];
  /** The answer came to its end as if nothing had been: no sample missing, none twice. */
  readonly whole: boolean | undefined;
  /** All that the player was given, and of an answer that went on played: PCM16 at 24 kHz. */
  readonly audio: Buffer;
}

const settleMs = 2_500;

/** Somebody who listens to a long answer and makes a sound in the middle of it. */
export class Talker {
  private constructor(
    private readonly client: RealtimeClient,
    private readonly microphone: Microphone,
  ) {}

  /** `voice`: of the answers; undefined: the stand-in's. */
  static async connect(url: string, kind: ClientKind, voice?: string): Promise<Talker> {
    const query = kind === 'extensions' ? { parley: '1' } : {};
    const client = await RealtimeClient.connect({ url, query });
    await client.waitFor('session.created', { timeoutMs: 30_000 });
    const turn_detection = { type: 'server_vad', silence_duration_ms: 200, create_response: false };
    client.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: { input: { turn_detection }, ...(voice !== undefined && { output: { voice } }) },
      },
    });
    await client.waitFor('session.updated', { timeoutMs: 30_000 });
    return new Talker(client, new Microphone(client));
  }

  get worstLateMs(): number {
    return this.microphone.worstLateMs;
  }

  /** `onsetMs`: the moment in `pcm` that the stop is counted from. `toEnd`: the answer is heard to its end. */
  async over(pcm: Buffer, onsetMs: number, sentences: number, toEnd = false): Promise<Outcome> {
    const from = this.client.mark();
    this.client.send({
      type: 'conversation.item.create',
      item: {
        type: 'message',
        role: 'user',
        content: [{ type: 'input_text', text: `[[repeat: ${sentences}]]` }],
      },
    });
    this.client.send({ type: 'response.create' });
    await this.client.waitFor('response.output_audio.delta', { from, timeoutMs: 30_000 });
    await pause(800 + Math.random() * 400);
    const startMs = await this.microphone.say(pcm);
    const done = this.client.waitFor('response.done', { from, timeoutMs: 120_000 });
    await Promise.race([done, ...(toEnd ? [] : [pause(pcm.length / 48 + settleMs)])]);
    const cut = this.client.events.slice(from).some(cancelled);
    if (!cut && !toEnd) this.client.send({ type: 'response.cancel' });
    await done;
    await pause(700);
    const player = new PausingPlayer(true);
    const events = this.client.events.slice(from);
    const upTo = events.findIndex(({ type }) => type === 'response.done');
    for (const event of events.slice(0, upTo < 0 ? events.length : upTo)) player.on(event);
    this.client.events.length = 0;
    return {
      interrupted: cut,
      stopMs: cut ? player.heardToMs - (startMs + onsetMs) : undefined,
      pausesMs: player.pausesMs,
      whole: cut ? undefined : isWhole(player),
      audio: Buffer.concat(
        events.filter(({ type }) => type === 'response.output_audio.delta').map((event) => pcmOf(event)),
      ),
    };
  }

  async close(): Promise<void> {
    this.microphone.close();
    await this.client.close();
  }
}

/** Without the time it stood still, it played without a hole. */
function isWhole({ played, pausesMs }: PausingPlayer): boolean {
  const first = played[0];
  const last = played.at(-1);
  if (first === undefined || last === undefined) return false;
  const heardMs = played.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const stoodMs = pausesMs.reduce((sum, ms) => sum + ms, 0);
  return Math.abs(last.toMs - first.fromMs - stoodMs - heardMs) < 60;
}

const cancelled = (event: ReceivedEvent): boolean =>
  event.type === 'response.done' &&
  (event.body['response'] as { status_details?: { reason?: string } }).status_details?.reason ===
    'turn_detected';
