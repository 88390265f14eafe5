import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Codecs } from '@parley/codecs';
import { SpeechController } from '../rest/audio/speech.controller';
import { TranscriptionsController } from '../rest/audio/transcriptions.controller';
import { BodyRoom, KeyLimiter } from '@parley/admission';
import { ChatCompletions } from '../rest/chat/chat-completions';
import { ChatController } from '../rest/chat/chat.controller';
import { InworldSpeechController } from '../rest/inworld-audio/speech.controller';
import { InworldTranscribeController } from '../rest/inworld-audio/transcribe.controller';
import { VoicesController } from '../rest/inworld-audio/voices.controller';
import { HearingDoor } from '../transports/doors/hearing-door';
import type { SocketDoor } from '../transports/doors/socket-door';
import { SpeechDoor } from '../transports/doors/speech-door';
import { BUS, CONFIG, LOGGER, METRICS, type Bus } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import type { GatewayConfig } from '../config';
import { ChatLines } from '../workers/chat/chat-lines';
import { SpeechOffers } from '../workers/speech-offers';
import { VoiceList } from '../workers/voice-list';
import { AudioSlots } from './audio-slots';
import { Recordings } from './recordings';

/** Injection token of the sockets beside the realtime one. */
export const SOCKET_DOORS = Symbol('SocketDoors');

@Injectable()
class CodecsLifecycle implements OnApplicationShutdown {
  constructor(@Inject(Codecs) private readonly codecs: Codecs) {}

  async onApplicationShutdown(): Promise<void> {
    await this.codecs.stop();
  }
}

/** The doors to the workers, and what they share. */
@Global()
@Module({
  controllers: [
    ChatController,
    InworldSpeechController,
    InworldTranscribeController,
    SpeechController,
    TranscriptionsController,
    VoicesController,
  ],
  providers: [
    { provide: Codecs, useFactory: () => new Codecs() },
    {
      provide: SOCKET_DOORS,
      inject: [BUS, Codecs, SpeechOffers, LOGGER],
      useFactory: (bus: Bus, codecs: Codecs, offers: SpeechOffers, log: Logger): SocketDoor[] => [
        new SpeechDoor(bus, codecs),
        new HearingDoor(bus, offers, log),
      ],
    },
    {
      provide: ChatCompletions,
      inject: [BUS, KeyLimiter, CONFIG, METRICS],
      useFactory: (bus: Bus, limiter: KeyLimiter, config: GatewayConfig, metrics: Registry) =>
        new ChatCompletions(
          new ChatLines(bus),
          limiter,
          new BodyRoom(config.PARLEY_MAX_CHAT_BODY_BYTES, metrics),
        ),
    },
    CodecsLifecycle,
    AudioSlots,
    Recordings,
    SpeechOffers,
    VoiceList,
  ],
  exports: [ChatCompletions, Codecs, AudioSlots, SOCKET_DOORS, SpeechOffers, VoiceList],
})
export class DoorsModule {}
