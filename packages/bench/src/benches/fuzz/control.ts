import { RealtimeClient, recordedUtterance } from '@parley/testing';

const settings = {
  type: 'realtime',
  audio: {
    input: {
      transcription: { model: 'whisper-1' },
      turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
    },
  },
};

/** A well-behaved caller beside the bad ones, who speaks and is answered, turn after turn. */
export class ControlCaller {
  /** From the last word spoken to the end of the answer, ms. */
  readonly turnsMs: number[] = [];
  readonly failures: string[] = [];
  private hungUp = false;
  private readonly talking: Promise<void>;

  private constructor(private readonly client: RealtimeClient) {
    this.talking = this.talk();
  }

  static async start(url: string): Promise<ControlCaller> {
    const client = await RealtimeClient.connect({ url, key: 'control-key' });
    await client.waitFor('session.created', { timeoutMs: 30_000 });
    client.send({ type: 'session.update', session: settings });
    await client.waitFor('session.updated', { timeoutMs: 30_000 });
    return new ControlCaller(client);
  }

  async hangUp(): Promise<void> {
    this.hungUp = true;
    await this.talking;
    await this.client.close();
  }

  private async talk(): Promise<void> {
    const speech = recordedUtterance().subarray(0, 48 * 1_200);
    const pause = Buffer.alloc(48 * 700);
    while (!this.hungUp) {
      await this.turn(speech, pause).catch((error: unknown) =>
        this.failures.push(String(error).slice(0, 300)),
      );
      for (const event of this.client.events)
        if (event.type === 'error') this.failures.push(JSON.stringify(event.body['error']));
      if (this.client.closeCode !== undefined) return;
      this.client.events.length = 0;
    }
  }

  private async turn(speech: Buffer, pause: Buffer): Promise<void> {
    await this.client.speak(speech);
    const startMs = performance.now();
    await this.client.speak(pause);
    const wait = { timeoutMs: 20_000 };
    await this.client.waitFor('conversation.item.input_audio_transcription.completed', wait);
    await this.client.waitFor((event) => event.type === 'response.done', wait);
    this.turnsMs.push(performance.now() - startMs);
  }
}
