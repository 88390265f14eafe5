import type { Bus } from '@parley/bus';
import { audioSubject, type Broadcast } from '@parley/bus';
import { encodeAudioFrame } from '@parley/contracts';
import {
  formatRateHz,
  isSameFormat,
  type ProtocolError,
  sessionView,
  type ServerEventBody,
  type Session,
} from '@parley/protocol';
import type { SessionLimits } from '@parley/metering';
import type { SessionWriter } from '@parley/state';
import type { Logger } from '@parley/telemetry';
import type { BehaviourDefaults } from '../engine/behaviour';
import type { Effect, ItemChange } from '../engine/coordinator/effects';
import { initialState, turnConfig, withMemory, type SessionState } from '../engine/coordinator/state';
import type { IdSource } from '../engine/ctx';
import { hearingRateHz } from '../engine/deadlines';
import { resumePoint } from '../engine/turn/resume';
import type { PromptBook } from '../../prompts/prompt-book';
import { promptedResponse, promptedSession, type Prompted } from '../../prompts/with-prompts';
import type { SpeechOffers } from '../../workers/speech-offers';
import type { ClientExtras, ServerExtras } from '../extras';
import type { ClientConnection, LiveSession, SessionClientEvent, SessionInit } from '../ports';
import { Accounts } from './accounts';
import type { Debts } from './debts';
import { Departure } from './departure';
import type { AudioBudget } from './audio/audio-budget';
import { AudioMemory } from './audio/audio-memory';
import { tooLongAudio } from './audio/conversion';
import { amplified, encodeOutput } from './audio/formats';
import { InputAudio } from './audio/input-audio';
import { Intake } from './audio/intake';
import { ItemAudio } from './audio/item-audio';
import { RecentAudio } from './audio/recent-audio';
import { Lanes } from './lanes';
import { HearingLink } from './links/hearing-link';
import { MemoryLink } from './links/memory-link';
import { PerceptionLink } from './links/perception-link';
import type { LinkContext } from './links/ports';
import { ToolsLink } from './links/tools-link';
import { Transcriber } from './links/transcriber';
import type { SessionMetrics } from './metrics';
import { Outbox } from './output/outbox';
import { Retrievals } from './output/retrievals';
import type { Phrases } from './phrases';
import { Persistence, snapshotOf } from './persistence';
import { Runner } from './runner';
import type { SessionTrace } from './session-trace';

/** What a session begins with. */
export interface SessionBeginning {
  readonly session: Session;
  readonly conversationId: string;
}

export interface SessionOptions {
  readonly behaviour: BehaviourDefaults;
  readonly connection: ClientConnection;
  readonly init: SessionInit;
  readonly writer: SessionWriter;
  readonly bus: Bus;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly trace: SessionTrace;
  readonly metrics: SessionMetrics;
  readonly maxDurationMs: number;
  /** Of items' audio that is kept for `conversation.item.retrieve`. */
  readonly itemAudio: AudioBudget;
  readonly limits: SessionLimits;
  readonly prompts: PromptBook;
  readonly offers: SpeechOffers;
  readonly phrases: Phrases;
  readonly debts: Debts;
  /** The server's own, which a session begins with. */
  readonly instructions: string;
  /** Called once, when it is over. */
  readonly onEnd: () => void;
}

/** Audio that another stt-worker may have to hear again. */
const maxReplayMs = 60_000;
/** Kept beyond what is needed: an onset may be told late, and the bus may be without its server for so long. */
const slackMs = 12_000;
const samplesPerMs = hearingRateHz / 1000;

/** One live session: wires the engine to the client, the services, the store and the clock. */
export class GatewaySession implements LiveSession {
  readonly id: string;
  readonly #runner: Runner;
  readonly #outbox: Outbox;
  readonly #audioMemory = new AudioMemory();
  readonly #recent = new RecentAudio(this.#audioMemory, maxReplayMs * samplesPerMs);
  readonly #items: ItemAudio;
  readonly #retrievals: Retrievals;
  readonly #hearing: HearingLink;
  readonly #perception: PerceptionLink;
  readonly #transcriber: Transcriber;
  readonly #lanes: Lanes;
  readonly #tools: ToolsLink;
  readonly #memory: MemoryLink;
  readonly #persistence: Persistence;
  readonly #broadcast: Broadcast;
  readonly #departure: Departure;
  readonly #accounts: Accounts;
  #input: InputAudio;
  /** What `#input` was made for. */
  #inputOf: Session;
  readonly #intake = new Intake((audio) => this.#take(audio));
  #isHeard = false;
  #unchargedSamples = 0;
  #forgetAt = 0;
  #ended = false;

