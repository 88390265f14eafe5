import {
  BusError,
  MemoryBus,
  type Incoming,
  type MemoryNetwork,
  type Serving,
  type Stream,
  type StreamHandlers,
} from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { Run } from '../../engine/testing/voice';

const nothing = (): void => undefined;

/** One process with workers of some services, that can be killed. */
export class FakeProcess {
  readonly bus: MemoryBus;
  readonly #servings: Serving[] = [];

  constructor(network: MemoryNetwork) {
    this.bus = new MemoryBus(network);
  }

  async serve(
    service: string,
    workerId: string,
    open: (incoming: Incoming) => StreamHandlers,
  ): Promise<void> {
    this.#servings.push(await this.bus.serve({ service, workerId, slots: 8 }, open));
  }

  /** Says that it is about to stop, and waits so long for its streams to be given up. */
  async drain(timeoutMs: number): Promise<void> {
    await Promise.all(this.#servings.map((serving) => serving.drain(timeoutMs)));
  }
}

/** Hears what the test tells it to: keeps the samples it got, and answers commits with a scripted transcript. */
export class FakeRecogniser {
  readonly opens: v1.HearOpen[] = [];
  readonly inputs: v1.HearInput[] = [];
  /** Bytes of audio by position, live and replayed. */
  readonly heard: { start: number; bytes: number; shared: boolean }[] = [];
  stream: Stream | undefined;
  transcript = 'Hello there.';

  /** @param id of the only recogniser, whatever it is called */
  constructor(private readonly id = 'test/ear') {}

  readonly open = ({ stream, config }: Incoming): StreamHandlers => {
    const open = decode(v1.HearOpen, config);
    if (!this.has(open.config)) throw new BusError('refused', 'no such model', true);
    this.stream = stream;
    this.opens.push(open);
    return {
      onFrame: ({ payload, shared }) => {
        if (shared) return this.audio(decode(v1.AudioFrame, payload), true);
        const input = decode(v1.HearInput, payload);
        if (input.configure != null && !this.has(input.configure))
          return stream.close({ code: 'refused', message: 'no such model', retryable: true });
        this.inputs.push(input);
        if (input.audio != null) this.audio(input.audio, false);
        if (input.commit != null) this.commit(input.commit);
      },
      onClose: nothing,
    };
  };

  send(event: v1.HearingEvent.$Properties): void {
    this.stream?.send(encode(v1.HearingEvent, event));
  }

  /** A whole turn by the VAD, its end where the audio is now. */
  turn(utterance: number, startSample: number, endSample: number, text: string = this.transcript): void {
    this.send({ speechStarted: { utterance, startSample } });
    this.send({ speechStopped: { utterance, endSample, speechEndSample: endSample } });
    this.send({ turnCommitted: { utterance, startSample, endSample } });
    this.send({ final: { utterance, text, language: 'en' } });
  }

  private has(config: v1.HearConfig.$Properties | null | undefined): boolean {
    const model = config?.transcription?.model ?? '';
    return model === '' || model === this.id;
  }

  private audio(frame: v1.AudioFrame.$Properties, shared: boolean): void {
    this.heard.push({ start: frame.startSample ?? 0, bytes: frame.pcm?.byteLength ?? 0, shared });
  }

  private commit({ utterance, startSample, endSample }: v1.CommitUtterance.$Properties): void {
    const span = { utterance: utterance ?? 0, startSample: startSample ?? 0, endSample: endSample ?? 0 };
    this.send({ turnCommitted: span });
    this.send({ final: { utterance: span.utterance, text: this.transcript, language: 'en' } });
  }
}

/** Answers "You said: …" word by word, or waits for the test. */
export class FakeModel {
  readonly requests: v1.GenerateRequest[] = [];
  /** To be read ahead. */
  readonly prepared: v1.GenerateRequest[] = [];
  readonly cancelled: number[] = [];
  stream: Stream | undefined;
  generation = 0;
  answers = true;

