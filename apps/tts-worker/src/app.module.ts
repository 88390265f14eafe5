import { Module } from '@nestjs/common';
import { EngineFleet } from './engines/engine-fleet';
import { SpeechController } from './speech/speech.controller';
import { TtsMetrics } from './speech/tts-metrics';
import { VoiceRegistry } from './voices/voice-registry';

@Module({
  controllers: [SpeechController],
  providers: [
    EngineFleet,
    TtsMetrics,
    { provide: VoiceRegistry, inject: [EngineFleet], useFactory: (fleet: EngineFleet) => fleet.start() },
  ],
})
export class AppModule {}
