import { decode, encode, v1 } from '@parley/contracts';
import { BusError, isBusErrorCode } from '../errors';
import type { AnswerRequest } from '../stream';
import { checkedSubject } from '../subjects';
import type { Message } from '../transport';
import { parse } from '../wire/frames';
import { connected } from './connected';
import type { BusContext } from './context';

/** Requests one process answers at a time, per subject; more are refused at once. */
const maxRunning = 256;

/** Request and reply, for what is no stream. */
export class Requests {
  constructor(private readonly context: BusContext) {}

  async request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    const { transport, clock } = this.context;
    const startMs = clock.nowMs();
    await connected(this.context, timeoutMs);
    const leftMs = Math.max(1, timeoutMs - (clock.nowMs() - startMs));
    return read(await transport.request(checkedSubject(subject), payload, leftMs));
  }

  async gather(subject: string, payload: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]> {
    const { transport, clock } = this.context;
    const startMs = clock.nowMs();
    await connected(this.context, timeoutMs);
    const leftMs = Math.max(1, timeoutMs - (clock.nowMs() - startMs));
    const replies = await transport.gather(everyone(checkedSubject(subject)), payload, leftMs);
    const answers: Uint8Array[] = [];
    let refused: unknown;
    for (const reply of replies) {
      try {
        answers.push(read(reply));
      } catch (error) {
        refused = error;
      }
    }
    if (answers.length === 0) throw refused;
    return answers;
  }

  respond(subject: string, answer: AnswerRequest): void {
    const running = new Set<Message>();
    const handle = async (message: Message): Promise<void> => {
      if (running.size >= maxRunning) {
        return message.respond(refusal(new BusError('no_capacity', 'too many requests at a time')));
      }
      running.add(message);
      try {
        message.respond(encode(v1.Reply, { payload: await answer(message.data) }));
      } catch (error) {
        if (!BusError.isInstance(error))
          this.context.log.error({ err: error, subject }, 'a request handler failed');
        message.respond(refusal(error));
      } finally {
        running.delete(message);
      }
    };
    const { transport } = this.context;
    transport.subscribe(checkedSubject(subject), (message) => void handle(message), subject);
    transport.subscribe(everyone(subject), (message) => void handle(message));
  }
}

/** Where not one but each of those who answer on a subject is asked. */
const everyone = (subject: string): string => `${subject}.all`;

function read(bytes: Uint8Array): Uint8Array {
  const reply = parse(() => decode(v1.Reply, bytes), 'the reply could not be read');
  if (reply.outcome !== 'refusal') return reply.payload ?? new Uint8Array();
  const { code = '', message = '', retryable = false } = reply.refusal ?? {};
  throw new BusError(isBusErrorCode(code) ? code : 'refused', message ?? '', retryable ?? false);
}

function refusal(error: unknown): Uint8Array {
  const { code, message, retryable } = BusError.isInstance(error)
    ? error
    : new BusError('refused', 'the request handler failed', true);
  return encode(v1.Reply, { refusal: { code, message, retryable } });
}
