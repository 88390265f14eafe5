import { decodeFrame } from '../wire/frames';
import type { InboundFrame, StreamClose } from '../stream';
import { defaultSettings } from './settings';
import { Side, type SidePort } from './side';

export const settings = defaultSettings;
export const window = 8;

/** One side under test: what it sent to the wire, and what it told its application. */
export class Probe implements SidePort {
  readonly side: Side;
  readonly wire: Uint8Array[] = [];
  readonly delivered: InboundFrame[] = [];
  readonly drops: string[] = [];
  readonly closes: StreamClose[] = [];
  cancels: number[] = [];
  endings = 0;
  goneCount = 0;
  afterClose = 0;
  awakeMs = 0;
  peerSilentMs = 0;
  #tickedMs = 0;
  #connected = true;
  sent: { text: string; generation: number }[] = [];
  floor = -1;

  /** `peerBeats`: the processes beat for all their streams. */
  constructor(peerBeats = false, frames = window) {
    this.side = new Side(this, { settings, window: frames, manualCredit: false, connected: true });
    this.side.credited(frames);
    this.side.open(0, 0, peerBeats);
  }

  get texts(): string[] {
    return this.delivered.map((frame) => Buffer.from(frame.payload).toString());
  }

  /** Returns whether it was taken. */
  send(text: string, generation = 0): boolean {
    const highest = Math.max(0, ...this.sent.map((frame) => frame.generation));
    const taken = this.side.send(Buffer.from(text), { generation });
    if (taken && generation > this.floor && generation >= highest) this.sent.push({ text, generation });
    return taken;
  }

  /** As the ticker of a process does, and those who listen for beats. Returns whether the side is at rest. */
  tick(nowMs: number): boolean {
    const passedMs = Math.max(0, Math.min(nowMs - this.#tickedMs, 2 * settings.tickMs));
    this.#tickedMs = nowMs;
    this.awakeMs += passedMs;
    if (this.#connected) this.peerSilentMs += passedMs;
    return this.side.tick(nowMs, this.awakeMs, this.peerSilentMs);
  }

  beat(): void {
    if (this.peerSilentMs > 0) this.peerSilentMs = 0;
  }

  connection(connected: boolean): void {
    if (connected && !this.#connected) this.peerSilentMs = -settings.reconnectGraceMs;
    this.#connected = connected;
    this.side.connection(connected);
  }

  cancel(generation: number): void {
    this.side.cancel(generation);
    this.floor = Math.max(this.floor, generation);
  }

  transmit(bytes: Uint8Array): void {
    this.wire.push(bytes);
  }

  deliver(frame: InboundFrame): void {
    if (frame.generation <= this.floor) throw new Error(`generation ${frame.generation} was cancelled`);
    this.#told();
    this.delivered.push(frame);
  }

  cancelled(generation: number): void {
    this.#told();
    this.cancels.push(generation);
    this.floor = Math.max(this.floor, generation);
  }

  ended(): void {
    this.#told();
    this.endings += 1;
  }

  draining(): void {
    this.#told();
  }

  creditArrived(): void {
    this.#told();
  }

  dropped(reason: string): void {
    this.drops.push(reason);
  }

  closedAs(close: StreamClose): void {
    this.closes.push(close);
  }

  gone(): void {
    if (this.closes.length === 0) throw new Error('gone before it was closed');
    this.goneCount += 1;
  }

  #told(): void {
    if (this.closes.length > 0) this.afterClose += 1;
  }
}

/** Two sides and the wires between them, moved by hand. */
export class Pair {
  nowMs = 0;
  readonly unixMs = 1_700_000_000_000;

  readonly left: Probe;
  readonly right: Probe;

  /** `frames`: each side's first credit. */
  constructor(
    private readonly peersBeat = false,
    frames = window,
  ) {
    this.left = new Probe(peersBeat, frames);
    this.right = new Probe(peersBeat, frames);
  }

  get probes(): readonly Probe[] {
    return [this.left, this.right];
  }

  peer(probe: Probe): Probe {
    return probe === this.left ? this.right : this.left;
  }

  /** Takes the frame at this place of what the probe has sent, and hands it to the peer. */
  pass(from: Probe, place = 0): void {
    const [bytes] = from.wire.splice(place % Math.max(1, from.wire.length), 1);
    if (bytes !== undefined) this.hand(from, bytes);
  }

  hand(from: Probe, bytes: Uint8Array): void {
    this.peer(from).side.receive(decodeFrame(bytes), this.unixMs);
  }

  /** Of the processes, however their streams are. */
  beat(): void {
    if (this.peersBeat) for (const probe of this.probes) probe.beat();
  }

  tick(ms = settings.tickMs): void {
    this.nowMs += ms;
    for (const probe of this.probes) probe.tick(this.nowMs);
  }

  /** A quiet network until nothing moves any more but heartbeats. */
  calm(ms = this.peersBeat ? 14_000 : 4_000): void {
    for (const probe of this.probes) probe.connection(true);
    for (let passed = 0; passed < ms; passed += settings.tickMs) {
      this.flush();
      this.beat();
      this.tick();
    }
    this.flush();
  }

  flush(): void {
    for (let round = 0; round < 1_000; round += 1) {
      if (this.left.wire.length === 0 && this.right.wire.length === 0) return;
      for (const probe of this.probes) while (probe.wire.length > 0) this.pass(probe);
    }
    throw new Error('the sides never stop talking');
  }
}
