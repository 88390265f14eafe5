import { encode, v1 } from '@parley/contracts';
import type { Stream } from '@parley/bus';

/** Events that wait for credit, at the most; a caller that far behind is gone. */
const mostWaiting = 512;

/** Sends hearing events in order. A partial that waits is replaced by a newer one of its turn; nothing else is lost. */
export class EventSender {
  #waiting: v1.HearingEvent.$Properties[] = [];
  #draining = false;

  constructor(private readonly stream: Stream) {}

  send(event: v1.HearingEvent.$Properties): void {
    if (this.stream.closed) return;
    if (this.#waiting.length === 0 && this.#sendNow(event)) return;
    const utterance = event.partial?.utterance;
    if (utterance !== undefined) {
      this.#waiting = this.#waiting.filter((other) => other.partial?.utterance !== utterance);
    }
    this.#waiting.push(event);
    if (this.#waiting.length > mostWaiting) {
      this.stream.close({ code: 'caller_stalled', message: 'hearing events are not taken', retryable: true });
      return;
    }
    if (!this.#draining) void this.#drain();
  }

  #sendNow(event: v1.HearingEvent.$Properties): boolean {
    return this.stream.send(encode(v1.HearingEvent, event));
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    try {
      while (this.#waiting.length > 0) {
        if (this.#sendNow(this.#waiting[0]!)) this.#waiting.shift();
        else await this.stream.ready();
      }
    } catch {
      this.#waiting = []; // the stream is closed
    } finally {
      this.#draining = false;
    }
  }
}
