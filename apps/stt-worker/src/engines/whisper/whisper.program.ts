import { bytesToFloat32 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, serveEngine, type EngineProgram } from '@parley/engines-kit';
import { longestSeconds } from './decode-settings';
import { WhisperModel } from './whisper-model';

/** The Whisper engine: one model in a process of its own, one stretch at a time. */
class WhisperProgram implements EngineProgram {
  #model: WhisperModel | undefined;

  start({ files, threads }: v1.EngineStart.$Properties): Promise<v1.EngineReady.$Properties> {
    const path = files?.['model'];
    if (path === undefined) throw new EngineError('caller_fault', 'no_model', 'no model file was named');
    this.#model = new WhisperModel(path, Math.max(1, threads ?? 1));
    this.#model.warmUp();
    return Promise.resolve({
      name: 'whisper',
      version: '0.0.4',
      concurrency: 1,
      facts: { languages: this.#model.languages.join(','), max_seconds: String(longestSeconds) },
    });
  }

  work(payload: Uint8Array, { emit, signal }: Parameters<EngineProgram['work']>[1]): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    const work = decode(v1.TranscribeWork, payload);
    const samples = bytesToFloat32(work.pcm);
    if (samples.length > longestSeconds * 16_000) {
      throw new EngineError('caller_fault', 'audio_too_long', `at most ${longestSeconds} s at once`);
    }
    const model = this.#model!;
    if (work.language !== '' && !model.knows(work.language)) {
      throw new EngineError('caller_fault', 'unsupported_language', `no such language: ${work.language}`);
    }
    const known = work.languages.filter((language) => model.knows(language));
    if (work.language === '' && work.languages.length > 0 && known.length === 0) {
      const languages = work.languages.join(', ');
      throw new EngineError('caller_fault', 'unsupported_language', `none of these languages: ${languages}`);
    }
    const startedMs = performance.now();
    const reading = model.read({
      samples,
      language: work.language,
      languages: known,
      prompt: work.prompt,
      partial: work.partial,
    });
    const { text, language } = reading;
    const decodeMs = Math.round(performance.now() - startedMs);
    emit(encode(v1.TranscribeResult, { text, language, words: [], confidence: 0, decodeMs }));
    return Promise.resolve();
  }
}

serveEngine(new WhisperProgram());
