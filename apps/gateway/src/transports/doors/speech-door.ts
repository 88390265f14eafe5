import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import type { Codecs } from '@parley/codecs';
import { protocolError, type ProtocolError } from '@parley/protocol';
import { z } from 'zod';
import { doorError } from '../../doors/door-error';
import { camelKeys } from '../../doors/inworld/camel-keys';
import { speechConfigFields } from '../../doors/inworld/speech-config';
import { grpc, okStatus, statusOf, type Status } from '../../doors/inworld/status';
import { HttpError } from '../../rest/http-error';
import { chargeSpoken, nothingSpoken } from '../../doors/spoken-audio';
import type { UsageMeter } from '../../session/ports';
import type { DoorSocket } from './door-socket';
import { kindOf, type DoorSession, type SocketDoor } from './socket-door';
import { SpeechContext } from './speech-context';

const maxContexts = 5;
const maxTextChars = 1_000;

const contextId = z.string().min(1).max(128).optional();
const empty = z.strictObject({});

const createSchema = z.strictObject({
  ...speechConfigFields,
  maxBufferDelayMs: z.int().min(0).max(60_000).default(0),
  bufferCharThreshold: z.int().min(0).max(1_000).default(0),
  /** The server decides when text is spoken, whatever the threshold: as soon as a clause of it is whole. */
  autoMode: z.boolean().default(false),
});

export const speechMessages = {
  create: z.strictObject({ contextId, create: createSchema }),
  sendText: z.strictObject({
    contextId,
    sendText: z.strictObject({ text: z.string().max(maxTextChars), flushContext: empty.optional() }),
  }),
  flushContext: z.strictObject({ contextId, flushContext: empty }),
  closeContext: z.strictObject({ contextId, closeContext: empty }),
};

/** Inworld's socket for text to speech: several voices at a time, each in a context of its own. */
export class SpeechDoor implements SocketDoor {
  readonly path = '/tts/v1/voice:streamBidirectional';
  readonly idleMs = 10 * 60_000;

  constructor(
    private readonly bus: Bus,
    private readonly codecs: Codecs,
  ) {}

  open(socket: DoorSocket, usage: UsageMeter): DoorSession {
    return new SpeechSession(this.bus, this.codecs, socket, usage);
  }
}

class SpeechSession implements DoorSession {
  readonly #contexts = new Map<string, { readonly context: SpeechContext; readonly count: () => void }>();

  constructor(
    private readonly bus: Bus,
    private readonly codecs: Codecs,
    private readonly socket: DoorSocket,
    private readonly usage: UsageMeter,
  ) {}

  async receive(json: unknown): Promise<void> {
    const message = camelKeys(json);
    const kind = kindOf(message, speechMessages);
    const id = idOf(message);
    if (kind === undefined) {
      const known = 'create, send_text, flush_context or close_context';
      return this.#refuse(id, {
        code: grpc.invalidArgument,
        message: `The message holds none of ${known}.`,
        details: [],
      });
    }
    if (kind === 'create') return this.#create(id, message);
    const { error } = speechMessages[kind].safeParse(message);
    if (error) return this.#refuse(id, invalid(protocolError(error.issues, message, null)));
    const context = this.#contexts.get(id ?? '')?.context;
    if (context === undefined || context.finishing) {
      return this.#refuse(id, {
        code: grpc.notFound,
        message: `Context ${id ?? ''} not found.`,
        details: [],
      });
    }
    if (kind === 'flushContext') context.flush();
    else if (kind === 'closeContext') context.finish();
    else await this.#text(context, id, speechMessages.sendText.parse(message).sendText);
  }

  closed(): void {
    for (const { context, count } of this.#contexts.values()) {
      context.abandon();
      count();
    }
    this.#contexts.clear();
  }

  async #text(
    context: SpeechContext,
    id: string | undefined,
    { text, flushContext }: z.output<typeof speechMessages.sendText>['sendText'],
  ): Promise<void> {
    if (!context.text(text)) {
      const message = 'Too much text waits to be spoken in this context.';
      return this.#refuse(id, { code: grpc.resourceExhausted, message, details: [] });
    }
    if (flushContext !== undefined) context.flush();
  }

  async #create(asked: string | undefined, message: unknown): Promise<void> {
    const { data, error } = speechMessages.create.safeParse(message);
    if (error) return this.#refuse(asked, invalid(protocolError(error.issues, message, null)));
    const id = asked ?? `ctx-${randomUUID()}`;
    if (this.#contexts.has(id)) {
      return this.#refuse(id, {
        code: grpc.invalidArgument,
        message: `Context ${id} exists already.`,
        details: [],
      });
    }
    if (this.#contexts.size >= maxContexts) {
      const told = `A connection has ${maxContexts} contexts at the most.`;
      return this.#refuse(id, { code: grpc.resourceExhausted, message: told, details: [] });
    }
    const { maxBufferDelayMs, bufferCharThreshold: threshold, autoMode, ...config } = data.create;
    const bufferCharThreshold = autoMode ? 0 : threshold;
    const totals = nothingSpoken();
    const count = () => chargeSpoken(this.usage, totals);
    const send = (result: object) => {
      // As it goes on: others who spend of the same budget are to know.
      count();
      return this.socket.send({ result: { contextId: id, ...result } });
    };
    const { bus, codecs } = this;
    const buffering = { maxBufferDelayMs, bufferCharThreshold };
    const context = new SpeechContext({ bus, codecs, config, ...buffering, totals, send }, (failure) => {
      this.#contexts.delete(id);
      count();
      if (failure !== undefined) void this.#failed(id, failure);
    });
    this.#contexts.set(id, { context, count });
    const { voiceId, modelId, audioConfig } = config;
    const told = { voiceId, modelId, audioConfig };
    await send({ contextCreated: told, status: okStatus });
  }

  /** The context is over, and the client learns why. */
  async #failed(id: string, failure: unknown): Promise<void> {
    const error = doorError(failure, { refused: () => 'voiceId' });
    const status =
      error instanceof HttpError
        ? statusOf(error.getStatus(), error.error)
        : { code: grpc.internal, message: 'The server had an error.', details: [] };
    await this.#refuse(id, status);
    await this.socket.send({ result: { contextId: id, contextClosed: {}, status: okStatus } });
  }

  async #refuse(contextId: string | undefined, status: Status): Promise<void> {
    if (contextId === undefined) await this.socket.sendError(status);
    else await this.socket.send({ result: { contextId, status } });
  }
}

const invalid = (error: ProtocolError): Status => statusOf(400, error);

function idOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('contextId' in message)) return undefined;
  return typeof message.contextId === 'string' && message.contextId !== '' ? message.contextId : undefined;
}
