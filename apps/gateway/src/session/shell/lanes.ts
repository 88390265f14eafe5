import type { Effect } from '../engine/coordinator/effects';
import { mainLane } from '../engine/response/state';
import { GenerationLink } from './links/generation-link';
import type { LinkContext } from './links/ports';
import { PhraseLink } from './links/phrase-link';
import { SpeechLink } from './links/speech-link';
import type { Phrases } from './phrases';

interface Lane {
  readonly generation: GenerationLink;
  readonly speech: SpeechLink | PhraseLink;
}

type Opened = Omit<Extract<Effect, { type: 'open_lane' }>, 'type' | 'lane'>;

type LaneEffect = Extract<
  Effect,
  {
    type:
      | 'open_lane'
      | 'close_lane'
      | 'prepare'
      | 'generate'
      | 'abandon_model'
      | 'speak_begin'
      | 'speak_text'
      | 'speak_finish'
      | 'abandon_speech';
  }
>;

/** Models and voices: one lane for the conversation, and one for each response out of band. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  /** The conversation's voice. */
  readonly #main: SpeechLink;

  constructor(
    private readonly context: LinkContext,
    private readonly phrases: Phrases,
  ) {
    this.#main = new SpeechLink(context, mainLane);
  }

  start(): void {
    this.#open(mainLane, { spoken: true, thinks: true, phrase: false });
  }

  perform(effect: LaneEffect): void {
    switch (effect.type) {
      case 'open_lane':
        return this.#open(effect.lane, effect);
      case 'close_lane':
        return this.#close(effect.lane);
      case 'prepare':
        return this.#lanes.get(mainLane)?.generation.prepare(effect.request);
      case 'generate':
        return this.#lanes.get(effect.lane)?.generation.request(effect.generation, effect.request);
      case 'abandon_model':
        return this.#lanes.get(effect.lane)?.generation.abandon(effect.generation);
      case 'speak_begin':
        return this.#lanes.get(effect.lane)?.speech.begin(effect.generation, effect.request);
      case 'speak_text':
        return this.#lanes.get(effect.lane)?.speech.text(effect.generation, effect.delta);
      case 'speak_finish':
        return this.#lanes.get(effect.lane)?.speech.finish(effect.generation);
      case 'abandon_speech':
        return this.#lanes.get(effect.lane)?.speech.abandon(effect.generation);
    }
  }

  close(): void {
    for (const name of [...this.#lanes.keys()]) this.#close(name);
  }

  #open(name: string, { spoken, thinks, phrase }: Opened): void {
    const lane = {
      generation: new GenerationLink(this.context, name),
      speech: phrase
        ? new PhraseLink(this.context, name, this.phrases, this.#main.voices)
        : this.#speech(name),
    };
    this.#lanes.set(name, lane);
    if (thinks) lane.generation.start();
    if (spoken) lane.speech.start();
  }

  #speech(name: string): SpeechLink {
    return name === mainLane ? this.#main : new SpeechLink(this.context, name);
  }

  #close(name: string): void {
    const lane = this.#lanes.get(name);
    this.#lanes.delete(name);
    lane?.generation.close();
    lane?.speech.close();
  }
}
