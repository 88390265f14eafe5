import { performance } from 'node:perf_hooks';
import { Controller, Inject } from '@nestjs/common';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import {
  BusError,
  LOGGER,
  RequestHandler,
  StreamHandler,
  type Incoming,
  type StreamHandlers,
} from '@parley/service';
import { Spans, type Logger } from '@parley/telemetry';
import type { Voice } from '../engines/engine';
import { VoiceRegistry } from '../voices/voice-registry';
import { SpeechStream } from './speech-stream';
import { TtsMetrics } from './tts-metrics';

@Controller()
export class SpeechController {
  constructor(
    @Inject(VoiceRegistry) private readonly voices: VoiceRegistry,
    @Inject(TtsMetrics) private readonly metrics: TtsMetrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One stream per session, or per response out of band: text in, speech out. */
  @StreamHandler('tts')
  speak({ stream, config, traceparent }: Incoming): StreamHandlers {
    const { voice } = decodeOpen(config);
    this.#check(voice);
    return new SpeechStream(stream, voice, {
      voices: this.voices,
      metrics: this.metrics,
      spans: Spans.under(traceparent),
      logger: this.logger,
      now: () => performance.now(),
    });
  }

  @RequestHandler('parley.tts.voices')
  listVoices(): Uint8Array {
    const voices = this.voices.all.map((voice) => voiceInfo(voice));
    return encode(v1.ListVoicesReply, { voices, defaultVoice: this.voices.defaultVoice });
  }

  #check(voice: string): void {
    try {
      this.voices.find(voice);
    } catch (error) {
      // Another worker may have the voice.
      throw EngineError.isInstance(error)
        ? new BusError('refused', error.message, true, { cause: error })
        : error;
    }
  }
}

const voiceInfo = (voice: Voice): v1.VoiceInfo.$Properties => ({
  id: voice.id,
  name: voice.name,
  engine: voice.engine.name,
  languages: [...voice.languages],
  sampleRate: voice.sampleRate,
  aliases: [...voice.aliases],
});

function decodeOpen(bytes: Uint8Array): v1.SpeakOpen {
  try {
    return decode(v1.SpeakOpen, bytes);
  } catch (error) {
    throw new BusError('invalid_message', 'The open message is no SpeakOpen', false, { cause: error });
  }
}
