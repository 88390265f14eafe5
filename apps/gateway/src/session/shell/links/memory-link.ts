import { decode, encode, v1 } from '@parley/contracts';
import { toModelUses } from '@parley/metering';
import { WorkerError } from '../../../workers/worker-error';
import { WorkerStream } from '../../../workers/worker-stream';
import type { Effect, RememberRequest } from '../../engine/coordinator/effects';
import { jobLimits, type Remembered } from '../../engine/memory/state';
import { chatMessage, usageOf } from './generation-messages';
import type { LinkContext } from './ports';

type MemoryEffect = Extract<Effect, { type: 'remember' | 'forget' }>;
type Outcome =
  | { readonly result: Remembered; readonly reason: '' }
  | { readonly result: null; readonly reason: string };

/** A session's way to who remembers it: a stream for each job, as they are minutes apart. */
export class MemoryLink {
  #running: { readonly job: number; readonly controller: AbortController } | undefined;

  constructor(private readonly context: LinkContext) {}

  perform(effect: MemoryEffect): void {
    this.#running?.controller.abort();
    this.#running = undefined;
    if (effect.type === 'remember') void this.#remember(effect.job, effect.request);
  }

  close(): void {
    this.#running?.controller.abort();
  }

  /** Never rejects. */
  async #remember(job: number, request: RememberRequest): Promise<void> {
    const controller = new AbortController();
    this.#running = { job, controller };
    const { bus, sessionId, log, dispatch, metered } = this.context;
    let outcome: Outcome;
    try {
      const options = {
        service: 'memory',
        sessionId,
        config: new Uint8Array(),
        signal: controller.signal,
      } as const;
      outcome = await answerOf(await WorkerStream.open(bus, options), request, metered);
    } catch (error) {
      const reason = WorkerError.isInstance(error) ? error.kind : 'unknown';
      if (!controller.signal.aborted) log.warn({ err: error }, 'the conversation was not remembered');
      outcome = { result: null, reason };
    }
    if (!controller.signal.aborted) dispatch({ type: 'remembered', job, ...outcome });
  }
}

async function answerOf(
  stream: WorkerStream,
  request: RememberRequest,
  metered: LinkContext['metered'],
): Promise<Outcome> {
  try {
    await stream.send(encode(v1.RememberRequest, rememberMessage(request)));
    const frame = await stream.next(jobLimits.deadlineMs);
    if (frame === undefined) return { result: null, reason: 'lost' };
    const { remembered, failed } = decode(v1.RememberReply, frame.payload);
    metered({ type: 'remembered', uses: toModelUses(remembered?.attempts ?? failed?.attempts) });
    if (remembered == null) return { result: null, reason: failed?.code || 'unknown' };
    const { summary, facts } = remembered.memory ?? {};
    const { usage } = remembered;
    return {
      result: {
        memory: { summary: summary ?? '', facts: facts ?? [] },
        usage: usage == null ? null : usageOf(usage),
      },
      reason: '',
    };
  } finally {
    stream.close();
  }
}

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
