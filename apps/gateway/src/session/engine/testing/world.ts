import type { SessionClientEvent } from '../../ports';
import { stockBehaviour, type BehaviourDefaults } from '../behaviour';
import type { Effect } from '../coordinator/effects';
import type { EngineEvent, Service, SynthesisEvent } from '../coordinator/events';
import { headMessage, mainLane } from '../response/state';
import type { HearingEvent } from '../turn/events';
import type { Action } from './actions';
import { clientEvent } from './client-actions';
import { Fillers } from './fillers';
import { Harness } from './harness';
import { Recogniser } from './recogniser';
import { Requests } from './requests';
import { serverTools, toolEvent } from './tool-actions';
import { Voice } from './voice';
import { WireClient } from './wire-client';

const texts = ['', ' ', 'Hello there.', 'One two three four five six.', 'Ja, gut!', 'Why 🙂 not?'] as const;

/** A session, the services it uses and its client, driven by a list of actions that may make no sense. */
export class World {
  readonly h: Harness;
  readonly wire = new WireClient();
  readonly voice = new Voice();
  readonly requests = new Requests();
  readonly recogniser = new Recogniser();
  readonly fillers = new Fillers(() => this.h.state);

  /** Sees each effect, and each thing the voice said, as it happens. */
  onEffect: ((effect: Effect) => void) | undefined;
  onSpoken: ((event: SynthesisEvent, text: string, itemId: string) => void) | undefined;
  /** A segment comes with all its audio and word times at once, and synthesis never fails. */
  wholeSegments = false;
  /** Hearing events came that no worker would send. */
  confused = false;

  constructor(defaults: BehaviourDefaults = stockBehaviour) {
    this.h = new Harness({}, defaults);
    this.h.onEffect = (effect) => {
      this.wire.onEffect(effect);
      this.voice.onEffect(effect);
      this.requests.onEffect(effect);
      this.recogniser.onEffect(effect);
      this.fillers.onEffect(effect);
      this.onEffect?.(effect);
    };
  }

  run(action: Action): readonly Effect[] {
    const { a, b } = action;
    switch (action.kind) {
      case 'audio':
        this.h.audio(20 * (1 + (a % 30)));
        return [];
      case 'time':
        this.h.advance((a * b) >> 2);
        return b % 3 === 0 ? [] : this.bridge(a);
      case 'hear':
        return this.hear(a, b);
      case 'likely':
        return this.likely(b);
      case 'settled':
        return this.settled(b);
      case 'misheard':
        this.confused = true;
        return this.h.hears(misheard(a, b, this.received));
      case 'model':
        return this.model(a, b);
      case 'speech':
        return this.speak(a, b);
      case 'stale':
        return this.stale(a, b);
      case 'link':
        return this.link(a, b);
      case 'tool':
        return this.tool(a, b);
      case 'client':
        return this.client(clientEvent(a, b, this.wire, this.h));
    }
  }

  client(event: SessionClientEvent | undefined): readonly Effect[] {
    return event === undefined ? [] : this.h.client(event);
  }

  get received(): number {
    return this.h.state.turn.receivedSamples;
  }

  private hear(a: number, b: number): readonly Effect[] {
    const { recogniser, received } = this;
    const steps: (() => HearingEvent | undefined)[] = [
      () => recogniser.start(received),
      () => recogniser.partial(texts[b % texts.length] ?? ''),
      () => (b % 2 === 0 ? recogniser.candidate() : undefined),
      () => (b % 5 === 0 ? recogniser.reopen() : undefined),
      () => (b % 2 === 0 ? recogniser.pause(received) : recogniser.resume()),
      () => recogniser.stop(received),
      () => recogniser.end(received),
      () => recogniser.final(texts[b % texts.length] ?? ''),
      () => recogniser.failure(),
    ];
    // Finals come twice as often as they fail, and any step that cannot be made gives way to the next.
    for (let i = 0; i < steps.length; i += 1) {
      const event = steps[(a + i) % steps.length]?.();
      if (event !== undefined) return this.h.hears(event);
    }
    return [];
  }

  /** Somebody says something whole. */
  private likely(b: number): readonly Effect[] {
    const { recogniser, received } = this;
    const text = texts[2 + (b % (texts.length - 2))] ?? '';
    const events = [recogniser.start(received), recogniser.partial(text), recogniser.candidate()];
    return events.flatMap((event) => (event === undefined ? [] : this.h.hears(event)));
  }

