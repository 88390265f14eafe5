import { bytesToInt16, writeWav } from '@parley/audio';
import type { Codecs } from '@parley/codecs';
import type { SpeechEvent, WordTime } from '../../workers/speech-line';
import { openEncoder } from '../audio-encoding';
import { addSpoken, type SpokenTotals } from '../spoken-audio';
import { encodingOptions, type SpeechConfig } from './speech-config';

export interface WordAlignment {
  readonly words: string[];
  readonly wordStartTimeSeconds: number[];
  readonly wordEndTimeSeconds: number[];
}

export interface SpeechPiece {
  readonly audio: Uint8Array;
  readonly alignment?: WordAlignment;
}

/**
 * What is spoken, in pieces: encoded audio and, where asked for, word times. With the audio of their words (`SYNC`) a
 * stretch is held back until its times are known; else (`ASYNC`) they come behind it.
 */
export async function* speechPieces(
  speech: AsyncIterable<SpeechEvent>,
  text: () => string,
  codecs: Codecs,
  config: SpeechConfig,
  totals: SpokenTotals,
): AsyncGenerator<SpeechPiece, void, void> {
  const options = encodingOptions(config);
  const held: Uint8Array[] = [];
  const holds = config.timestampType && !config.timestampTransportStrategy;
  const encoder = await openEncoder(codecs, options);
  try {
    for await (const event of speech) {
      addSpoken(totals, event, options.sampleRate);
      if (event.type === 'audio') {
        const audio = await encoder.push(event.pcm);
        if (holds) held.push(audio);
        else if (audio.length > 0) yield { audio };
      } else if (event.type === 'words' && config.timestampType && event.words.length > 0) {
        yield { audio: Buffer.concat(held.splice(0)), alignment: alignmentOf(event.words, text()) };
      }
    }
    const audio = Buffer.concat([...held, await encoder.finish()]);
    if (audio.length > 0) yield { audio };
  } finally {
    encoder.close();
  }
}

function alignmentOf(words: readonly WordTime[], text: string): WordAlignment {
  const seconds = (ms: number): number => ms / 1000;
  return {
    words: words.map(({ textStart, textEnd }) => text.slice(textStart, textEnd)),
    wordStartTimeSeconds: words.map(({ startMs }) => seconds(startMs)),
    wordEndTimeSeconds: words.map(({ endMs }) => seconds(endMs)),
  };
}

/** A result as the wire has it. Every chunk of LINEAR16 is a WAV file, as Inworld's are; their clients take that off. */
export function speechResult({ audio, alignment }: SpeechPiece, config: SpeechConfig, characters: number) {
  const { audioEncoding, sampleRateHertz } = config.audioConfig;
  const isFile = audioEncoding === 'LINEAR16' && audio.length > 0;
  const bytes = isFile ? writeWav(bytesToInt16(audio), sampleRateHertz) : audio;
  return {
    audioContent: Buffer.from(bytes).toString('base64'),
    usage: { processedCharactersCount: characters, modelId: config.modelId },
    ...(alignment === undefined ? {} : { timestampInfo: { wordAlignment: alignment } }),
  };
}
