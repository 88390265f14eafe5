declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    readonly type:
      | 'sentence'
      | 'word'
      | 'phoneme'
      | 'end'
      | 'samplerate'
      | 'mark'
      | 'play'
      | 'msg_terminated';
    /** 1-based, in characters (not UTF-16 units). */
    readonly text_position: number;
    readonly word_length: number;
    /** Milliseconds. */
    readonly audio_position: number;
    readonly id?: string | number;
  }

  export interface EspeakWorker {
    /** 0 = found. */
    set_voice(name: string): number;
    set_rate(wordsPerMinute: number): void;
    get_samplerate(): number;
    synthesize(
      text: string,
      callback: (samples: Int16Array | null, events: readonly EspeakEvent[]) => boolean,
    ): void;
    convert_to_phonemes(text: string, ipa: boolean): { readonly ptr: number };
    list_voices(): readonly { readonly languages: readonly { readonly name: string }[] }[];
  }

  export interface EspeakModule {
    readonly HEAPU8: Uint8Array;
    readonly eSpeakNGWorker: new () => EspeakWorker;
  }

  export default function load(): Promise<EspeakModule>;
}