  readonly open = ({ stream }: Incoming): StreamHandlers => {
    this.stream = stream;
    return {
      onFrame: ({ payload, generation }) => {
        const { request, prepare } = decode(v1.GenerateInput, payload);
        if (prepare != null) this.prepared.push(new v1.GenerateRequest(prepare));
        if (request == null) return;
        this.stream = stream;
        this.requests.push(new v1.GenerateRequest(request));
        this.generation = generation;
        if (this.answers) this.answer(request);
      },
      onCancel: (generation) => this.cancelled.push(generation),
      onClose: nothing,
    };
  };

  write(text: string): void {
    this.send({ text: { text } });
  }

  finish(): void {
    const usage = { inputTokens: 20, cachedInputTokens: 10, outputTokens: 5 };
    const price = { input: 1, cachedInput: 0.5, output: 4 };
    const attempts = [{ provider: 'test', model: 'scripted', status: 'ok', usage, price }];
    this.send({ finished: { reason: v1.GenerationFinished.Reason.STOP, usage, attempts } });
  }

  private answer({ messages }: v1.GenerateRequest.$Properties): void {
    const last = messages?.findLast(({ role }) => role === v1.ChatMessage.Role.USER)?.text ?? 'nothing';
    for (const word of `You said: ${last}`.split(/(?<= )/u)) this.write(word);
    this.finish();
  }

  private send(event: v1.GenerateEvent.$Properties): void {
    this.stream?.send(encode(v1.GenerateEvent, event), { generation: this.generation });
  }
}

/** Speaks 60 ms for each character at 24 kHz, as far as its credit goes. */
export class FakeVoice {
  readonly begins: v1.SpeakBegin[] = [];
  /** Text as it came. */
  readonly texts: string[] = [];
  readonly cancelled: number[] = [];
  stream: Stream | undefined;
  sentMs = 0;

  /** @param id of the only voice, whatever it is called */
  constructor(private readonly id = 'test/tone') {}

  readonly open = ({ stream, config }: Incoming): StreamHandlers => {
    if (!this.has(decode(v1.SpeakOpen, config).voice)) throw new BusError('refused', 'no such voice', true);
    this.stream = stream;
    stream.send(encode(v1.SpeechEvent, { voice: { id: this.id } }));
    let run = new Run('');
    let current = 0;
    let pumping = false;
    const pump = async (): Promise<void> => {
      if (pumping) return;
      pumping = true;
      for (let event = this.next(run); event !== undefined; event = this.next(run)) {
        while (!stream.closed && !stream.send(encode(v1.SpeechEvent, event), { generation: current })) {
          await stream.ready();
        }
      }
      pumping = false;
    };
    return {
      onFrame: ({ payload, generation }) => {
        const { begin, text, finish } = decode(v1.SpeakInput, payload);
        if (begin != null && !this.has(begin.voice ?? ''))
          return stream.close({ code: 'refused', message: 'no such voice', retryable: true });
        if (begin != null) {
          this.begins.push(new v1.SpeakBegin(begin));
          run = new Run('');
          current = generation;
        }
        if (text != null) {
          this.texts.push(text.delta ?? '');
          run.text += text.delta ?? '';
        }
        if (finish != null) run.finished = true;
        pump().catch(nothing);
      },
      onCancel: (generation) => {
        this.cancelled.push(generation);
        run = new Run('');
      },
      onClose: nothing,
    };
  };

  private has(voice: string): boolean {
    return !voice.includes('/') || voice === this.id;
  }

  private next(run: Run): v1.SpeechEvent.$Properties | undefined {
    const event = run.step(10);
    switch (event?.type) {
      case 'segment_started':
        return {
          segmentStarted: {
            textStart: event.textStart,
            textEnd: event.textEnd,
            engine: this.id,
            voice: this.id,
          },
        };
      case 'audio':
        this.sentMs += event.pcm.byteLength / 48;
        return { audio: { audio: { startSample: 0, sampleRate: 24_000, pcm: event.pcm } } };
      case 'segment_done':
        return { segmentDone: { words: [...event.words] } };
      case 'speech_done':
        return { done: {} };
      default:
        return undefined;
    }
  }
}
