import type { Bus } from '@parley/bus';
import {
  defaultSession,
  invalidValue,
  mergeSession,
  newId,
  serverError,
  type MergeResult,
  type ProtocolError,
  type Session,
  type SessionPatch,
} from '@parley/protocol';
import type { SessionLimits } from '@parley/metering';
import { StateError, type Lease, type SessionStore } from '@parley/state';
import type { Logger } from '@parley/telemetry';
import type { PromptBook } from '../../prompts/prompt-book';
import { promptedSession } from '../../prompts/with-prompts';
import type { SpeechOffers } from '../../workers/speech-offers';
import { stockBehaviour, type BehaviourDefaults } from '../engine/behaviour';
import type { ClientExtras } from '../extras';
import type {
  ClientConnection,
  LiveSession,
  SessionClientEvent,
  SessionFactory,
  SessionInit,
} from '../ports';
import { withEarlierMemory } from './earlier-memory';
import type { SessionMetrics } from './metrics';
import type { AudioBudget } from './audio/audio-budget';
import { imageOf, storedConfig } from './persistence';
import { Debts } from './debts';
import { Phrases } from './phrases';
import { GatewaySession } from './session';
import { SessionTrace } from './session-trace';
import { SessionIds } from './session-ids';

export interface SessionFactoryOptions {
  readonly bus: Bus;
  readonly store: SessionStore;
  readonly log: Logger;
  readonly metrics: SessionMetrics;
  readonly maxDurationMs: number;
  readonly itemAudio: AudioBudget;
  readonly prompts: PromptBook;
  readonly offers: SpeechOffers;
  readonly instructions: string;
  readonly voice: string;
  readonly speculation: boolean;
  /** Of clients that asked for extensions. */
  readonly maxLeadMs: number;
  /** Empty: each session's own. */
  readonly memoryModel: string;
  /** Of one response. */
  readonly caps: Pick<BehaviourDefaults, 'maxOutputTokens' | 'maxResponseMs'>;
  readonly limits: SessionLimits;
}

/** Some two hundred phrases of a second. */
const maxPhraseBytes = 8 * 2 ** 20;
const notStarted = 1011;
/** What other sessions of a key spend is noticed so late. */
const budgetCheckMs = 2_000;

interface Behaviours {
  /** Of clients that know nothing beyond the protocol. */
  readonly stock: BehaviourDefaults;
  readonly extended: BehaviourDefaults;
}

/** One for all sessions of a kind. */
function behavioursOf({
  speculation,
  memoryModel,
  prompts,
  caps,
  maxLeadMs,
}: SessionFactoryOptions): Behaviours {
  const operator = { speculation, memoryModel, templates: prompts.templates, ...caps };
  return {
    stock: { ...stockBehaviour, ...operator },
    extended: {
      ...operator,
      maxLeadMs,
      interruption: 'decide',
      pauses: true,
      maxIdlePrompts: 3,
      backchannels: true,
    },
  };
}

/** Opens sessions, and knows those that are open. */
export class GatewaySessions implements SessionFactory {
  readonly #sessions = new Set<GatewaySession>();
  readonly #phrases: Phrases;
  readonly #debts = new Debts();
  readonly #behaviours: Behaviours;

  constructor(private readonly options: SessionFactoryOptions) {
    this.#behaviours = behavioursOf(options);
    this.#phrases = new Phrases(maxPhraseBytes, (bytes) => options.metrics.phrasesKept(bytes));
    setInterval(() => this.#checkBudgets(), budgetCheckMs).unref();
  }

  get active(): number {
    return this.#sessions.size;
  }

  open(connection: ClientConnection, init: SessionInit): LiveSession {
    const { maxDurationMs, instructions, voice } = this.options;
    const base = defaultSession({
      type: init.type ?? 'realtime',
      id: newId('sess'),
      model: init.model,
      expiresAt: Math.floor((Date.now() + maxDurationMs) / 1000),
      instructions,
      voice,
    });
    const merged = this.#configured(base, init.sessionPatch);
    const opening = new OpeningSession(base.id);
    if (merged.error !== undefined) {
      this.options.metrics.started('invalid');
      connection.send({ type: 'error', error: merged.error });
      connection.close(4000, `invalid_request_error.${merged.error.code ?? 'invalid_value'}`);
      return opening;
    }
    void this.#start(opening, merged.session, connection, init);
    return opening;
  }

  told(timeoutMs: number): Promise<void> {
    return this.#debts.told(timeoutMs);
  }

  settle(timeoutMs: number): Promise<void> {
    return this.#debts.settle(timeoutMs);
  }

  #checkBudgets(): void {
    for (const session of this.#sessions) session.checkBudget();
  }

  #configured(base: Session, patch: SessionPatch | undefined): MergeResult {
    if (patch === undefined) return { session: base };
    const { prompts, instructions } = this.options;
    const prompted = promptedSession(patch, prompts, { had: false, instructions });
    return prompted.error ? prompted : mergeSession(base, prompted.ok);
  }

