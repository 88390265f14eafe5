import { setTimeout as sleep } from 'node:timers/promises';
import { serverEventSchemas } from '@parley/protocol';
import { WebSocket } from 'ws';
import type { Frame, FrameSource } from './frames';

/** Unsent bytes above which a client waits for the server to read. */
const maxUnsentBytes = 256 * 1024;

/** A bad client: sends frames of a source, and judges what the server says to them. */
export class FuzzClient {
  readonly counts = { sent: 0, received: 0, errors: 0, unavailable: 0, created: 0, done: 0 };
  /** What no server may do, in words; the frames are those of the seed. */
  readonly faults: string[] = [];
  /** The session has spent what a frame of the client's own said that it may: it ends, as it should. */
  isSpent = false;
  private readonly openResponses = new Set<string>();
  /** Of the server's own items: some frames are about them. */
  private itemId = 'item_none';
  private barrierId = '';
  private closed: number | undefined;

  private constructor(
    private readonly socket: WebSocket,
    private readonly source: FrameSource,
  ) {
    socket.on('message', (data: Buffer) => this.receive(data.toString()));
    socket.on('close', (code) => (this.closed = code));
    socket.on('error', () => undefined);
  }

  static async connect(url: string, source: FrameSource): Promise<FuzzClient> {
    const socket = new WebSocket(`${url}/v1/realtime?model=gpt-realtime`, {
      headers: { authorization: 'Bearer test-key' },
      perMessageDeflate: false,
    });
    const client = new FuzzClient(socket, source);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return client;
  }

  /** Sends `count` frames as fast as the server takes them, and waits until it has taken them all. */
  async send(count: number): Promise<void> {
    for (let i = 0; i < count && this.closed === undefined; i += 1) {
      this.socket.send(this.aimed(this.source.next()));
      this.counts.sent += 1;
      while (this.socket.bufferedAmount > maxUnsentBytes && this.closed === undefined) await sleep(1);
    }
    await this.barrier();
  }

  /** Ends every response, and hangs up; each of them must be done by then. */
  async hangUp(): Promise<void> {
    for (const response_id of this.openResponses)
      this.socket.send(JSON.stringify({ type: 'response.cancel', response_id }));
    await this.until('every response is done', () => this.openResponses.size === 0);
    if (this.closed !== undefined) this.judgeClose(this.closed);
    this.socket.close(1000);
  }

  private judgeClose(code: number): void {
    if (!this.isSpent || code !== 4000) this.faults.push(`the session was closed with ${code}`);
    if (this.openResponses.size > 0) this.faults.push('a response was not done when the session was closed');
  }

  /** Events are handled in order: once this error is back, all before has been handled. */
  private async barrier(): Promise<void> {
    const event_id = `barrier_${this.counts.sent}`;
    this.socket.send(
      JSON.stringify({ type: 'conversation.item.retrieve', item_id: 'no such item', event_id }),
    );
    await this.until(`${event_id} is answered`, () => this.barrierId === event_id);
  }

  private async until(what: string, ask: () => boolean): Promise<void> {
    const untilMs = performance.now() + 60_000;
    while (!ask() && this.closed === undefined) {
      if (performance.now() > untilMs) {
        this.faults.push(`not within a minute: ${what}`);
        return;
      }
      await sleep(2);
    }
  }

  private aimed(frame: Frame): Frame {
    return typeof frame === 'string' ? frame.replace('"item_d"', JSON.stringify(this.itemId)) : frame;
  }

  private receive(text: string): void {
    this.counts.received += 1;
    // Most of what comes is audio, of one shape.
    if (text.startsWith('{"type":"response.output_audio.delta"') && this.counts.received % 50 !== 0) return;
    const event = JSON.parse(text) as ServerEvent;
    const result = serverEventSchemas.get(event.type)?.safeParse(event);
    if (result?.success !== true)
      this.faults.push(`${event.type}: ${result?.error.message ?? 'unknown event'}`);
    if (event.type === 'conversation.item.added') this.itemId = event.item?.id ?? this.itemId;
    if (event.type === 'response.created') this.begin(event.response?.id ?? '');
    if (event.type === 'response.done') this.end(event.response?.id ?? '');
    if (event.type === 'error') this.onError(event.error);
  }

  private begin(id: string): void {
    this.counts.created += 1;
    this.openResponses.add(id);
  }

  private end(id: string): void {
    this.counts.done += 1;
    if (!this.openResponses.delete(id)) this.faults.push(`response ${id} was done but not under way`);
  }

  private onError(error: ServerEvent['error']): void {
    this.counts.errors += 1;
    if (error?.event_id?.startsWith('barrier_') === true) this.barrierId = error.event_id;
    if (error?.code === 'insufficient_quota') this.isSpent = true;
    // Of a machine that is too busy for its workers to answer in time.
    if (error?.code?.endsWith('_unavailable') === true) this.counts.unavailable += 1;
    else if (error?.type !== 'invalid_request_error') this.faults.push(`error: ${JSON.stringify(error)}`);
  }
}

interface ServerEvent {
  readonly type: string;
  readonly item?: { readonly id: string };
  readonly response?: { readonly id: string };
  readonly error?: { readonly type: string; readonly code: string | null; readonly event_id: string | null };
}
