import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Codecs } from '@parley/codecs';
import { SpeechController } from '../rest/audio/speech.controller';
import { TranscriptionsController } from '../rest/audio/transcriptions.controller';
import { ChatController } from '../rest/chat/chat.controller';
import { InworldSpeechController } from '../rest/inworld-audio/speech.controller';
import { InworldTranscribeController } from '../rest/inworld-audio/transcribe.controller';
import { VoicesController } from '../rest/inworld-audio/voices.controller';
import { VoiceList } from '../workers/voice-list';
import { AudioSlots } from './audio-slots';

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
  providers: [{ provide: Codecs, useFactory: () => new Codecs() }, CodecsLifecycle, AudioSlots, VoiceList],
  exports: [Codecs, AudioSlots, VoiceList],
})
export class DoorsModule {}
