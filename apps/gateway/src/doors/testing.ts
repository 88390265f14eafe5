import { BusError, MemoryBus, type Incoming, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';

const nothing = (): void => undefined;

/** Plays workers that hear: one utterance of so many words for each second of audio. */
export class FakeHearing {
  readonly opens: v1.HearOpen[] = [];
  /** Samples that came, of the last stream. */
  samples = 0;
  closes = 0;
  /** What a turn is answered with. */
  text = (utterance: number): string => `Words ${utterance}.`;
  /** Called before a turn is answered; throws to stop there. */
  onTurn: (utterance: number) => void = nothing;

  readonly open = ({ stream, config }: Incoming): StreamHandlers => {
    const open = decode(v1.HearOpen, config);
    this.opens.push(open);
    this.samples = open.startSample ?? 0;
    let utterance = open.nextUtterance ?? 1;
    let told = this.samples;
    const send = (event: v1.HearingEvent.$Properties) => stream.send(encode(v1.HearingEvent, event));
    const turn = (endSample: number): void => {
      this.onTurn(utterance);
      send({ turnCommitted: { utterance, startSample: told, endSample } });
      send({ final: { utterance, text: this.text(utterance), language: 'en', confidence: 0.9 } });
      send({ heardTo: { sample: endSample } });
      told = endSample;
      utterance += 1;
    };
    return {
      onFrame: ({ payload }) => {
        const { audio } = decode(v1.HearInput, payload);
        const end = (audio?.startSample ?? 0) + (audio?.pcm?.byteLength ?? 0) / 2;
        this.samples = Math.max(this.samples, end);
        while (this.samples - told >= 16_000) turn(told + 16_000);
      },
      onEnd: () => {
        if (this.samples > told) turn(this.samples);
        stream.close();
      },
      onClose: () => (this.closes += 1),
    };
  };
}

/** Plays a worker of one service on the bus of a test. */
export const serveWorker = (
  bus: MemoryBus,
  service: string,
  open: (incoming: Incoming) => StreamHandlers,
  workerId = `${service}-1`,
) => new MemoryBus(bus.network).serve({ service, workerId, slots: 8 }, open);

/** Plays workers of which none has the recogniser that is asked for. */
export async function serveOtherRecognisers(bus: MemoryBus, ...ids: string[]): Promise<void> {
  const worker = new MemoryBus(bus.network);
  const recognizers = ids.map((id) => ({ id }));
  await worker.respond('parley.stt.recognizers', async () =>
    encode(v1.ListRecognizersReply, { recognizers }),
  );
  await worker.serve({ service: 'stt', workerId: 'others', slots: 8 }, () => {
    throw new BusError('refused', 'There is no such recogniser here.', true);
  });
}

type ChatOutput = Omit<v1.ChatOutput.$Properties, 'request'>;

/** Plays llm-router's door: what it says to each body, once that is whole. */
export const answering =
  (replyTo: (body: string) => readonly ChatOutput[], onCancel: () => void = nothing) =>
  ({ stream }: Incoming): StreamHandlers => {
    const bodies = new Map<number, string>();
    return {
      onFrame: ({ payload }) => {
        const { request, body, last, cancel } = decode(v1.ChatInput, payload);
        const whole = (bodies.get(request) ?? '') + Buffer.from(body).toString();
        bodies.set(request, whole);
        if (cancel) onCancel();
        if (!last) return;
        for (const output of replyTo(whole)) stream.send(encode(v1.ChatOutput, { request, ...output }));
      },
      onClose: nothing,
    };
  };
