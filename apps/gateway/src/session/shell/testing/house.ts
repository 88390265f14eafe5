import { MemoryBus, MemoryNetwork } from '@parley/bus';
import type { ServerEventBody } from '@parley/protocol';
import { memorySessionStore, noBudget } from '@parley/state';
import { createRegistry } from '@parley/telemetry';
import { pino } from 'pino';
import { PromptBook } from '../../../prompts/prompt-book';
import { SpeechOffers } from '../../../workers/speech-offers';
import { VoiceList } from '../../../workers/voice-list';
import type { AudioDeltaIds, ClientConnection, ExtensionEvent, LiveSession, SessionInit } from '../../ports';
import { AudioBudget } from '../audio/audio-budget';
import { SessionMetrics } from '../metrics';
import { GatewaySessions } from '../session-factory';
import { FakeModel, FakeProcess, FakeRecogniser, FakeVoice } from './fake-workers';

export type Received = ServerEventBody | ExtensionEvent;

/** The client's end, keeping everything in the order it came. */
export class FakeClient implements ClientConnection {
  readonly events: Received[] = [];
  readonly audio: { ids: AudioDeltaIds; bytes: Uint8Array }[] = [];
  readonly bufferedBytes = 0;
  closed: { code: number; reason: string } | undefined;
  #waiting: (() => void)[] = [];

  send(event: ServerEventBody): void {
    this.#got(event);
  }

  sendExtension(event: ExtensionEvent): void {
    this.#got(event);
  }

  sendAround(event: ServerEventBody, audio: ReadonlyMap<string, readonly Uint8Array[]>): void {
    let json = JSON.stringify(event);
    for (const [mark, pieces] of audio) {
      json = json.replaceAll(mark, () => Buffer.concat(pieces).toString('latin1'));
    }
    this.#got(JSON.parse(json) as ServerEventBody);
  }

  sendAudioDelta(ids: AudioDeltaIds, bytes: Uint8Array): void {
    this.audio.push({ ids, bytes: bytes.slice() });
    this.#got({ type: 'response.output_audio.delta', ...ids, delta: '' });
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
    this.#wake();
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  of<T extends Received['type']>(type: T): Extract<Received, { type: T }>[] {
    return this.events.filter((event): event is Extract<Received, { type: T }> => event.type === type);
  }

  /** The n-th event of a type, waited for. */
  async event<T extends Received['type']>(type: T, n = 0): Promise<Extract<Received, { type: T }>> {
    await this.until(() => this.of(type).length > n, type);
    return this.of(type)[n]!;
  }

  async until(condition: () => boolean, what = 'a condition'): Promise<void> {
    const timer = setTimeout(() => this.#fail(what), 8_000);
    while (!condition()) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (this.#failed !== undefined) throw this.#failed;
    }
    clearTimeout(timer);
  }

  #failed: Error | undefined;

  #fail(what: string): void {
    this.#failed = new Error(`no ${what}; seen: ${this.types().join(' ')}`);
    this.#wake();
  }

  #got(event: Received): void {
    this.events.push(event);
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** A gateway's sessions, and workers in processes of their own, all on one network in memory. */
export class House {
  readonly network = new MemoryNetwork();
  readonly bus = new MemoryBus(this.network);
  readonly store = memorySessionStore({ owner: 'gateway-1' });
  readonly registry = createRegistry('gateway');
  readonly sessions: GatewaySessions;

  constructor(maxDurationMs = 3_600_000) {
    this.sessions = new GatewaySessions({
      bus: this.bus,
      store: this.store,
      log: pino({ level: 'silent' }),
      metrics: new SessionMetrics(this.registry),
      maxDurationMs,
      itemAudio: new AudioBudget(8 * 1024 * 1024, Infinity),
      offers: new SpeechOffers(this.bus, new VoiceList(this.bus)),
      prompts: new PromptBook([{ id: 'greet', version: '1', instructions: 'Greet {{name}}.' }]),
      instructions: 'Be brief.',
      voice: 'joe',
      speculation: true,
      maxLeadMs: 300,
      memoryModel: '',
      caps: { maxOutputTokens: 'inf', maxResponseMs: Infinity },
      limits: { budget: noBudget, warnAt: 0.8, refuseUnpriced: true },
    });
  }

  readonly #processes: FakeProcess[] = [];
  readonly #open: LiveSession[] = [];

  async recogniser(id = 'stt-1', model?: string): Promise<{ worker: FakeRecogniser; process: FakeProcess }> {
    const worker = new FakeRecogniser(model);
    return { worker, process: await this.#serve('stt', id, worker.open) };
  }

  async model(id = 'llm-1'): Promise<{ worker: FakeModel; process: FakeProcess }> {
    const worker = new FakeModel();
    return { worker, process: await this.#serve('llm', id, worker.open) };
  }

  async voice(id = 'tts-1', voice?: string): Promise<{ worker: FakeVoice; process: FakeProcess }> {
    const worker = new FakeVoice(voice);
    return { worker, process: await this.#serve('tts', id, worker.open) };
  }

  async session(init: Partial<SessionInit> = {}): Promise<{ client: FakeClient; session: LiveSession }> {
    const client = new FakeClient();
    const session = this.sessions.open(client, { model: 'test/scripted', keyId: 'key', ...init });
    this.#open.push(session);
    await client.event('session.created');
    return { client, session };
  }

  async close(): Promise<void> {
    for (const session of this.#open) session.disconnected(1000);
    await this.store.close();
    await this.bus.close();
    await Promise.all(this.#processes.map(({ bus }) => bus.close()));
  }

  async #serve(service: string, id: string, open: FakeRecogniser['open']): Promise<FakeProcess> {
    const process = new FakeProcess(this.network);
    this.#processes.push(process);
    await process.serve(service, id, open);
    return process;
  }
}

export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