  async #start(
    opening: OpeningSession,
    session: Session,
    connection: ClientConnection,
    init: SessionInit,
  ): Promise<void> {
    const { store, metrics, log } = this.options;
    try {
      const { keyId, memoryOf: sessionId } = init;
      const remembers =
        sessionId === undefined ? session : await withEarlierMemory(store, session, { sessionId, keyId });
      const opened = remembers ?? session;
      const lease = await store.create({ id: session.id, keyId, config: storedConfig(opened) });
      const live = this.#live(lease, opened, connection, init);
      metrics.started('ok');
      init.usage?.add({ sessions: 1 });
      this.#sessions.add(live);
      opening.becomes(live);
      live.start();
      if (remembers === undefined) connection.send({ type: 'error', error: nothingRemembered });
    } catch (error) {
      const away = error instanceof StateError && error.code === 'unavailable';
      metrics.started(away ? 'store_unavailable' : 'invalid');
      log.warn({ err: error }, 'a session could not start');
      const failure = away
        ? serverError('state_unavailable', 'Session state cannot be stored at the moment. Try again shortly.')
        : serverError('server_error', 'The session could not start.');
      connection.send({ type: 'error', error: failure });
      connection.close(notStarted, `server_error.${failure.code ?? 'server_error'}`);
    }
  }

  #live(lease: Lease, session: Session, connection: ClientConnection, init: SessionInit): GatewaySession {
    const { store, bus, metrics, prompts, offers, instructions } = this.options;
    const { maxDurationMs, itemAudio, limits } = this.options;
    const conversationId = newId('conv');
    const trace = new SessionTrace(session.id, {
      'gen_ai.conversation.id': conversationId,
      'gen_ai.request.model': init.model,
      'parley.key.id': init.keyId,
    });
    const { traceId } = trace;
    const log = this.options.log.child({
      sessionId: session.id,
      ...(traceId === undefined ? {} : { traceId }),
    });
    const writer = store.writer(lease, {
      image: () => imageOf(live.state, init.keyId),
      lost: (error) => {
        log.warn({ code: error.code }, 'the session is no longer ours to write');
        if (error.code !== 'fenced') return;
        connection.send({
          type: 'error',
          error: serverError('server_error', 'The session was taken over by another server.'),
        });
        connection.close(notStarted, 'server_error.taken_over');
        live.end();
      },
    });
    const { stock, extended } = this.#behaviours;
    const beginning = { session, conversationId };
    const live: GatewaySession = new GatewaySession(beginning, {
      behaviour:
        init.extensions === true
          ? extended
          : init.backchannels === true
            ? { ...stock, backchannels: true }
            : stock,
      connection,
      init,
      writer,
      bus,
      ids: new SessionIds(),
      log,
      trace,
      metrics,
      maxDurationMs,
      itemAudio,
      limits,
      prompts,
      offers,
      phrases: this.#phrases,
      debts: this.#debts,
      instructions,
      onEnd: () => {
        this.#sessions.delete(live);
        metrics.ended();
      },
    });
    return live;
  }
}

const nothingRemembered = invalidValue(
  'memory_of',
  "Nothing is remembered of the session that 'memory_of' names: this one begins without.",
);

/** Stands for a session until its state is stored. The transport holds the client's events back until then. */
class OpeningSession implements LiveSession {
  #live: GatewaySession | undefined;
  #gone = false;

  constructor(readonly id: string) {}

  get begun(): LiveSession | undefined {
    return this.#live;
  }

  becomes(live: GatewaySession): void {
    this.#live = live;
    if (this.#gone) live.end();
  }

  receive(event: SessionClientEvent, extras?: ClientExtras): void {
    this.#live?.receive(event, extras);
  }

  appendAudio(audio: Buffer, eventId?: string): void {
    this.#live?.appendAudio(audio, eventId);
  }

  get room(): Promise<void> | undefined {
    return this.#live?.room;
  }

  refuse(error: ProtocolError): void {
    this.#live?.refuse(error);
  }

  disconnected(code: number): void {
    this.#gone = true;
    this.#live?.disconnected(code);
  }
}
