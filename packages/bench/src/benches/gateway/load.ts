import type { Socket } from 'node:net';
import { tone } from './conversation';
import { openSocket, textFrame } from './load-socket';

/** What a group of callers has seen. */
export interface LoadFacts {
  readonly open: number;
  readonly refused: number;
  readonly closed: number;
  readonly openMs: readonly number[];
  readonly frames: number;
  readonly audioDeltas: number;
  readonly responses: number;
  readonly failedResponses: number;
  readonly errors: number;
  /** How late frames left, ms: the load generator's own fault. */
  readonly lateMs: readonly number[];
}

const update = {
  type: 'session.update',
  session: {
    type: 'realtime',
    audio: { input: { turn_detection: { type: 'server_vad', idle_timeout_ms: null } } },
  },
};
/** Every event begins with `{"type":"`. */
const typeAt = 9;
const audioDelta = Buffer.from('response.output_audio.delta"');
const responseDone = Buffer.from('response.done"');
const errorEvent = Buffer.from('error"');
const sessionCreated = Buffer.from('session.created"');
const completed = Buffer.from('"status":"completed"');

/** Told of what passes a session at its client. */
export interface ClientWatch {
  sent(sessionId: string): void;
  played(sessionId: string): void;
}

interface Caller {
  socket: Socket | undefined;
  sessionId: string;
  /** When its next frame leaves; undefined while it is silent. */
  nextMs: number | undefined;
}

/** Callers whose frames leave on their schedule, spread over the frame's time, whatever comes back. */
export class Load {
  readonly #callers: Caller[] = [];
  readonly #frame: Buffer;
  #timer: NodeJS.Timeout | undefined;
  #facts = nothingSeen();

  constructor(
    private readonly port: number,
    private readonly frameMs: number,
    private readonly watch?: ClientWatch,
  ) {
    const audio = Buffer.from(tone(frameMs)).toString('base64');
    this.#frame = textFrame(JSON.stringify({ type: 'input_audio_buffer.append', audio }));
  }

  /** Opens sessions a few at a time; those refused are counted. */
  async open(sessions: number): Promise<void> {
    const atOnce = 10;
    for (let i = 0; i < sessions; i += atOnce) {
      await Promise.all(Array.from({ length: Math.min(atOnce, sessions - i) }, () => this.#open()));
    }
  }

  /** Every session that is open begins to send. */
  start(): void {
    const nowMs = performance.now();
    const silent = this.#callers.filter(({ nextMs }) => nextMs === undefined);
    silent.forEach((caller, index) => {
      caller.nextMs = nowMs + (index * this.frameMs) / silent.length;
    });
    this.#timer ??= setInterval(() => this.#pump(), 2);
  }

  /** Takes what was seen since the last time. */
  take(): LoadFacts {
    const facts = { ...this.#facts, open: this.#callers.length };
    this.#facts = nothingSeen();
    return facts;
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const { socket } of this.#callers) socket?.destroy();
  }

  async #open(): Promise<void> {
    const caller: Caller = { socket: undefined, sessionId: '', nextMs: undefined };
    const closed = (): void => {
      const at = this.#callers.indexOf(caller);
      if (at < 0) return;
      this.#callers.splice(at, 1);
      this.#facts.closed += 1;
    };
    try {
      const path = '/v1/realtime?model=m';
      const { socket, openMs } = await openSocket(
        this.port,
        path,
        (event) => this.#onEvent(caller, event),
        closed,
      );
      caller.socket = socket;
      this.#callers.push(caller);
      this.#facts.openMs.push(openMs);
      socket.write(textFrame(JSON.stringify(update)));
    } catch {
      this.#facts.refused += 1;
    }
  }

  #onEvent(caller: Caller, event: Buffer): void {
    if (isType(event, audioDelta)) {
      this.#facts.audioDeltas += 1;
      this.watch?.played(caller.sessionId);
    } else if (isType(event, responseDone)) {
      this.#facts.responses += 1;
      if (!event.includes(completed)) this.#facts.failedResponses += 1;
    } else if (isType(event, errorEvent)) this.#facts.errors += 1;
    else if (isType(event, sessionCreated)) {
      caller.sessionId = (JSON.parse(event.toString()) as { session: { id: string } }).session.id;
    }
  }

  #pump(): void {
    const nowMs = performance.now();
    for (const caller of this.#callers) {
      while (caller.nextMs !== undefined && caller.nextMs <= nowMs) {
        if (this.#facts.frames % 64 === 0) this.#facts.lateMs.push(nowMs - caller.nextMs);
        this.watch?.sent(caller.sessionId);
        caller.socket?.write(this.#frame);
        this.#facts.frames += 1;
        caller.nextMs += this.frameMs;
      }
    }
  }
}

const isType = (event: Buffer, type: Buffer): boolean =>
  event.compare(type, 0, type.length, typeAt, typeAt + type.length) === 0;

function nothingSeen() {
  return {
    refused: 0,
    closed: 0,
    openMs: [] as number[],
    frames: 0,
    audioDeltas: 0,
    responses: 0,
    failedResponses: 0,
    errors: 0,
    lateMs: [] as number[],
  };
}