  constructor(
    { session, conversationId }: SessionBeginning,
    private readonly options: SessionOptions,
  ) {
    const { connection, init, bus, log, metrics, ids } = options;
    this.id = session.id;
    const state = initialState(session, conversationId, performance.now(), options.behaviour, init.extras);
    this.#runner = new Runner(state, ids, (effect) => this.#perform(effect));
    this.#items = new ItemAudio(this.#audioMemory, options.itemAudio);
    this.#outbox = new Outbox(connection, init.extensions === true, options.behaviour.backchannels);
    this.#retrievals = new Retrievals(this.#outbox, this.#items, log);
    this.#persistence = new Persistence(options.writer, log, (durability) => metrics.stored(durability));
    this.#broadcast = bus.broadcast(audioSubject(session.id));
    this.#input = new InputAudio(session.audio.input.format);
    this.#inputOf = session;
    this.#accounts = new Accounts({
      usage: init.usage,
      limits: options.limits,
      session: () => this.#runner.session,
      isFiller: (name) =>
        this.#runner.state.live.find(({ response }) => response.lane === name)?.aside != null,
      tell: (event) => this.#outbox.sendExtension(event),
      spent: (message) => this.#runner.dispatch({ type: 'budget_spent', message }),
    });
    const context: LinkContext = {
      bus,
      log,
      sessionId: session.id,
      traceparent: options.trace.traceparent,
      state: () => this.#runner.state,
      aheadMs: (lane) => this.#runner.aheadMs(lane),
      dispatch: this.#runner.dispatch,
      metered: this.#accounts.observe,
    };
    this.#hearing = new HearingLink(context, this.#recent, this.#intake);
    this.#perception = new PerceptionLink(context);
    this.#transcriber = new Transcriber(context);
    this.#lanes = new Lanes(context, options.phrases);
    this.#tools = new ToolsLink(context);
    this.#memory = new MemoryLink(context, options.debts);
    this.#departure = new Departure({
      connection,
      outbox: this.#outbox,
      maxDurationMs: options.maxDurationMs,
      unplayedMs: () => this.state.clock.endAtMs - performance.now(),
      end: () => this.end(),
    });
  }

  get state(): SessionState {
    return this.#runner.state;
  }

  /** Finds the workers ahead of need; the client is told at once. */
  start(): void {
    if (this.#ended) return;
    this.options.offers.prepare();
    this.#hearing.start();
    this.#perception.start();
    // Who only listens needs no model and no voice.
    if (this.#runner.session.type === 'realtime') this.#lanes.start();
    const session = sessionView(withMemory(this.state));
    this.#outbox.send({ type: 'session.created', session }, { session: this.state.extras });
    this.#runner.dispatch({ type: 'started' });
  }

  receive(event: SessionClientEvent, extras?: ClientExtras): void {
    if (this.#ended) return;
    if (event.type === 'input_audio_buffer.clear') this.#input.clear();
    if (event.type === 'input_audio_buffer.commit') this.#flushInput();
    const prompted = this.#prompted(event);
    const refuse = (error: ProtocolError) => this.refuse({ ...error, event_id: event.event_id ?? null }, {});
    if (prompted.error) return refuse(prompted.error);
    const beyond = this.#beyondOffers(event) ?? tooLongAudio(event, this.#runner.session.audio.input.format);
    if (beyond) return refuse(beyond);
    this.#runner.dispatch({ type: 'client', event: prompted.ok, extras });
  }

  refuse(error: ProtocolError, extras: ServerExtras = { asWritten: true }): void {
    if (this.#ended) return;
    this.#outbox.send({ type: 'error', error }, extras);
    this.options.metrics.observed('error', error.code ?? 'none');
  }

  appendAudio(audio: Buffer, _eventId?: string): void {
    if (this.#ended) return;
    const { session } = this.#runner;
    if (session !== this.#inputOf) this.#configureInput(session);
    if (!this.#isHeard) this.#isHeard = this.#hearing.needed();
    this.#intake.push(audio, this.#input.bytesPerSecond);
  }

  #configureInput(session: Session): void {
    const { format } = session.audio.input;
    if (!isSameFormat(format, this.#input.format)) this.#input = new InputAudio(format);
    this.#inputOf = session;
  }

  get room(): Promise<void> | undefined {
    return this.#intake.room;
  }

  #take(audio: Uint8Array): number {
    const before = this.#recent.endSample;
    if (this.#ended) return before;
    this.#input.each(audio, this.#hear);
    this.#heardFrom(before);
    return this.#recent.endSample;
  }

  #flushInput(): void {
    const before = this.#recent.endSample;
    this.#input.flush(this.#hear);
    this.#heardFrom(before);
  }

  #heardFrom(sample: number): void {
    const samples = this.#recent.endSample - sample;
    if (samples === 0) return;
    this.#unchargedSamples += samples;
    this.#runner.heard(samples);
    if (this.#recent.endSample >= this.#forgetAt) this.#forget();
  }

  readonly #hear = (pcm: Uint8Array): void => {
    const startSample = this.#recent.endSample;
    this.#recent.push(pcm);
    this.#broadcast.send(encodeAudioFrame(startSample, hearingRateHz, pcm));
  };

  /** Tells what was heard since it did so last: for each frame that took longer than much else about it. */
  #chargeHeard(): void {
    const audioInMs = this.#unchargedSamples / samplesPerMs;
    this.#unchargedSamples = 0;
    if (audioInMs > 0) this.options.init.usage?.add({ audioInMs });
  }

  /** Once a second, what nobody can ask for any more. */
  #forget(): void {
    this.#chargeHeard();
    const { session, turn } = this.#runner;
    const needed = Math.min(
      resumePoint(turn, turnConfig(session)).startSample,
      turn.receivedSamples - slackMs * samplesPerMs,
    );
    this.#recent.forgetBefore(needed);
    this.#items.trim();
    this.#forgetAt = this.#recent.endSample + hearingRateHz;
  }

  disconnected(_code: number): void {
    this.end();
  }

  /** Lets go of everything. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#chargeHeard();
    this.#departure.close();
    this.#intake.close();
    this.#runner.stop();
    // What no worker was given is not charged.
    this.#lanes.close();
    this.#tools.close();
    this.#accounts.close();
    this.#hearing.close();
    this.#perception.close();
    this.#transcriber.close();
    this.#memory.close();
    this.#persistence.close();
    this.options.trace.end();
    this.#retrievals.close();
    this.#items.close();
    this.#recent.close();
    this.#audioMemory.end();
    this.options.onEnd();
  }

  #prompted(event: SessionClientEvent): Prompted<SessionClientEvent> {
    const { prompts, instructions } = this.options;
    if (event.type === 'session.update') {
      const had = this.state.session.prompt !== null;
      const session = promptedSession(event.session, prompts, { had, instructions });
      return session.error ? session : { ok: { ...event, session: session.ok } };
    }
    if (event.type !== 'response.create' || event.response == null) return { ok: event };
    const response = promptedResponse(event.response, prompts);
    return response.error ? response : { ok: { ...event, response: response.ok } };
  }

  #beyondOffers(event: SessionClientEvent): ProtocolError | undefined {
    const { offers } = this.options;
    if (event.type === 'session.update') return offers.refusalOfSession(event.session);
    return event.type === 'response.create' && event.response != null
      ? offers.refusalOfResponse(event.response)
      : undefined;
  }

  /** What other sessions of the key have spent counts too. */
  checkBudget(): void {
    if (this.#ended) return;
    this.#chargeHeard();
    this.#accounts.check();
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'emit':
        if (effect.event.type === 'response.done') return this.#done(effect.event);
        return this.#outbox.send(effect.event, effect.extras);
      case 'emit_audio':
        return this.#emitAudio(effect);
      case 'emit_backchannel': {
        // Made, and muted.
        if (effect.gain === 0) return;
        const delta = Buffer.from(encodeOutput(amplified(effect.pcm, effect.gain), effect.format)).toString(
          'base64',
        );
        const event = { type: 'parley.backchannel.audio.delta', backchannelId: effect.id, delta } as const;
        return this.#outbox.sendExtension(event);
      }
      case 'emit_item':
        return this.#retrievals.answer(
          effect.item,
          this.state.session.audio.input.format,
          this.#transcriber.whole(effect.item.id),
        );
      case 'extension':
        return this.#outbox.sendExtension(effect.event);
      case 'persist':
        return this.#persist(effect.change);
      case 'persist_session':
        return this.#persistence.saveConfig(effect.session);
      case 'persist_snapshot':
        return this.#persistence.saveSnapshot(snapshotOf(this.state));
      case 'configure_hearing':
        return this.#hearing.configure();
      case 'commit_utterance':
        return this.#hearing.commit(effect.utterance, effect.startSample, effect.endSample);
      case 'assistant_speech':
        return this.#hearing.assistant(effect.speaking);
      case 'clear_audio':
        return this.#hearing.clear(effect.upToSample);
      case 'utterance_started':
        return this.#perception.utteranceStarted(effect.utterance, effect.startSample);
      case 'utterance_ended': {
        const { type: _type, ...ended } = effect;
        return this.#perception.utteranceEnded(ended);
      }
      case 'keep_audio':
        for (const pcm of this.#recent.views(effect.startSample, effect.endSample)) {
          this.#items.heard(effect.itemId, pcm);
        }
        return;
      case 'truncate_audio':
        return this.#items.truncate(effect.itemId, effect.endMs);
      case 'drop_audio':
        this.#transcriber.drop(effect.itemId);
        return this.#items.drop(effect.itemId);
      case 'transcribe_item':
        return this.#transcribe(effect);
      case 'keep_given':
        return this.#keepGiven(effect);
      case 'list_tools':
      case 'call_tool':
      case 'cancel_tool':
        return this.#tools.perform(effect);
      case 'remember':
      case 'forget':
        return this.#memory.perform(effect);
      case 'spent_out':
        return this.#departure.leave(effect.message);
      case 'memory':
        return this.options.metrics.remembered(effect.outcome, effect.tokens);
      case 'timing':
        this.options.log.info({ ...effect.timing }, 'turn');
        this.options.trace.turn(effect.timing, effect.marks);
        return this.options.metrics.turn(effect.timing);
      case 'speculation':
        this.#accounts.performed(effect);
        return this.options.metrics.speculated(effect.outcome, effect.tokens);
      case 'observe':
        return this.options.metrics.observed(effect.what, effect.label);
      case 'set_timer':
      case 'clear_timer':
        return;
      default:
        this.#accounts.performed(effect);
        return this.#lanes.perform(effect);
    }
  }

  /** Only a new item holds back the news of it; what is known of an item may be written behind. */
  #persist(change: ItemChange): void {
    const release = change.kind === 'item' ? this.#outbox.holdBack() : (): void => undefined;
    this.#persistence.append(change, release);
  }

  #emitAudio({ ids, pcm, format, keep }: Extract<Effect, { type: 'emit_audio' }>): void {
    const audio = encodeOutput(pcm, format);
    this.options.init.usage?.add({ audioOutMs: (pcm.byteLength / 2 / formatRateHz(format)) * 1000 });
    this.#outbox.sendAudio(ids, audio);
    if (keep) this.#items.said(ids.item_id, audio, format);
  }

  #done(event: Extract<ServerEventBody, { type: 'response.done' }>): void {
    const { init } = this.options;
    this.#outbox.send(this.#accounts.ended(event, init.extensions === true));
    const facts = init.rateLimits?.();
    if (!facts) return;
    const { limit, remaining, resetSeconds } = facts;
    this.#outbox.send({
      type: 'rate_limits.updated',
      rate_limits: [{ name: 'requests', limit, remaining, reset_seconds: resetSeconds }],
    });
  }

  #transcribe({ itemId, contentIndex, audio }: Extract<Effect, { type: 'transcribe_item' }>): void {
    const { format } = this.state.session.audio.input;
    const keep = (pcm: Uint8Array): void => this.#items.heard(itemId, pcm, contentIndex);
    this.#transcriber.transcribe({ itemId, contentIndex }, Buffer.from(audio, 'base64'), format, keep);
  }

  #keepGiven({ itemId, contentIndex, audio }: Extract<Effect, { type: 'keep_given' }>): void {
    if (this.options.itemAudio.maxBytes === 0) return;
    const { format } = this.state.session.audio.input;
    const keep = (pcm: Uint8Array): void => this.#items.heard(itemId, pcm, contentIndex);
    this.#transcriber.convert(itemId, Buffer.from(audio, 'base64'), format, keep);
  }
}