  /** And that was all they had to say. */
  private settled(b: number): readonly Effect[] {
    const { recogniser, received } = this;
    const steps = [
      () => recogniser.stop(received),
      () => recogniser.end(received),
      () => recogniser.final(texts[2 + (b % (texts.length - 2))] ?? ''),
    ];
    return steps.flatMap((step) => {
      const event = step();
      return event === undefined ? [] : this.h.hears(event);
    });
  }

  private model(a: number, b: number): readonly Effect[] {
    const running = [...this.requests.running.keys()];
    const generation = running[a % Math.max(1, running.length)];
    if (generation === undefined) return [];
    const delta = texts[b % texts.length] ?? '';
    switch (a % 8) {
      case 0:
        this.requests.running.delete(generation);
        return this.h.model(
          { type: 'finished', reason: reasons[b % reasons.length] ?? 'stop', usage: null },
          generation,
        );
      case 1:
        return this.h.model({ type: 'call_begun' }, generation);
      case 2:
        return this.h.model(
          {
            type: 'call',
            callId: b % 3 === 0 ? '' : `call${b % 5}`,
            name: toolNames[b % toolNames.length] ?? 'tool',
            argumentsJson: b % 2 === 0 ? '' : '{"a":1}',
          },
          generation,
        );
      case 3:
        if (b % 4 !== 0) return this.h.model({ type: 'text', delta }, generation);
        this.requests.running.delete(generation);
        return this.h.model(
          { type: 'model_failed', failure: { type: 'server_error', code: 'server_error', message: 'no' } },
          generation,
        );
      default:
        return this.h.model({ type: 'text', delta: `${delta} ` }, generation);
    }
  }

  /** The client has to do with tools, or the server for tools answers: a list, or the result of a call. */
  private tool(a: number, b: number): readonly Effect[] {
    if (a % 4 === 3) return this.h.client(toolEvent(a >> 2, b, this.h));
    const { listings, running } = this.h.state.tools;
    const listing = listings.find(({ status }) => status === 'listing');
    if (listing !== undefined && (a % 2 === 0 || running.length === 0)) {
      const tools = b % 5 === 0 ? null : serverTools;
      return this.h.dispatch({ type: 'tools_listed', itemId: listing.itemId, tools, message: 'no' });
    }
    const call = running[a % Math.max(1, running.length)];
    if (call === undefined) return [];
    const error = { type: 'tool_execution_error', message: 'no' } as const;
    const result = b % 4 === 0 ? { error } : { output: `${b}`, sources: [] };
    return this.h.dispatch({ type: 'tool_result', itemId: call.itemId, result });
  }

  private speak(a: number, b: number): readonly Effect[] {
    const runs = [...this.voice.runs].filter(([, run]) => !run.done);
    const [generation, run] = runs[a % Math.max(1, runs.length)] ?? [];
    if (generation === undefined || run === undefined) return [];
    if (b % 40 === 0 && !this.wholeSegments) {
      this.voice.fail(generation);
      return this.h.dispatch({
        type: 'speech',
        generation,
        event: { ...speechFailure, retryable: a % 2 === 0 },
      });
    }
    const effects: Effect[] = [];
    for (let i = a % 4; (i >= 0 || this.wholeSegments) && this.voice.runs.get(generation) === run; i -= 1) {
      const event = run.step(1 + (b % 12));
      if (event === undefined) break;
      const itemId = this.itemOf(generation);
      if (itemId !== undefined) this.onSpoken?.(event, run.text, itemId);
      effects.push(...this.h.dispatch({ type: 'speech', generation, event }));
      if (this.wholeSegments && event.type === 'segment_done') break;
    }
    return effects;
  }

  /** The voice says what is said beside the conversation, or begins to. */
  private bridge(a: number): readonly Effect[] {
    const effects: Effect[] = [];
    for (const { aside, response } of this.h.state.live) {
      if (aside === null) continue;
      for (const [generation, run] of this.voice.runs) {
        for (let i = a % 6; i > 0 && run.lane === response.lane; i -= 1) {
          const event = run.step(50);
          if (event !== undefined) effects.push(...this.h.dispatch({ type: 'speech', generation, event }));
        }
      }
    }
    return effects;
  }

  /** The item of the conversation that is being spoken so. */
  private itemOf(generation: number): string | undefined {
    const { live, speculation } = this.h.state;
    const draft = speculation.prospect?.draft;
    const all = [...live, ...(draft == null ? [] : [draft.live])];
    const message = all
      .filter(({ response }) => response.plan.conversational)
      .map(({ response }) => headMessage(response))
      .find((head) => head?.speech?.generation === generation);
    return message?.itemId;
  }

