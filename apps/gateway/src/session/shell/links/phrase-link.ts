import type { VoiceRequest } from '../../engine/coordinator/effects';
import type { EngineEvent } from '../../engine/coordinator/events';
import { phraseKey, Recording, type Phrases, type Said } from '../phrases';
import type { LinkContext } from './ports';
import { SpeechLink } from './speech-link';

interface Asked {
  readonly generation: number;
  readonly request: VoiceRequest;
  text: string;
}

interface Recorded extends Asked {
  /** As the session calls its voice. */
  readonly name: string;
  readonly recording: Recording;
}

/**
 * A voice for something short that is all there when it is asked for: what was said before is said again without one, at
 * once, and what was not is kept for the next time. It is the voice that the conversation has: two workers may have two
 * under one name.
 */
export class PhraseLink {
  #asked: Asked | undefined;
  #recorded: Recorded | undefined;
  #link: SpeechLink | undefined;

  constructor(
    private readonly context: LinkContext,
    private readonly lane: string,
    private readonly phrases: Phrases,
    /** Ids of the voices that speak under each name in the conversation, as far as they are known. */
    private readonly voices: ReadonlyMap<string, string>,
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
    const { text } = asked;
    const { voice: name } = asked.request;
    const known = this.voices.get(name);
    const likely = known ?? this.phrases.speaker(name);
    const said =
      likely === undefined
        ? undefined
        : this.phrases.get(phraseKey({ ...asked.request, voice: likely }, text));
    if (said !== undefined) {
      for (const event of said) this.context.dispatch({ type: 'speech', generation, event });
      return;
    }
    const request = { ...asked.request, voice: known ?? name };
    this.#recorded = { generation, request, text, name, recording: new Recording(request) };
    const link = this.#opened(request.voice);
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

  #opened(voice: string): SpeechLink {
    const dispatch = (event: EngineEvent): void => {
      this.#record(event);
      this.context.dispatch(event);
    };
    this.#link ??= new SpeechLink({ ...this.context, dispatch }, this.lane, voice);
    this.#link.start();
    return this.#link;
  }

  #record(event: EngineEvent): void {
    const recorded = this.#recorded;
    if (event.type !== 'speech' || event.generation !== recorded?.generation) return;
    const said = recorded.recording.add(event.event);
    if (said !== undefined) this.#keep(recorded, said);
    if (event.event.type === 'speech_done' || event.event.type === 'speech_failed')
      this.#recorded = undefined;
  }

  /** Under the id of who said it; a worker that does not tell is not to be known again. */
  #keep({ request, text, name }: Recorded, said: Said): void {
    const voice = this.#link?.voices.get(request.voice);
    if (voice === undefined) return;
    this.phrases.speaks(voice, name);
    this.phrases.put(phraseKey({ ...request, voice }, text), said);
  }
}
