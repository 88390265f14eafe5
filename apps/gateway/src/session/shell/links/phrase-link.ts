import type { VoiceRequest } from '../../engine/coordinator/effects';
import type { EngineEvent } from '../../engine/coordinator/events';
import { phraseKey, Recording, type Phrases } from '../phrases';
import type { LinkContext } from './ports';
import { SpeechLink } from './speech-link';

interface Asked {
  readonly generation: number;
  readonly request: VoiceRequest;
  text: string;
}

interface Recorded {
  readonly generation: number;
  readonly key: string;
  readonly recording: Recording;
}

/**
 * A voice for something short that is all there when it is asked for: what was said before is said again without one, at
 * once, and what was not is kept for the next time.
 */
export class PhraseLink {
  #asked: Asked | undefined;
  #recorded: Recorded | undefined;
  #link: SpeechLink | undefined;

  constructor(
    private readonly context: LinkContext,
    private readonly lane: string,
    private readonly phrases: Phrases,
  ) {}

  /** A worker is looked for when one is needed. */
  start(): void {}

  begin(generation: number, request: VoiceRequest): void {
    this.#asked = { generation, request, text: '' };
  }

  text(generation: number, delta: string): void {
    if (this.#asked?.generation === generation) this.#asked.text += delta;
  }

  finish(generation: number): void {
    const asked = this.#asked;
    if (asked?.generation !== generation) return;
    this.#asked = undefined;
    const { request, text } = asked;
    const key = phraseKey(request, text);
    const said = this.phrases.get(key);
    if (said !== undefined) {
      for (const event of said) this.context.dispatch({ type: 'speech', generation, event });
      return;
    }
    this.#recorded = { generation, key, recording: new Recording(request) };
    const link = this.#opened();
    link.begin(generation, { ...request, perception: null });
    link.text(generation, text);
    link.finish(generation);
  }

  abandon(generation: number): void {
    this.#asked = undefined;
    this.#recorded = undefined;
    this.#link?.abandon(generation);
  }

  close(): void {
    this.#link?.close();
  }

  #opened(): SpeechLink {
    const dispatch = (event: EngineEvent): void => {
      this.#record(event);
      this.context.dispatch(event);
    };
    this.#link ??= new SpeechLink({ ...this.context, dispatch }, this.lane);
    this.#link.start();
    return this.#link;
  }

  #record(event: EngineEvent): void {
    const recorded = this.#recorded;
    if (event.type !== 'speech' || event.generation !== recorded?.generation) return;
    const said = recorded.recording.add(event.event);
    if (said !== undefined) this.phrases.put(recorded.key, said);
    if (event.event.type === 'speech_done' || event.event.type === 'speech_failed')
      this.#recorded = undefined;
  }
}
