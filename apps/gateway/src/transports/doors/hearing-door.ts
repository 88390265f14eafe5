import type { Bus } from '@parley/bus';
import type { Logger } from '@parley/telemetry';
import { protocolError } from '@parley/protocol';
import { z } from 'zod';
import { hearingError } from '../../doors/door-error';
import { camelKeys } from '../../doors/inworld/camel-keys';
import { grpc, statusOf, type Status } from '../../doors/inworld/status';
import { transcribeConfigFields, transcriptionSettings } from '../../doors/inworld/transcribe-config';
import { HttpError } from '../../rest/http-error';
import type { UsageMeter } from '../../session/ports';
import type { SpeechOffers } from '../../workers/speech-offers';
import type { DoorSocket } from './door-socket';
import { LiveHearing } from './live-hearing';
import { kindOf, type DoorSession, type SocketDoor } from './socket-door';

const maxChunkBytes = 4 * 1024 * 1024;
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

const configSchema = z.strictObject({
  ...transcribeConfigFields,
  audioEncoding: z.enum(['LINEAR16', 'AUDIO_ENCODING_UNSPECIFIED']).default('LINEAR16'),
  /** The stream ends after so many seconds without speech; 0 = never. */
  inactivityTimeoutSeconds: z.int().min(0).max(86_400).default(0),
});

const empty = z.strictObject({});

export const hearingMessages = {
  transcribeConfig: z.strictObject({ transcribeConfig: configSchema }),
  audioChunk: z.strictObject({
    audioChunk: z.strictObject({ content: z.base64().max(base64Length(maxChunkBytes)) }),
  }),
  endTurn: z.strictObject({ endTurn: empty }),
  closeStream: z.strictObject({ closeStream: empty }),
};

export type HearingConfig = z.output<typeof configSchema>;

const params = { language: 'transcribeConfig.language', model: 'transcribeConfig.modelId' };

/** Inworld's socket for live transcription. */
export class HearingDoor implements SocketDoor {
  readonly path = '/stt/v1/transcribe:streamBidirectional';
  readonly idleMs = 10 * 60_000;

  constructor(
    private readonly bus: Bus,
    private readonly offers: SpeechOffers,
    private readonly log: Logger,
  ) {}

  open(socket: DoorSocket, usage: UsageMeter): DoorSession {
    return new HearingSession(this.bus, this.offers, socket, usage, this.log);
  }
}

class HearingSession implements DoorSession {
  #hearing: LiveHearing | undefined;
  #model = '';
  #counted = false;
  #closed = false;

  constructor(
    private readonly bus: Bus,
    private readonly offers: SpeechOffers,
    private readonly socket: DoorSocket,
    private readonly usage: UsageMeter,
    private readonly log: Logger,
  ) {}

  async receive(json: unknown): Promise<void> {
    const message = camelKeys(json);
    const kind = kindOf(message, hearingMessages);
    if (kind === undefined) {
      const known = 'transcribeConfig, audioChunk, endTurn or closeStream';
      return this.#refuse(grpc.invalidArgument, `The message holds none of ${known}.`);
    }
    const { error } = hearingMessages[kind].safeParse(message);
    if (error) return this.socket.sendError(statusOf(400, protocolError(error.issues, message, null)));
    if (kind === 'transcribeConfig') {
      return this.#configure(hearingMessages.transcribeConfig.parse(message).transcribeConfig);
    }
    const hearing = this.#hearing;
    if (hearing === undefined) {
      return this.#refuse(grpc.failedPrecondition, 'The first message must be transcribeConfig.');
    }
    if (kind === 'endTurn') return hearing.endTurn();
    if (kind === 'closeStream') return hearing.finish();
    const { content } = hearingMessages.audioChunk.parse(message).audioChunk;
    await hearing.append(Buffer.from(content, 'base64'));
  }

  closed(): void {
    this.#closed = true;
    this.#hearing?.close();
    this.#count();
  }

  async #configure(config: HearingConfig): Promise<void> {
    if (this.#hearing !== undefined) {
      return this.#refuse(grpc.failedPrecondition, 'The stream is configured already.');
    }
    const { bus, log, socket } = this;
    this.#model = transcriptionSettings(config).model;
    try {
      this.#hearing = await LiveHearing.open({
        ...{ bus, log, config },
        send: (result) => {
          this.#charge();
          return socket.send({ result });
        },
        onEnd: (failure) => void this.#end(failure),
      });
      // The client may have gone while the worker was looked for.
      if (this.#closed) this.#hearing.close();
    } catch (error) {
      await this.#end(error);
    }
  }

  /** Everything is told, or it failed: either way the stream is over. */
  async #end(failure?: unknown): Promise<void> {
    this.#count();
    if (failure === undefined) return this.socket.close(1000, 'closeStream');
    const error = await hearingError(failure, { model: this.#model, params }, this.offers);
    if (error instanceof HttpError) await this.socket.sendError(statusOf(error.getStatus(), error.error));
    else {
      this.log.error({ err: error }, 'a live transcription failed');
      await this.#refuse(grpc.internal, 'The server had an error.');
    }
    this.socket.close(1011, 'stt');
  }

  #count(): void {
    if (this.#counted || this.#hearing === undefined) return;
    this.#counted = true;
    this.usage.add({ audioInMs: this.#hearing.audioMs });
    this.#charge();
  }

  /** As it goes on: others who spend of the same budget are to know. */
  #charge(): void {
    const lines = this.#hearing?.decoded.lines() ?? [];
    if (lines.length > 0) this.usage.charge(lines);
  }

  async #refuse(code: number, message: string): Promise<void> {
    const status: Status = { code, message, details: [] };
    await this.socket.sendError(status);
  }
}
