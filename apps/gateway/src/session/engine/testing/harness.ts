import { isDeepStrictEqual } from 'node:util';
import { defaultSession, type ServerEventBody, type Session } from '@parley/protocol';
import type { SessionClientEvent } from '../../ports';
import { stockBehaviour, type BehaviourDefaults } from '../behaviour';
import { aheadMs } from '../coordinator/ahead';
import type { Effect } from '../coordinator/effects';
import type { EngineEvent, TimerKey } from '../coordinator/events';
import { nextInFull } from '../coordinator/next';
import { Passing } from '../coordinator/passing';
import { initialState, type SessionState } from '../coordinator/state';
import type { Ctx, IdSource } from '../ctx';
import type { ModelEvent } from '../response/events';
import { mainLane } from '../response/state';
import type { HearingEvent } from '../turn/events';

export const testSession = (change: Partial<Session> = {}): Session => ({
  ...defaultSession({
    id: 'sess_1',
    model: 'test/model',
    expiresAt: 0,
    instructions: 'Be brief.',
    voice: 'joe',
  }),
  ...change,
});

export function counter(): IdSource {
  let count = 0;
  let generation = 0;
  const id = (prefix: string) => () => `${prefix}_${++count}`;
  return {
    item: id('item'),
    response: id('resp'),
    call: id('call'),
    approval: id('mcpr'),
    backchannel: id('bc'),
    generation: () => ++generation,
  };
}

/** The engine with a clock and timers, and a list of everything it did. */
export class Harness {
  nowMs = 0;
  readonly effects: Effect[] = [];
  readonly timers = new Map<TimerKey, number>();
  /** Pieces of speech that did nothing but pass. */
  spokenPasses = 0;
  /** Sees every effect as it happens. */
  onEffect: ((effect: Effect) => void) | undefined;
  private readonly ids = counter();
  private inFull: SessionState;
  /** The same by the quick path. */
  private passing: Passing;

  constructor(session: Partial<Session> = {}, defaults: BehaviourDefaults = stockBehaviour) {
    this.inFull = initialState(testSession(session), 'conv_1', this.nowMs, defaults);
    this.passing = new Passing(this.inFull);
  }

  get state(): SessionState {
    return this.inFull;
  }

  set state(state: SessionState) {
    this.inFull = state;
    this.passing = new Passing(state);
  }

  get ctx(): Ctx {
    return { nowMs: this.nowMs, ids: this.ids };
  }

  /** Returns the effects of this one event. */
  dispatch(event: EngineEvent): readonly Effect[] {
    const effects = this.handle(event);
    for (const effect of effects) {
      this.effects.push(effect);
      if (effect.type === 'set_timer') this.timers.set(effect.key, this.nowMs + effect.afterMs);
      if (effect.type === 'clear_timer') this.timers.delete(effect.key);
      this.onEffect?.(effect);
    }
    return effects;
  }

  /** Audio that passes, one piece or many, does all that the whole engine would do. */
  private handle(event: EngineEvent): readonly Effect[] {
    const passed = this.passing.take(event, this.nowMs);
    if (passed === undefined) this.compare(event, this.passing.state, this.inFull);
    const { state, effects } = nextInFull(this.inFull, event, this.ctx);
    this.inFull = state;
    if (passed === undefined) this.passing = new Passing(state);
    else this.compare(event, passed, effects);
    if (passed !== undefined && event.type === 'speech') this.spokenPasses += 1;
    const quickAheadMs = this.passing.aheadMs(mainLane, this.nowMs);
    this.compare(event, quickAheadMs, aheadMs(this.inFull, mainLane, this.nowMs));
    this.compare(event, this.passing.turn, this.inFull.turn);
    return effects;
  }

  private compare(event: EngineEvent, quick: unknown, full: unknown): void {
    if (!isDeepStrictEqual(quick, full)) throw new Error(`by ${event.type} more had been done than passed`);
  }

  client(event: SessionClientEvent): readonly Effect[] {
    return this.dispatch({ type: 'client', event });
  }

  hears(event: HearingEvent): readonly Effect[] {
    return this.dispatch({ type: 'hearing', event });
  }

  audio(ms: number): void {
    this.dispatch({ type: 'audio_received', samples: ms * 16 });
  }

  model(event: ModelEvent, generation = this.last('generate').generation): readonly Effect[] {
    return this.dispatch({ type: 'model', generation, event });
  }

  /** Time goes on, and the timers that fall due in it fire. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const due = [...this.timers].filter(([, atMs]) => atMs <= untilMs).toSorted((a, b) => a[1] - b[1])[0];
      if (due === undefined) break;
      const [key, atMs] = due;
      this.timers.delete(key);
      this.nowMs = Math.max(this.nowMs, atMs);
      this.dispatch({ type: 'timer', key });
    }
    this.nowMs = untilMs;
  }

  last<T extends Effect['type']>(type: T): Extract<Effect, { type: T }> {
    const found = this.effects.findLast((effect) => effect.type === type);
    if (found === undefined) throw new Error(`no effect ${type}`);
    return found as Extract<Effect, { type: T }>;
  }

  all<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  }

  emitted(): ServerEventBody[] {
    return this.all('emit').map(({ event }) => event);
  }
}

/** Wire event types among effects; audio as `response.output_audio.delta`. */
export const wireTypes = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => {
    if (effect.type === 'emit') return [effect.event.type];
    return effect.type === 'emit_audio' ? ['response.output_audio.delta'] : [];
  });

export function emitted<T extends ServerEventBody['type']>(
  effects: readonly Effect[],
  type: T,
): Extract<ServerEventBody, { type: T }>[] {
  return effects.flatMap((effect) =>
    effect.type === 'emit' && effect.event.type === type
      ? [effect.event as Extract<ServerEventBody, { type: T }>]
      : [],
  );
}
