import { audioSubject, type InboundFrame } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { hearingRateHz } from '../../engine/deadlines';
import { Link, type LinkOpening, type LinkUser } from './link';
import { toPerceptionEvent } from './perception-messages';
import type { LinkContext } from './ports';

/** Hears how things are said. Its absence is never noticed. */
export class PerceptionLink implements LinkUser {
  readonly #link: Link;

  constructor(private readonly context: LinkContext) {
    this.#link = new Link(context, 'persona', this);
  }

  start(): void {
    this.#link.start();
  }

  utteranceStarted(utterance: number, startSample: number): void {
    this.#send({ utteranceStarted: { utterance, startSample } });
  }

  utteranceEnded(ended: v1.UtteranceEnded.$Properties): void {
    this.#send({ utteranceEnded: ended });
  }

  close(): void {
    this.#link.close();
  }

  opening(): LinkOpening {
    const startSample = this.context.state().turn.receivedSamples;
    return {
      sharedSubject: audioSubject(this.context.sessionId),
      config: encode(v1.PerceiveOpen, { startSample, sampleRate: hearingRateHz, chunkMs: 0 }),
    };
  }

  isIdle(): boolean {
    return this.context.state().turn.open === null;
  }

  onFrame({ payload, shared }: InboundFrame): void {
    if (shared) return;
    const event = toPerceptionEvent(decode(v1.PerceptionEvent, payload));
    this.context.dispatch({ type: 'perceived', event });
  }

  #send(input: v1.PerceiveInput.$Properties): void {
    const { stream } = this.#link;
    if (stream !== undefined && !stream.send(encode(v1.PerceiveInput, input))) this.#link.abandon();
  }
}
