import { EngineError } from '@parley/engines-kit';
import { Agent, type Dispatcher } from 'undici';
import { ZodError } from 'zod';
import { catalogue } from '../../catalogue/catalogue';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import { isConnectionError } from '../failure/connection';
import { classifyStatus } from '../failure/http-status';
import { parseRetryAfter, ProviderError } from '../failure/provider-error';
import { reportedIn } from '../failure/reported';
import { listHosted } from '../hosted/list-hosted';
import { KeyRing } from '../keys/key-ring';
import { withKeys } from '../keys/with-keys';
import type { Capabilities, ChatProvider, GenerateOptions, ModelInfo } from '../provider';
import { asTaken } from '../as-taken';
import { Exchange } from './exchange';
import type { WireFormat, WireQuirks, WireReader } from './format';
import { SseReader } from './sse';

export interface LeanOptions {
  readonly id: string;
  readonly capabilities: Capabilities;
  readonly keys: readonly string[];
  readonly format: WireFormat;
  readonly baseUrl: string;
  readonly quirks?: WireQuirks;
}

/** An error's text beyond this says no more. */
const maxErrorBytes = 16_384;

/** Deadlines are the answer's own; a connection that stays idle is given up by either side. */
let shared: Agent | undefined;
const dispatcher = (): Dispatcher =>
  (shared ??= new Agent({
    connections: 512,
    pipelining: 1,
    connect: { timeout: 5_000 },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
  }));

/** A hosted provider over its wire format itself: a tenth of the CPU of the AI SDK's adapter. */
export class LeanProvider implements ChatProvider {
  readonly id: string;
  readonly hosted = true;
  readonly capabilities: Capabilities;
  readonly #keys: KeyRing<string>;
  readonly #origin: string;
  readonly #basePath: string;

  constructor(private readonly options: LeanOptions) {
    const { origin, pathname } = new URL(options.baseUrl);
    this.id = options.id;
    this.capabilities = options.capabilities;
    this.#keys = new KeyRing(options.keys);
    this.#origin = origin;
    this.#basePath = pathname.replace(/\/+$/, '');
  }

  models(): readonly ModelInfo[] {
    return listHosted(this.id);
  }

  generate(request: ChatRequest, options: GenerateOptions): AsyncIterable<ChatEvent> {
    return withKeys(this.#keys, (key) => this.#answer(key, request, options));
  }

  async *#answer(
    key: string,
    request: ChatRequest,
    cancellation: GenerateOptions,
  ): AsyncGenerator<ChatEvent> {
    const { format } = this.options;
    const exchange = this.#ask(key, request, cancellation);
    let whole = false;
    try {
      await exchange.begun();
      if (exchange.status !== 200) throw await this.#refusal(exchange);
      const sse = new SseReader();
      const reader = format.reader(this.id);
      for (let chunks = await exchange.read(); chunks !== undefined; chunks = await exchange.read()) {
        const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        sse.push(bytes);
        for (const event of eventsOf(sse, reader)) yield event;
        // Not every server closes the stream then, nor at once.
        if (reader.over === true) break;
      }
      sse.close();
      for (const event of eventsOf(sse, reader)) yield event;
      const last = reader.end();
      whole = last !== undefined;
      for (const event of last ?? []) yield event;
      if (last === undefined) {
        throw new EngineError('transient', 'answer_cut', `${this.id}: the answer was cut off`);
      }
    } catch (error) {
      throw this.#classify(error);
    } finally {
      exchange.close(whole);
    }
  }

  #ask(key: string, asked: ChatRequest, cancellation: GenerateOptions): Exchange {
    const { format, quirks = {} } = this.options;
    const request = asTaken(asked, this.capabilities);
    const entry = catalogue().get(`${this.id}/${request.model}`);
    return new Exchange({
      dispatcher: dispatcher(),
      origin: this.#origin,
      path: `${this.#basePath}${format.path(request.model)}`,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...format.headers(key, request),
        ...cacheHeader(quirks, request),
      },
      body: JSON.stringify(format.body(request, { entry, quirks, effort: this.capabilities.effort })),
      cancellation,
    });
  }

  async #refusal(exchange: Exchange): Promise<ProviderError> {
    let body = '';
    for (let chunks = await exchange.read(); chunks !== undefined; chunks = await exchange.read()) {
      body += Buffer.concat(chunks).toString();
      if (body.length > maxErrorBytes) break;
    }
    const retryAfter = exchange.headers['retry-after'];
    const reported = reportedIn(body);
    const classified = classifyStatus(exchange.status, reported);
    return new ProviderError(this.id, {
      ...classified,
      message: reported.message ?? `it answered with status ${exchange.status}`,
      retryAfterMs: parseRetryAfter(retryAfter) ?? classified.retryAfterMs,
    });
  }

  #classify(error: unknown): EngineError {
    if (EngineError.isInstance(error)) return error;
    const make = (code: string, message: string) =>
      new ProviderError(this.id, { errorClass: 'transient', code, message, cause: error });
    if (isConnectionError(error)) return make('connection_lost', 'the connection failed');
    if (error instanceof SyntaxError || error instanceof ZodError || error instanceof RangeError) {
      return make('malformed_answer', 'it sent what cannot be read');
    }
    const message = error instanceof Error ? error.message : 'an unknown failure';
    return new ProviderError(this.id, { errorClass: 'unknown', code: 'unknown', message, cause: error });
  }
}

const cacheHeader = ({ promptCacheKey: where }: WireQuirks, { promptCacheKey }: ChatRequest) =>
  typeof where === 'object' && promptCacheKey !== '' ? { [where.header]: promptCacheKey } : {};

/** Texts that came together go on together: each event costs more than its words. */
function eventsOf(sse: SseReader, reader: WireReader): readonly ChatEvent[] {
  const events: ChatEvent[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push({ type: 'text', text });
    text = '';
  };
  for (;;) {
    if (reader.frame !== undefined) text += sse.texts(reader.frame);
    const data = sse.next();
    if (data === undefined) break;
    for (const event of reader.read(data)) {
      if (event.type === 'text') text += event.text;
      else if (event.type !== 'alive' || (text === '' && events.at(-1)?.type !== 'alive')) {
        flush();
        events.push(event);
      }
    }
  }
  flush();
  return events;
}