  /** Everything that was begun is brought to its end: transcripts, answers, and all that is to be said. */
  finish(): void {
    for (let round = 0; round < 20; round += 1) {
      while (this.hears(this.recogniser.final('Go on.')));
      for (const { itemId } of this.h.state.tools.running)
        this.h.dispatch({ type: 'tool_result', itemId, result: { output: 'done', sources: [] } });
      for (const generation of this.requests.running.keys()) {
        this.h.model({ type: 'text', delta: 'That is that.' }, generation);
        this.requests.running.delete(generation);
        this.h.model({ type: 'finished', reason: 'stop', usage: null }, generation);
      }
      for (const [generation, run] of this.voice.runs) {
        for (let event = run.step(10); event !== undefined; event = run.step(10)) {
          this.h.dispatch({ type: 'speech', generation, event });
        }
      }
    }
  }

  private hears(event: HearingEvent | undefined): boolean {
    if (event !== undefined) this.h.hears(event);
    return event !== undefined;
  }

  /** Something of a generation that was abandoned, or that never was. Nothing may come of it. */
  private stale(a: number, b: number): readonly Effect[] {
    const over = [...this.requests.over, 100_000 + a];
    const generation = over[a % over.length] ?? 0;
    const speech: SynthesisEvent[] = [
      { type: 'segment_started', textStart: 0, textEnd: b },
      { type: 'audio', pcm: new Uint8Array(960) },
      { type: 'segment_done', words: [] },
      { type: 'speech_done' },
      { ...speechFailure, retryable: true },
    ];
    const events: EngineEvent[] = [
      ...speech.map((event) => ({ type: 'speech', generation, event }) as const),
      { type: 'model', generation, event: { type: 'text', delta: 'stale' } },
      { type: 'model', generation, event: { type: 'finished', reason: 'stop', usage: null } },
      { type: 'model', generation, event: { type: 'call', callId: 'x', name: 'stale', argumentsJson: '{}' } },
    ];
    const effects = this.h.dispatch(events[b % events.length] ?? { type: 'timer', key: 'commit' });
    const shown = effects.filter(({ type }) => type === 'emit' || type === 'emit_audio');
    if (shown.length > 0)
      throw new Error(`generation ${generation} is over, and brought ${JSON.stringify(shown)}`);
    return effects;
  }

  private link(a: number, b: number): readonly Effect[] {
    const services: Service[] = ['stt', 'persona', 'llm', 'tts'];
    const service = services[a % services.length] ?? 'stt';
    const status = (['lost', 'unavailable', 'open'] as const)[Math.floor(a / 4) % 3] ?? 'open';
    const lanes = [mainLane, mainLane, ...this.h.state.live.map(({ response }) => response.lane)];
    const works = service === 'llm' || service === 'tts';
    const lane = works ? (lanes[b % lanes.length] ?? mainLane) : mainLane;
    if (service === 'llm' && status === 'lost') {
      for (const [generation, of] of this.requests.running) if (of === lane) this.requests.end(generation);
    }
    if (service === 'tts' && status === 'lost') this.voice.lose(lane);
    return this.h.dispatch({ type: 'link', service, lane, status });
  }
}

/** The client's own, those of a server (see `client-actions`), and the built-in search. */
const toolNames = ['tool', 'add', 'book', 'web_search'] as const;

const reasons = ['stop', 'stop', 'length', 'tool_calls', 'content_filter'] as const;

const speechFailure = {
  type: 'speech_failed',
  failure: { type: 'server_error', code: 'tts_failed', message: 'no' },
} as const;

const candidate = (utterance: number): HearingEvent => ({
  type: 'turn_candidate',
  utterance,
  revision: 0,
  text: 'Hello there.',
  language: 'en',
  probability: 0.6,
});

/** Hearing events in no order that a worker would send them in. */
function misheard(a: number, b: number, received: number): HearingEvent {
  const utterance = 1 + (a % 6);
  const startSample = Math.max(0, received - b * 16);
  const events: HearingEvent[] = [
    { type: 'speech_started', utterance, startSample },
    { type: 'speech_stopped', utterance, endSample: received, speechEndSample: received },
    candidate(utterance),
    { type: 'turn_reopened', utterance },
    { type: 'turn_committed', utterance, startSample, endSample: received },
    { type: 'partial', utterance, text: 'Hello there', stableChars: b % 14 },
    { type: 'final', utterance, text: 'Hello there.', language: '' },
    { type: 'transcript_failed', utterance, code: 'decode_failed', message: 'no' },
  ];
  return events[b % events.length] ?? candidate(utterance);
}
