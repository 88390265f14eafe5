import type { Bus } from '@parley/bus';
import type { Codecs } from '@parley/codecs';
import { speechSettings, type SpeechConfig } from '../../doors/inworld/speech-config';
import { speechPieces, speechResult } from '../../doors/inworld/speech-results';
import { okStatus } from '../../doors/inworld/status';
import type { SpokenTotals } from '../../doors/spoken-audio';
import { SpeechLine, type SpeechEvent } from '../../workers/speech-line';

export interface SpeechContextOptions {
  readonly bus: Bus;
  readonly codecs: Codecs;
  readonly config: SpeechConfig;
  /** Text that waits for more is spoken after so long without any; 0 = never. */
  readonly maxBufferDelayMs: number;
  /** Text waits until there is so much of it; 0 = it is spoken clause by clause. */
  readonly bufferCharThreshold: number;
  readonly totals: SpokenTotals;
  /** A result of this context; resolves when the client has room for more. */
  readonly send: (result: object) => Promise<void>;
}

type Work = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'flush' | 'quiet' | 'close' };

interface Speaking {
  readonly generation: number;
  text: string;
  readonly done: Promise<void>;
}

/** Text of a context that may wait to be spoken. */
const maxWaitingChars = 20_000;

/**
 * One voice of a socket: texts in, audio out. What is flushed is spoken to its end before the text behind it begins,
 * so that times count from each flush.
 */
export class SpeechContext {
  readonly #work: Work[] = [];
  readonly #abort = new AbortController();
  #line: SpeechLine | undefined;
  #speaking: Speaking | undefined;
  #generation = 0;
  #waitingChars = 0;
  /** Text that waits for more. */
  #buffered = '';
  #running = false;
  #finishing = false;
  #delay: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: SpeechContextOptions,
    /** The context is over; with what it failed with, if it did. */
    private readonly onEnd: (error?: unknown) => void,
  ) {}

  /** False: too much waits already. */
  text(text: string): boolean {
    if (this.#waitingChars + text.length > maxWaitingChars) return false;
    this.#waitingChars += text.length;
    if (text !== '') this.#add({ kind: 'text', text });
    return true;
  }

  flush(): void {
    this.#add({ kind: 'flush' });
  }

  /** It has been told to end: nothing more is taken. */
  get finishing(): boolean {
    return this.#finishing;
  }

  /** What was sent is spoken first. */
  finish(): void {
    this.#finishing = true;
    this.#add({ kind: 'close' });
  }

  /** Nothing of it is wanted any more. */
  abandon(): void {
    clearTimeout(this.#delay);
    this.#work.length = 0;
    this.#abort.abort();
    this.#line?.close();
  }

  #add(work: Work): void {
    this.#work.push(work);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let work = this.#work.shift(); work !== undefined; work = this.#work.shift()) await this.#do(work);
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.abandon();
      this.onEnd(error);
    } finally {
      this.#running = false;
    }
  }

  async #do(work: Work): Promise<void> {
    clearTimeout(this.#delay);
    if (work.kind === 'text') {
      const { bufferCharThreshold, maxBufferDelayMs } = this.options;
      this.#buffered += work.text;
      if (this.#buffered.length >= bufferCharThreshold) await this.#speakBuffered();
      if (maxBufferDelayMs > 0) {
        this.#delay = setTimeout(() => this.#add({ kind: 'quiet' }), maxBufferDelayMs).unref();
      }
      return;
    }
    await this.#speakBuffered();
    await this.#end();
    if (work.kind === 'flush') await this.options.send({ flushCompleted: {}, status: okStatus });
    if (work.kind === 'close') {
      this.#line?.close();
      await this.options.send({ contextClosed: {}, status: okStatus });
      this.onEnd();
    }
  }

  async #speakBuffered(): Promise<void> {
    const text = this.#buffered;
    this.#buffered = '';
    this.#waitingChars -= text.length;
    if (text !== '') await this.#speak(text);
  }

  async #speak(text: string): Promise<void> {
    const { bus, config } = this.options;
    const { signal } = this.#abort;
    this.#line ??= await SpeechLine.open(bus, config.voiceId, { signal });
    const speaking = (this.#speaking ??= await this.#begin(this.#line));
    speaking.text += text;
    await this.#line.text(speaking.generation, text);
  }

  async #begin(line: SpeechLine): Promise<Speaking> {
    const generation = ++this.#generation;
    await line.begin(generation, speechSettings(this.options.config));
    const done = this.#deliver(line, generation);
    // Told where the text ends, or at the next text.
    done.catch((error: unknown) => {
      if (this.#abort.signal.aborted) return;
      this.abandon();
      this.onEnd(error);
    });
    return { generation, text: '', done };
  }

  async #deliver(line: SpeechLine, generation: number): Promise<void> {
    const { codecs, config, totals, send } = this.options;
    const text = (): string => this.#speaking?.text ?? '';
    const pieces = speechPieces(eventsOf(line, generation), text, codecs, config, totals);
    for await (const piece of pieces) {
      await send({ audioChunk: speechResult(piece, config, text().length), status: okStatus });
    }
  }

  /** Speaks what is there to its end. */
  async #end(): Promise<void> {
    const speaking = this.#speaking;
    if (speaking === undefined) return;
    await this.#line?.finish(speaking.generation);
    await speaking.done;
    this.#speaking = undefined;
  }
}

async function* eventsOf(line: SpeechLine, generation: number): AsyncGenerator<SpeechEvent, void, void> {
  for (;;) {
    const event = await line.next('patient');
    if (event.generation !== generation) continue;
    yield event;
    if (event.type === 'done') return;
  }
}
