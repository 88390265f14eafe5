// @livekit/agents with engines that take no time, loaded from the folder it is installed in: the working directory.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.join(process.cwd(), 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
export const { voice, llm, stt, tts, inference, initializeLogger } = await load('@livekit/agents');
export const { AudioFrame } = await load('@livekit/rtc-node');

initializeLogger({ pretty: false, level: 'fatal' });

export const rateHz = 24_000;
/** 20 ms. */
export const frameSamples = 480;

export class InstantModel extends llm.LLM {
  label() {
    return 'instant';
  }
  chat(options) {
    return new InstantReply(this, {
      ...options,
      connOptions: options.connOptions ?? { maxRetry: 0, timeoutMs: 1000 },
    });
  }
}

class InstantReply extends llm.LLMStream {
  async run() {
    this.queue.put({ id: 'r', delta: { role: 'assistant', content: 'Here is one short answer.' } });
  }
}

export class InstantVoice extends tts.TTS {
  label = 'instant';
  constructor() {
    super(rateHz, 1, { streaming: true });
  }
  synthesize() {
    throw new Error('streaming only');
  }
  stream() {
    return new InstantSpeech(this);
  }
}

class InstantSpeech extends tts.SynthesizeStream {
  label = 'instant';
  async run() {
    let spoke = false;
    for await (const item of this.input) {
      if (typeof item !== 'string' || spoke) continue;
      spoke = true;
      const frame = () => new AudioFrame(new Int16Array(frameSamples).fill(1000), rateHz, 1, frameSamples);
      for (let i = 0; i < 5; i += 1)
        this.queue.put({ requestId: 'r', segmentId: 's', frame: frame(), final: i === 4 });
      this.queue.put(tts.SynthesizeStream.END_OF_STREAM);
    }
  }
}

/** Tells `first` of each frame it is to play. */
export class FirstFrame extends voice.AudioOutput {
  constructor() {
    super(rateHz, undefined, { pause: false });
  }
  async captureFrame(audio) {
    await super.captureFrame(audio);
    this.first?.(performance.now());
    this.pending = true;
  }
  flush() {
    super.flush();
    this.finish();
  }
  clearBuffer() {
    this.finish();
  }
  finish() {
    if (this.pending !== true) return;
    this.pending = false;
    this.onPlaybackFinished({ playbackPosition: 0.1, interrupted: false });
  }
}
