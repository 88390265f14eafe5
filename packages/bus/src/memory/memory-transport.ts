import { StatusListeners } from '../bus/status';
import { within } from '../bus/within';
import { BusError } from '../errors';
import type { BusStatus } from '../stream';
import { gatherQuietMs, type Message, type Subscription, type Transport } from '../transport';
import type { Host, Listener, MemoryNetwork } from './network';

const nothing = (): void => undefined;

/** A process's connection to a MemoryNetwork. */
export class MemoryTransport implements Transport, Host {
  readonly id: number;
  readonly #status = new StatusListeners('connected');
  readonly #listeners = new Set<Listener>();
  /** What arrived while the process was paused. */
  #backlog: (() => void)[] | undefined;
  #dead = false;

  constructor(private readonly network: MemoryNetwork) {
    this.id = network.nextId();
  }

  get status(): BusStatus {
    return this.#status.current;
  }

  onStatus(listener: (status: BusStatus) => void): () => void {
    return this.#status.listen(listener);
  }

  take(deliver: () => void): void {
    if (this.#dead || this.status !== 'connected') return;
    if (this.#backlog === undefined) deliver();
    else this.#backlog.push(deliver);
  }

  publish(subject: string, data: Uint8Array): boolean {
    if (this.#dead || this.status !== 'connected') return false;
    this.network.send(this, { subject, data: new Uint8Array(data), faulty: true });
    return true;
  }

  answer(replyTo: string, data: Uint8Array): void {
    if (!this.#dead && this.status === 'connected')
      this.network.send(this, { subject: replyTo, data, faulty: false });
  }

  subscribe(subject: string, handle: (message: Message) => void, queue?: string): Subscription {
    if (this.status === 'closed') throw new BusError('disconnected', 'the bus is closed');
    const listener: Listener = { host: this, subject, queue, handle, joined: true, listening: true };
    this.#listeners.add(listener);
    if (this.status === 'connected') this.network.add(listener);
    const leave = () => {
      this.#listeners.delete(listener);
      this.network.delete(listener);
    };
    return {
      leave,
      unsubscribe: () => {
        listener.listening = false;
        leave();
      },
    };
  }

  async request(subject: string, data: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    let settle: (reply: Uint8Array) => void = nothing;
    const reply = new Promise<Uint8Array>((resolve) => (settle = resolve));
    const inbox = this.#ask(subject, data, (answer) => settle(answer));
    try {
      return await within(this.network.clock, timeoutMs, reply);
    } finally {
      inbox.unsubscribe();
    }
  }

  async gather(subject: string, data: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]> {
    const { clock } = this.network;
    const answers: Uint8Array[] = [];
    let done = nothing;
    const over = new Promise<void>((resolve) => (done = resolve));
    let quiet = nothing;
    const inbox = this.#ask(subject, data, (answer) => {
      answers.push(answer);
      quiet();
      quiet = clock.after(gatherQuietMs, done);
    });
    const late = clock.after(timeoutMs, done);
    await over;
    quiet();
    late();
    inbox.unsubscribe();
    if (answers.length === 0) throw new BusError('timeout', `no answer on ${subject} in time`);
    return answers;
  }

  #ask(subject: string, data: Uint8Array, onAnswer: (answer: Uint8Array) => void): Subscription {
    if (this.status !== 'connected') throw new BusError('disconnected', `the bus is ${this.status}`);
    const replyTo = `_INBOX.${this.network.nextId()}`;
    const inbox = this.subscribe(replyTo, (message) => onAnswer(message.data));
    if (this.network.send(this, { subject, data, replyTo, faulty: false })) return inbox;
    inbox.unsubscribe();
    throw new BusError('no_responders', `nobody answers on ${subject}`);
  }

  flush(): Promise<void> {
    return this.status === 'connected'
      ? Promise.resolve()
      : Promise.reject(new BusError('disconnected', `the bus is ${this.status}`));
  }

  close(): Promise<void> {
    for (const listener of this.#listeners) this.network.delete(listener);
    this.#listeners.clear();
    this.#status.set('closed');
    return Promise.resolve();
  }

  /** The connection breaks: what is under way is lost. */
  disconnect(): void {
    for (const listener of this.#listeners) this.network.delete(listener);
    this.#status.set('reconnecting');
  }

  reconnect(): void {
    if (this.status !== 'reconnecting') return;
    for (const listener of this.#listeners) {
      listener.joined = true;
      this.network.add(listener);
    }
    this.#status.set('connected');
  }

  /** Gone for good, and nobody here is told. */
  kill(): void {
    for (const listener of this.#listeners) {
      listener.listening = false;
      this.network.delete(listener);
    }
    this.#listeners.clear();
    this.#dead = true;
  }

  pause(): void {
    this.#backlog ??= [];
  }

  resume(): void {
    const backlog = this.#backlog ?? [];
    this.#backlog = undefined;
    for (const deliver of backlog) deliver();
  }
}
