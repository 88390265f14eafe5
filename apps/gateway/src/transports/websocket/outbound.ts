import type { Duplex } from 'node:stream';
import {
  AudioDeltas,
  binaryAudioDeltaBytes,
  EventIds,
  serialize,
  writeBinaryAudioDelta,
  type ProtocolError,
  type ServerEventBody,
} from '@parley/protocol';
import { WebSocket } from 'ws';
import type { WireEvent } from '../../dialects/codec';
import type { ServerExtras } from '../../session/extras';
import type { AudioDeltaIds, ClientConnection, ExtensionEvent } from '../../session/ports';
import type { GatewayMetrics } from './metrics';
import { headBytes, opcode, ServerFrames } from './server-frames';
import type { Wire } from './wire';

export interface OutboundOptions {
  /** Above this many unread bytes nothing more is sent, and the client is closed as a slow reader. */
  readonly maxBufferedBytes: number;
  /** How long a close may take before the socket is cut. */
  readonly closeTimeoutMs: number;
}

/** RFC 6455 leaves 123 bytes for the reason of a close. */
const maxReasonBytes = 123;

/** One answer of more is not taken whole all the same. */
const mostExcusedBytes = 64 * 1024 * 1024;

export const slowReaderClose = { code: 1008, reason: 'The client does not read fast enough.' } as const;

/** The sending half of a connection. Never throws: what is sent to a connection that has closed is dropped. */
export class Outbound implements ClientConnection {
  readonly #eventIds = new EventIds();
  readonly #frames: ServerFrames;
  readonly #audioDeltas: AudioDeltas;
  #closing = false;
  /** Unread bytes that no client is called slow for: of one answer, which it asked for and which came at once. */
  #excusedBytes = 0;
  /** Called when `session.created` has been sent. */
  onCreated: () => void = () => undefined;

  constructor(
    private readonly socket: WebSocket,
    /** What `socket` writes to. */
    stream: Duplex,
    private readonly wire: Wire,
    private readonly options: OutboundOptions,
    private readonly metrics: GatewayMetrics,
  ) {
    this.#frames = new ServerFrames(stream);
    this.#audioDeltas = new AudioDeltas(this.#eventIds, wire.codec.audioDeltaType);
  }

  get bufferedBytes(): number {
    return this.socket.bufferedAmount;
  }

  get closing(): boolean {
    return this.#closing;
  }

  send(event: ServerEventBody, extras: ServerExtras = {}): void {
    if (event.type === 'error') this.metrics.errors.inc({ code: event.error.code ?? 'none' });
    const said = this.wire.codec.fromGa(event, extras);
    if (said) this.#write(serialize(this.#eventIds.next(), said));
    if (event.type === 'session.created') this.onCreated();
  }

  /** In fragments: as one frame all of it would be copied at once. */
  sendAround(event: ServerEventBody, audio: ReadonlyMap<string, readonly Uint8Array[]>): void {
    const said = this.wire.codec.fromGa(event, {});
    if (!said || !this.#isOpen()) return;
    const marks = new RegExp(`(${[...audio.keys()].join('|')})`);
    const texts = serialize(this.#eventIds.next(), said).split(marks);
    const fragments = texts.flatMap((text) => audio.get(text) ?? [Buffer.from(text)]);
    const bytes = fragments.reduce((sum, piece) => sum + piece.byteLength, 0);
    this.#excusedBytes = Math.min(mostExcusedBytes, Math.max(this.#excusedBytes, bytes));
    for (const [index, fragment] of fragments.entries()) {
      this.#fragment(fragment, index === fragments.length - 1);
    }
  }

  #fragment(bytes: Uint8Array, fin: boolean): void {
    this.metrics.sentBytes.add(bytes.byteLength);
    this.#frames.gather();
    this.socket.send(bytes, { binary: false, fin });
  }

  sendError(error: ProtocolError): void {
    this.send({ type: 'error', error });
  }

  /** In the client's dialect already. */
  sendAnswer(event: WireEvent): void {
    this.#write(serialize(this.#eventIds.next(), event));
  }

  sendExtension(event: ExtensionEvent): void {
    this.#write(serialize(this.#eventIds.next(), this.wire.codec.ofExtension?.(event) ?? event));
  }

  sendAudioDelta(ids: AudioDeltaIds, pcm: Uint8Array): void {
    if (!this.#isOpen()) return;
    if (this.wire.binaryAudio) {
      const bytes = binaryAudioDeltaBytes(ids, pcm);
      const frame = this.#frames.frame(opcode.binary, bytes);
      writeBinaryAudioDelta(frame, headBytes(bytes), ids, pcm);
      this.#sent(frame, bytes);
    } else {
      const bytes = this.#audioDeltas.bytes(ids, pcm);
      const frame = this.#frames.frame(opcode.text, bytes);
      this.#audioDeltas.write(frame, headBytes(bytes), ids, pcm);
      this.#sent(frame, bytes);
    }
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.socket.close(code, Buffer.from(reason).subarray(0, maxReasonBytes).toString());
    // A paused socket would never see the client's half of the close.
    this.socket.resume();
    setTimeout(() => this.socket.terminate(), this.options.closeTimeoutMs).unref();
  }

  /** A client that does not read is closed. */
  #isOpen(): boolean {
    if (this.#closing || this.socket.readyState !== WebSocket.OPEN) return false;
    const unread = this.socket.bufferedAmount;
    if (unread <= this.options.maxBufferedBytes) this.#excusedBytes = 0;
    if (unread <= this.options.maxBufferedBytes + this.#excusedBytes) return true;
    this.metrics.slowReaders.inc();
    this.close(slowReaderClose.code, slowReaderClose.reason);
    return false;
  }

  #write(text: string): void {
    if (!this.#isOpen()) return;
    const bytes = Buffer.byteLength(text);
    const frame = this.#frames.frame(opcode.text, bytes);
    frame.write(text, headBytes(bytes));
    this.#sent(frame, bytes);
  }

  /** The WebSocket itself sends nothing but whole messages, and those at once: frames may go between them. */
  #sent(frame: Buffer, payloadBytes: number): void {
    this.metrics.sentBytes.add(payloadBytes);
    this.#frames.send(frame);
  }
}
