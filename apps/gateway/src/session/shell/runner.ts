import type { Effect } from '../engine/coordinator/effects';
import type { EngineEvent, TimerKey } from '../engine/coordinator/events';
import { nextInFull } from '../engine/coordinator/next';
import { Passing } from '../engine/coordinator/passing';
import type { SessionState } from '../engine/coordinator/state';
import type { IdSource } from '../engine/ctx';

/**
 * The engine's clock, timers and queue: events are handled one after the other, and what an effect brings about
 * is handled after all effects of the event before.
 */
export class Runner {
  readonly #timers = new Map<TimerKey, NodeJS.Timeout>();
  #queue: EngineEvent[] = [];
  #running = false;
  #stopped = false;
  #passing: Passing;

  constructor(
    state: SessionState,
    private readonly ids: IdSource,
    private readonly perform: (effect: Effect) => void,
  ) {
    this.#passing = new Passing(state);
  }

  get state(): SessionState {
    return this.#passing.state;
  }

  /** The session's settings: for what comes fifty times a second, as the state costs something then. */
  get session(): SessionState['session'] {
    return this.#passing.session;
  }

  get turn(): SessionState['turn'] {
    return this.#passing.turn;
  }

  /** Speech of a lane that was made and is not played yet; asked often, too. */
  aheadMs(lane: string): number {
    return this.#passing.aheadMs(lane, performance.now());
  }

  /** The client's audio: as the event, which fifty times a second for every session is too much to queue. */
  heard(samples: number): void {
    if (this.#stopped) return;
    if (this.#running || !this.#passing.heard(samples, performance.now()))
      this.dispatch({ type: 'audio_received', samples });
  }

  readonly dispatch = (event: EngineEvent): void => {
    if (this.#stopped) return;
    if (this.#running) {
      this.#queue.push(event);
      return;
    }
    this.#running = true;
    try {
      // An event that failed may have left others behind.
      if (this.#queue.length > 0) this.#queue.push(event);
      else this.#handle(event);
      this.#drain();
    } finally {
      this.#running = false;
    }
  };

  stop(): void {
    this.#stopped = true;
    this.#queue = [];
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #drain(): void {
    while (this.#queue.length > 0) {
      const event = this.#queue.shift();
      if (event !== undefined) this.#handle(event);
    }
  }

  #handle(event: EngineEvent): void {
    const nowMs = performance.now();
    for (const effect of this.#passing.take(event, nowMs) ?? this.#inFull(event, nowMs)) {
      if (effect.type === 'set_timer') this.#set(effect.key, effect.afterMs);
      else if (effect.type === 'clear_timer') this.#clear(effect.key);
      else this.perform(effect);
    }
  }

  #inFull(event: EngineEvent, nowMs: number): readonly Effect[] {
    const { state, effects } = nextInFull(this.state, event, { nowMs, ids: this.ids });
    this.#passing = new Passing(state);
    return effects;
  }

  #set(key: TimerKey, afterMs: number): void {
    this.#clear(key);
    const fire = (): void => {
      this.#timers.delete(key);
      this.dispatch({ type: 'timer', key });
    };
    this.#timers.set(key, setTimeout(fire, afterMs));
  }

  #clear(key: TimerKey): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }
}
