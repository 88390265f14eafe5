import { Controller, Inject } from '@nestjs/common';
import { decode, v1 } from '@parley/contracts';
import { BusError, CONFIG, StreamHandler, type Incoming, type StreamHandlers } from '@parley/service';
import type { PersonaConfig } from '../config';
import { SAMPLE_RATE_HZ } from '../features/frames';
import { PersonaMetrics } from './persona-metrics';
import { PersonaStream } from './persona-stream';

@Controller()
export class PersonaController {
  constructor(
    @Inject(CONFIG) private readonly config: PersonaConfig,
    @Inject(PersonaMetrics) private readonly metrics: PersonaMetrics,
  ) {}

  /** One stream per session: hears its audio, answers with perception events. */
  @StreamHandler('persona')
  perceive(incoming: Incoming): StreamHandlers | Promise<StreamHandlers> {
    const open = decodeOpen(incoming.config);
    if (open.sampleRate !== 0 && open.sampleRate !== SAMPLE_RATE_HZ) {
      throw new BusError('refused', `audio must come at ${SAMPLE_RATE_HZ} Hz, not ${open.sampleRate}`, false);
    }
    return new PersonaStream(incoming.stream, this.metrics, {
      startSample: open.startSample,
      sure: this.config.PARLEY_PERSONA_SURE,
      chunkMs: open.chunkMs === 0 ? this.config.PARLEY_PERSONA_CHUNK_MS : open.chunkMs,
    });
  }
}

function decodeOpen(bytes: Uint8Array): v1.PerceiveOpen {
  try {
    return decode(v1.PerceiveOpen, bytes);
  } catch (error) {
    throw new BusError('invalid_message', 'the open message is not a PerceiveOpen', false, { cause: error });
  }
}
