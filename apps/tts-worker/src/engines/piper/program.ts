import { float32ToInt16 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, serveEngine } from '@parley/engines-kit';
import { PiperVoice } from './piper-voice';

let voice: PiperVoice | undefined;

serveEngine({
  async start({ files, threads }) {
    const { model, config } = files ?? {};
    if (model === undefined || config === undefined) {
      throw new EngineError('model_gone', 'no_model', 'A voice needs its model and its config');
    }
    voice = await PiperVoice.load(model, config, Math.max(1, threads ?? 1));
    // The first run allocates: better now than in the first sentence.
    for await (const _ of voice.speak(['həlˈoʊ', 'ðˈɛɹ.'], 1));
    const facts = {
      sample_rate: String(voice.config.audio.sample_rate),
      word_times: voice.tellsDurations ? 'exact' : 'estimated',
    };
    return { name: 'piper', version: '1', concurrency: 1, facts };
  },
  async work(payload, { emit, signal }) {
    const work = decode(v1.SynthesizeWork, payload);
    if (voice === undefined) throw new EngineError('transient', 'not_started', 'The voice is not loaded');
    for await (const part of voice.speak(work.phonemes, work.rate || 1)) {
      if (signal.aborted) return;
      const pcm = float32ToInt16(part.samples);
      const words = part.words.map(({ startMs, endMs }) => ({ text: '', startMs, endMs }));
      emit(
        encode(v1.SynthesizeResult, {
          pcm: new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength),
          sampleRate: part.sampleRate,
          words,
        }),
      );
    }
  },
});
