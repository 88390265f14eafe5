import { Controller, HttpCode, Inject, Post, Res, UseInterceptors } from '@nestjs/common';
import { Codecs } from '@parley/codecs';
import { outputAudioMsPerToken } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import type { Response } from 'express';
import type { z } from 'zod';
import { KeyLimiter, type Principal } from '@parley/admission';
import { contentTypes } from '../../doors/audio-encoding';
import { AudioSlotInterceptor } from '../../doors/audio-slots';
import { doorError } from '../../doors/door-error';
import { chargeSpoken, nothingSpoken, spokenAudio, type SpokenTotals } from '../../doors/spoken-audio';
import { eventStreamHeaders, goneSignal, serverSentEvent, streamReply } from '../../doors/stream-reply';
import { speak } from '../../workers/speak';
import { From, Spends } from '../access';
import { JsonBody } from '../json-body';
import { Operation, jsonOf } from '../operation';
import { speechAudio, speechRequest } from './speech-request';

/** Hz of everything that is spoken here, as the reference has it. */
const sampleRate = 24_000;
/** How the tokens of a text are counted where no model does. */
const charsPerToken = 4;

@Controller('v1/audio')
@Spends()
@UseInterceptors(AudioSlotInterceptor)
export class SpeechController {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    private readonly codecs: Codecs,
    private readonly limiter: KeyLimiter,
  ) {}

  @Operation({
    summary: 'Speak a text; the audio comes as it is synthesised',
    requestBody: jsonOf(speechRequest),
    responses: { 200: { description: 'The audio, or its events.', content: speechAudio } },
  })
  @Post('speech')
  @HttpCode(200)
  async speech(
    @JsonBody({ schema: speechRequest }) request: z.output<typeof speechRequest>,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const { input, voice } = request;
    const encoding = request.response_format ?? 'mp3';
    const signal = goneSignal(response);
    const settings = { voice, sampleRate, speed: request.speed ?? 1 };
    const totals = nothingSpoken();
    const audio = spokenAudio(
      speak(this.bus, input, settings, signal),
      this.codecs,
      { encoding, sampleRate },
      totals,
    );
    try {
      if (request.stream_format === 'sse') {
        await streamReply(response, eventStreamHeaders, events(audio, input, totals));
      } else {
        await streamReply(response, { 'content-type': contentTypes[encoding] }, audio);
      }
    } catch (error) {
      if (signal.aborted) return;
      throw doorError(error, { refused: () => 'voice' });
    } finally {
      chargeSpoken(this.limiter.meterOf(principal), totals);
    }
  }
}

async function* events(
  audio: AsyncIterable<Uint8Array>,
  input: string,
  totals: SpokenTotals,
): AsyncGenerator<string, void, void> {
  for await (const chunk of audio) {
    if (chunk.length === 0) continue;
    yield serverSentEvent({ type: 'speech.audio.delta', audio: Buffer.from(chunk).toString('base64') });
  }
  const input_tokens = Math.ceil(input.length / charsPerToken);
  const output_tokens = Math.ceil(totals.audioMs / outputAudioMsPerToken);
  const usage = { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens };
  yield serverSentEvent({ type: 'speech.audio.done', usage });
}
