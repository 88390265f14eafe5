import { decode, encode, v1 } from '@parley/contracts';
import { toModelUses } from '@parley/metering';
import { WorkerError } from '../../../workers/worker-error';
import { WorkerStream } from '../../../workers/worker-stream';
import type { Effect, RememberRequest } from '../../engine/coordinator/effects';
import { jobLimits, type Remembered } from '../../engine/memory/state';
import { chatMessage, usageOf } from './generation-messages';
import type { Debts } from '../debts';
import type { LinkContext } from './ports';

type MemoryEffect = Extract<Effect, { type: 'remember' | 'forget' }>;
type Outcome =
  | { readonly result: Remembered; readonly reason: '' }
  | { readonly result: null; readonly reason: string };

/** What a job that is no longer wanted has used is waited for so long. */
const spentMs = 5_000;

/** A session's way to who remembers it: a stream for each job, as they are minutes apart. */
export class MemoryLink {
  #running: Job | undefined;

  constructor(
    private readonly context: LinkContext,
    private readonly debts: Debts,
  ) {}

  perform(effect: MemoryEffect): void {
    this.close();
    if (effect.type === 'remember') void this.#remember(effect.job, effect.request);
  }

  close(): void {
    this.#running?.drop();
    this.#running = undefined;
  }

  /** Never rejects. */
  async #remember(id: number, request: RememberRequest): Promise<void> {
    const job = new Job(this.context);
    this.#running = job;
    const running = job.run(request);
    this.debts.track(
      running.then(() => undefined),
      () => job.giveUp(),
    );
    const outcome = await running;
    if (!job.dropped) this.context.dispatch({ type: 'remembered', job: id, ...outcome });
  }
}

/** One request to remember. What it used is charged, also when nobody wants its result any more. */
class Job {
  readonly #silenced = new AbortController();
  #stream: WorkerStream | undefined;
  #dropped = false;

  constructor(private readonly context: LinkContext) {}

  get dropped(): boolean {
    return this.#dropped;
  }

  drop(): void {
    this.#dropped = true;
    // Nothing was asked yet.
    if (this.#stream === undefined) return this.#silenced.abort();
    this.#stream.end();
    setTimeout(() => this.#silenced.abort(), spentMs).unref();
  }

  /** What it used is not waited for any longer. */
  giveUp(): void {
    this.#dropped = true;
    this.#silenced.abort();
  }

  /** Never rejects. */
  async run(request: RememberRequest): Promise<Outcome> {
    const { bus, sessionId, log } = this.context;
    try {
      const stream = await WorkerStream.open(bus, {
        service: 'memory',
        sessionId,
        config: new Uint8Array(),
        signal: this.#silenced.signal,
      });
      return await this.#ask(stream, request);
    } catch (error) {
      if (!this.#dropped) log.warn({ err: error }, 'the conversation was not remembered');
      return { result: null, reason: WorkerError.isInstance(error) ? error.kind : 'unknown' };
    }
  }

  async #ask(stream: WorkerStream, request: RememberRequest): Promise<Outcome> {
    const { metered } = this.context;
    let told = false;
    try {
      await stream.send(encode(v1.RememberRequest, rememberMessage(request)));
      this.#stream = stream;
      const frame = await stream.next(jobLimits.deadlineMs);
      if (frame === undefined) return { result: null, reason: 'lost' };
      const { remembered, failed } = decode(v1.RememberReply, frame.payload);
      told = true;
      metered({ type: 'remembered', uses: toModelUses(remembered?.attempts ?? failed?.attempts) });
      if (remembered == null) return { result: null, reason: failed?.code || 'unknown' };
      return { result: resultOf(remembered), reason: '' };
    } finally {
      stream.close();
      const asked = this.#stream !== undefined;
      if (asked && !told) metered({ type: 'memory_lost', model: request.model, chars: charsOf(request) });
    }
  }
}

function resultOf({ memory, usage }: v1.Remembered.$Properties): Remembered {
  const { summary, facts } = memory ?? {};
  return {
    memory: { summary: summary ?? '', facts: facts ?? [] },
    usage: usage == null ? null : usageOf(usage),
  };
}

const charsOf = ({ memory, messages, template }: RememberRequest): number =>
  [memory.summary, ...memory.facts, template, ...messages.map(({ text }) => text)].join('').length;

export const rememberMessage = (request: RememberRequest): v1.RememberRequest.$Properties => ({
  model: request.model,
  memory: { summary: request.memory.summary, facts: [...request.memory.facts] },
  // Of images it is remembered what was said of them.
  messages: request.messages.map((message) =>
    chatMessage(message.role === 'user' ? { role: 'user', text: message.text } : message),
  ),
  maxFacts: request.maxFacts,
  maxLength: request.maxChars,
  language: request.language,
  template: request.template,
  user: request.user,
  metadataJson: request.metadata === null ? '' : JSON.stringify(request.metadata),
});
