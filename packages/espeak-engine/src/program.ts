import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, serveEngine } from '@parley/engines-kit';
import { Espeak } from './espeak';
import { spokenLanguages } from './languages';

const maxCharacters = 4_000;

let espeak: Espeak | undefined;

function engine(): Espeak {
  if (espeak === undefined) throw new EngineError('transient', 'not_started', 'espeak is not started');
  return espeak;
}

function checkLength(text: string): string {
  if (text.length <= maxCharacters) return text;
  throw new EngineError('caller_fault', 'text_too_long', `More than ${maxCharacters} characters`);
}

function phonemize(work: v1.PhonemizeWork.$Properties): v1.SpeechResult.$Properties {
  const words = work.words ?? [];
  checkLength(words.join(' '));
  return { phonemes: { phonemes: engine().phonemize(words, work.language || 'en') } };
}

function synthesize(work: v1.SynthesizeWork.$Properties): v1.SpeechResult.$Properties {
  const text = checkLength(work.text ?? '');
  const words = work.words?.length ? work.words : text.split(/\s+/).filter((word) => word.length > 0);
  const speech = engine().synthesize(text, words, work.language || 'en', work.rate || 1);
  const { buffer, byteOffset, byteLength } = speech.samples;
  return {
    speech: {
      pcm: new Uint8Array(buffer, byteOffset, byteLength),
      sampleRate: speech.sampleRate,
      words: [...speech.words],
    },
  };
}

serveEngine({
  async start() {
    espeak = await Espeak.load();
    // The first call compiles: better now than in the first sentence.
    espeak.phonemize(['Hello', 'there.'], 'en');
    return {
      name: 'espeak-ng',
      version: '1.52',
      concurrency: 1,
      facts: {
        languages: spokenLanguages(espeak.voices).join(' '),
        variants: [...espeak.voices].sort().join(' '),
        sample_rate: '22050',
      },
    };
  },
  work(payload, { emit }) {
    const message = decode(v1.SpeechWork, payload);
    if (message.work === 'phonemize') emit(encode(v1.SpeechResult, phonemize(message.phonemize)));
    else if (message.work === 'synthesize') emit(encode(v1.SpeechResult, synthesize(message.synthesize)));
    else
      return Promise.reject(new EngineError('caller_fault', 'unknown_work', 'Neither phonemes nor speech'));
    return Promise.resolve();
  },
});
