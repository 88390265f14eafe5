import { EngineError } from '@parley/engines-kit';
import type { Voice } from '../engines/engine';
import { languageOfScript } from './script-language';

/** A voice and the language it is to speak. */
export interface CastVoice {
  readonly voice: Voice;
  readonly language: string;
}

/** The voices of this worker, by id, name and alias. */
export class VoiceRegistry {
  readonly #voices = new Map<string, Voice>();
  readonly #byName = new Map<string, Voice>();

  constructor(readonly defaultVoice: string) {}

  add(voice: Voice): void {
    this.#voices.set(voice.id, voice);
    for (const name of [voice.id, voice.name, ...voice.aliases]) {
      if (!this.#byName.has(name.toLowerCase())) this.#byName.set(name.toLowerCase(), voice);
    }
  }

  get all(): readonly Voice[] {
    return [...this.#voices.values()];
  }

  /** Empty = the default. @throws EngineError `caller_fault`, `unknown_voice`, naming the voices there are. */
  find(name: string): Voice {
    const asked = name === '' ? this.defaultVoice : name;
    const voice = this.#byName.get(asked.toLowerCase());
    if (voice !== undefined) return voice;
    const known = this.all
      .filter(({ id }) => !id.startsWith('espeak/'))
      .flatMap(({ id, aliases }) => [id, ...aliases]);
    const message = `There is no voice "${asked.slice(0, 64)}". Voices: ${known.join(', ')}, espeak/<language>`;
    throw new EngineError('caller_fault', 'unknown_voice', message);
  }

  /**
   * Who speaks this text: the voice asked for if it speaks the language, else the fallback voice of that language,
   * else the voice asked for after all. The language is the one given, unless the letters say otherwise.
   */
  cast(asked: Voice, language: string, text: string): CastVoice {
    const wanted =
      languageOfScript(text) ?? (language.toLowerCase().split(/[-_]/)[0] || asked.languages[0] || 'en');
    if (asked.languages.includes(wanted)) return { voice: asked, language: wanted };
    const fallback = this.#voices.get(`espeak/${wanted}`);
    if (fallback !== undefined) return { voice: fallback, language: wanted };
    return { voice: asked, language: asked.languages[0] ?? 'en' };
  }
}
