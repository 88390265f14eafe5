import type { AnswerEnd, Listener } from '../answering/answer';
import type { AttemptFacts } from '../answering/facts';
import type { Candidate } from '../answering/plan';
import type { ToldEvent, ToolCall } from '../chat/types';
import { completion, failureBody, wireCall, wireMetadata, wireUsage, type Head } from './completion';
import type { DoorResponse } from './door-response';
import { sendFailure, sendJson } from './send-json';

/** An answer as one JSON object, when it is whole. */
export class WholeReply implements Listener {
  #head: Head;
  #text = '';
  #refusal = '';
  readonly #calls: ToolCall[] = [];

  constructor(
    private readonly response: DoorResponse,
    head: Head,
    private readonly routed: boolean,
  ) {
    this.#head = head;
  }

  began({ model }: Candidate): void {
    this.#head = { ...this.#head, model: model.name };
  }

  told(event: ToldEvent): void {
    if (event.type === 'text') this.#text += event.text;
    else if (event.type === 'refusal') this.#refusal += event.text;
    else if (event.type === 'tool_call') this.#calls.push(event);
  }

  anew(): void {
    this.#text = '';
    this.#refusal = '';
  }

  ended(end: AnswerEnd, attempts: readonly AttemptFacts[]): void {
    if (end.type === 'cancelled') return;
    if (end.type === 'failed') {
      sendFailure(this.response, end.failure, attempts);
      return;
    }
    const { reason: finishReason, usage } = end;
    const told = this.routed ? attempts : undefined;
    const [text, refusal, calls] = [this.#text, this.#refusal, this.#calls];
    const whole = { text, refusal, calls, finishReason, usage, attempts: told };
    sendJson(this.response, 200, completion(this.#head, whole));
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
} as const;

/**
 * An answer as an event stream. The first word waits for nothing but what is read with it; what comes in one turn of the
 * loop goes together.
 */
export class StreamedReply implements Listener {
  #before = '';
  #waiting = '';
  #calls = 0;
  #begun = false;
  #ended = false;
  /** What waits is going to be sent. */
  #planned = false;
  #flush: NodeJS.Immediate | undefined;
  /** Until the client has read what was written. */
  #drained: Promise<void> | undefined;

  constructor(
    private readonly response: DoorResponse,
    private readonly head: Head,
    private readonly options: { readonly includeUsage: boolean; readonly routed: boolean },
  ) {}

  began({ model }: Candidate): void {
    this.#name(model.name);
    if (this.response.headersSent) return;
    this.response.writeHead(200, streamHeaders);
    this.#waiting = this.#chunk('{"role":"assistant","content":""}');
  }

  told(event: ToldEvent): void | Promise<void> {
    if (event.type === 'text') return this.#write(this.#chunk(`{"content":${JSON.stringify(event.text)}}`));
    if (event.type === 'refusal') {
      return this.#write(this.#chunk(`{"refusal":${JSON.stringify(event.text)}}`));
    }
    // A call that may still be abandoned is not told: clients carry out what they were told.
    if (event.type === 'tool_call_delta') return undefined;
    const call = { index: this.#calls, ...wireCall(event) };
    this.#calls += 1;
    return this.#write(this.#chunk(JSON.stringify({ tool_calls: [call] })));
  }

  ended(end: AnswerEnd, attempts: readonly AttemptFacts[]): void {
    clearImmediate(this.#flush);
    this.#ended = true;
    if (end.type === 'cancelled') return;
    if (end.type === 'failed') {
      if (this.response.headersSent) {
        const body = JSON.stringify(failureBody(end.failure, attempts));
        this.response.end(`${this.#waiting}data: ${body}\n\n`);
      } else sendFailure(this.response, end.failure, attempts);
      return;
    }
    if (!this.response.headersSent) {
      this.#name(this.head.model);
      this.response.writeHead(200, streamHeaders);
    }
    const facts = this.options.routed ? `,"metadata":${JSON.stringify(wireMetadata(attempts))}` : '';
    const usage = this.options.includeUsage
      ? `${this.#before}],"usage":${JSON.stringify(wireUsage(end.usage))}}\n\n`
      : '';
    const last = this.#chunk('{}', `"${end.reason}"`, facts);
    this.response.end(`${this.#waiting}${last}${usage}data: [DONE]\n\n`);
  }

  #name(model: string): void {
    const { id, created } = this.head;
    const head = `"id":"${id}","object":"chat.completion.chunk","created":${created}`;
    this.#before = `data: {${head},"model":${JSON.stringify(model)},"choices":[`;
  }

  /** All as JSON; `more`: fields beside the choice, each with a comma before it. */
  #chunk(delta: string, reason = 'null', more = ''): string {
    return `${this.#before}{"index":0,"delta":${delta},"logprobs":null,"finish_reason":${reason}}]${more}}\n\n`;
  }

  #write(text: string): void | Promise<void> {
    this.#waiting += text;
    if (!this.#planned) {
      this.#planned = true;
      if (this.#begun) this.#flush = setImmediate(() => this.#send());
      else process.nextTick(() => this.#send());
      this.#begun = true;
    }
    return this.#drained;
  }

  #send(): void {
    // The whole answer may have come with its first word: that went with the end.
    if (this.#ended) return;
    const text = this.#waiting;
    this.#waiting = '';
    this.#planned = false;
    if (this.response.write(text)) return;
    this.#drained = new Promise<void>((resolve) => {
      const go = () => {
        this.#drained = undefined;
        resolve();
      };
      this.response.once('drain', go);
      this.response.once('close', go);
    });
  }
}
