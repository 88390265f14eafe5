import { systemClock, type Clock } from '../clock';
import type { Message } from '../transport';
import { seededRandom } from './random';
import { Schedule } from './schedule';

export interface Faults {
  /** Time every message takes, and a random addition to it. Neither changes the order of one link. */
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** Shares of frames, 0–1. Requests and their replies are left alone. */
  readonly loss: number;
  readonly duplication: number;
  readonly reordering: number;
}

const noFaults: Faults = { latencyMs: 0, jitterMs: 0, loss: 0, duplication: 0, reordering: 0 };

/** How much later than its place a reordered message comes. */
const reorderMs = 5;

/** One process on the network. */
export interface Host {
  readonly id: number;
  /** Takes a message that has arrived; a host that is away loses it. */
  take(deliver: () => void): void;
  answer(replyTo: string, data: Uint8Array): void;
}

export interface Parcel {
  readonly subject: string;
  readonly data: Uint8Array;
  /** Where the answer to a request goes. */
  readonly replyTo?: string;
  /** Loss, duplication and reordering may befall it. */
  readonly faulty: boolean;
}

export interface Listener {
  readonly host: Host;
  readonly subject: string;
  readonly queue: string | undefined;
  readonly handle: (message: Message) => void;
  /** Takes new messages. */
  joined: boolean;
  /** Takes those under way. */
  listening: boolean;
}

export interface MemoryNetworkOptions {
  readonly clock?: Clock;
  readonly faults?: Partial<Faults>;
  readonly seed?: number;
}

/** A message system in one process, with faults on demand. */
export class MemoryNetwork {
  readonly clock: Clock;
  faults: Faults;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #lastArrivalMs = new Map<string, number>();
  readonly #schedule: Schedule;
  readonly #random: () => number;
  #lastId = 0;

  constructor(options: MemoryNetworkOptions = {}) {
    this.clock = options.clock ?? systemClock;
    this.faults = { ...noFaults, ...options.faults };
    this.#random = seededRandom(options.seed ?? 1);
    this.#schedule = new Schedule(this.clock);
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Listeners there are now: for tests that nothing is left behind. */
  get listeners(): number {
    let count = 0;
    for (const listeners of this.#listeners.values()) count += listeners.size;
    return count;
  }

  add(listener: Listener): void {
    const there = this.#listeners.get(listener.subject);
    if (there === undefined) this.#listeners.set(listener.subject, new Set([listener]));
    else there.add(listener);
  }

  delete(listener: Listener): void {
    listener.joined = false;
    const there = this.#listeners.get(listener.subject);
    there?.delete(listener);
    if (there?.size === 0) this.#listeners.delete(listener.subject);
  }

  /** Returns whether anybody listens. */
  send(from: Host, parcel: Parcel): boolean {
    const receivers = this.#receivers(parcel.subject);
    const { loss, duplication } = this.faults;
    for (const receiver of receivers) {
      if (parcel.faulty && this.#chance(loss)) continue;
      this.#deliver(from, receiver, parcel);
      if (parcel.faulty && this.#chance(duplication)) this.#deliver(from, receiver, parcel);
    }
    return receivers.length > 0;
  }

  #deliver(from: Host, to: Listener, { data, replyTo, faulty }: Parcel): void {
    const link = `${from.id}>${to.host.id}`;
    const { latencyMs, jitterMs, reordering } = this.faults;
    const inOrderMs = Math.max(
      this.clock.nowMs() + latencyMs + jitterMs * this.#random(),
      this.#lastArrivalMs.get(link) ?? 0,
    );
    const late = faulty && this.#chance(reordering);
    if (!late) this.#lastArrivalMs.set(link, inOrderMs);
    const respond = (answer: Uint8Array) => {
      if (replyTo !== undefined) to.host.answer(replyTo, answer);
    };
    const deliver = () => {
      if (to.listening) to.handle({ data, respond });
    };
    this.#schedule.at(late ? inOrderMs + reorderMs : inOrderMs, () => to.host.take(deliver));
  }

  /** Everyone without a queue, and one member at random of each queue group. */
  #receivers(subject: string): Listener[] {
    const groups = new Map<string, Listener[]>();
    const receivers: Listener[] = [];
    for (const listener of this.#listeners.get(subject) ?? []) {
      if (!listener.joined) continue;
      if (listener.queue === undefined) receivers.push(listener);
      else groups.set(listener.queue, [...(groups.get(listener.queue) ?? []), listener]);
    }
    for (const members of groups.values()) {
      const chosen = members[Math.floor(this.#random() * members.length)];
      if (chosen !== undefined) receivers.push(chosen);
    }
    return receivers;
  }

  #chance(share: number): boolean {
    return share > 0 && this.#random() < share;
  }
}
