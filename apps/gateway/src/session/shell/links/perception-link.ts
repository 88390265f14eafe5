import { audioSubject, type InboundFrame } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { hearingRateHz } from '../../engine/deadlines';
import { Link } from './link';
import { toPerceptionEvent } from './perception-messages';
import type { LinkContext } from './ports';

const nothing = (): void => undefined;

/** Hears how things are said. Its absence is never noticed. */
export class PerceptionLink {
  readonly #link: Link;

  constructor(private readonly context: LinkContext) {
    const { bus, sessionId, traceparent, log, state } = context;
    this.#link = new Link({
      bus,
      sessionId,
      traceparent,
      log,
      service: 'persona',
      open: () => ({
        sharedSubject: audioSubject(sessionId),
        config: encode(v1.PerceiveOpen, {
          startSample: state().turn.receivedSamples,
          sampleRate: hearingRateHz,
          chunkMs: 0,
        }),
      }),
      onOpen: nothing,
      onFrame: (frame) => this.#onFrame(frame),
      onLost: nothing,
      onUnavailable: nothing,
      idle: () => state().turn.open === null,
    });
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

  #onFrame({ payload, shared }: InboundFrame): void {
    if (shared) return;
    const event = toPerceptionEvent(decode(v1.PerceptionEvent, payload));
    this.context.dispatch({ type: 'perceived', event });
  }

  #send(input: v1.PerceiveInput.$Properties): void {
    const { stream } = this.#link;
    if (stream !== undefined && !stream.send(encode(v1.PerceiveInput, input))) this.#link.abandon();
  }
}
