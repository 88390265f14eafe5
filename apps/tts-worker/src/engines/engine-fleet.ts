import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createEngineHost, resolveProgram, type EngineHost } from '@parley/engines-kit';
import { resolveModel } from '@parley/models';
import { CONFIG, LOGGER, METRICS, Readiness } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import type { TtsConfig } from '../config';
import { espeakVoices, piperJoe, toneVoice } from '../voices/catalog';
import { VoiceRegistry } from '../voices/voice-registry';
import { EspeakEngine } from './espeak/espeak-engine';
import { PiperEngine } from './piper/piper-engine';
import { ToneEngine } from './tone/tone-engine';

/** A Piper process holds about 200 MB, an espeak one 120 MB. */
const piperMemoryBytes = 1_000e6;
const espeakMemoryBytes = 600e6;

/** The engine processes of this worker. Started before any stream is taken. */
@Injectable()
export class EngineFleet implements OnApplicationShutdown {
  readonly #hosts: EngineHost[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: TtsConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  /** Starts what the configuration asks for. Rejects when the default voice cannot be had. */
  async start(): Promise<VoiceRegistry> {
    const voices = new VoiceRegistry(this.config.PARLEY_TTS_VOICE);
    try {
      if (this.config.PARLEY_TEST_ENGINES) {
        const { PARLEY_TEST_TTS_FIRST_BYTE_MS, PARLEY_TEST_JITTER_PERCENT } = this.config;
        voices.add(toneVoice(new ToneEngine(PARLEY_TEST_TTS_FIRST_BYTE_MS, PARLEY_TEST_JITTER_PERCENT)));
      }
      // The stand-in alone needs no engine process.
      if (!this.config.PARLEY_TTS_VOICE.startsWith('test/')) await this.#startReal(voices);
      this.readiness.register('voice', () => {
        const { id, engine } = voices.find('');
        return { ready: engine.ready, detail: `${id} is not ready` };
      });
      voices.find('');
      return voices;
    } catch (error) {
      await this.onApplicationShutdown();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.stop()));
  }

  async #startReal(voices: VoiceRegistry): Promise<void> {
    const files = await resolveModel('piper-en-joe');
    const espeakHost = this.#host({
      name: 'espeak',
      // Resolved, never imported: it is a program under another licence.
      program: resolveProgram('', require.resolve('@parley/espeak-engine/program')),
      files: {},
      threads: 1,
      memoryLimitBytes: espeakMemoryBytes,
    });
    const piperHost = this.#host({
      name: 'piper-en-joe',
      program: resolveProgram(__dirname, './piper/program.ts'),
      files,
      threads: this.config.PARLEY_TTS_THREADS,
      processes: this.config.PARLEY_TTS_PROCESSES,
      memoryLimitBytes: piperMemoryBytes,
    });
    const [espeakReady, piperReady] = await Promise.all([espeakHost.start(), piperHost.start()]);
    const espeak = new EspeakEngine(espeakHost);
    const piper = new PiperEngine(piperHost, espeak);
    voices.add(piperJoe(piper, Number(piperReady.facts?.['sample_rate'])));
    const languages = espeakReady.facts?.['languages']?.split(' ') ?? [];
    for (const voice of espeakVoices(espeak, languages, Number(espeakReady.facts?.['sample_rate'])))
      voices.add(voice);
  }

  #host(spec: Parameters<typeof createEngineHost>[0]): EngineHost {
    const host = createEngineHost(spec, { logger: this.logger, metrics: this.metrics });
    this.#hosts.push(host);
    return host;
  }
}
