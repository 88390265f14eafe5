import { Controller, HttpCode, Inject, Post, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { writeWav, bytesToInt16 } from '@parley/audio';
import { requestError } from '@parley/protocol';
import { CONFIG } from '@parley/service';
import type { Response } from 'express';
import { z } from 'zod';
import type { Principal } from '@parley/admission';
import type { GatewayConfig } from '../../config';
import { AudioSlotInterceptor } from '../../doors/audio-slots';
import { camelKeys } from '../../doors/inworld/camel-keys';
import { transcribeConfigFields, transcriptionSettings } from '../../doors/inworld/transcribe-config';
import { Recordings, allOf } from '../../doors/recordings';
import { From, Spends } from '../access';
import { HttpError } from '../http-error';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';
import { unsupported } from '../audio/unsupported';
import { textOf } from '../audio/transcript';
import { InworldErrorFilter } from './inworld-error.filter';

/** Base64 of the largest upload, and the rest. */
const limitBytes = 36 * 1024 * 1024;

const transcribeRequest = z.strictObject({
  transcribeConfig: z.strictObject({
    ...transcribeConfigFields,
    audioEncoding: z
      .enum(['AUTO_DETECT', 'LINEAR16', 'MP3', 'OGG_OPUS', 'FLAC', 'AUDIO_ENCODING_UNSPECIFIED'])
      .default('AUTO_DETECT'),
    voiceProfileConfig: z
      .strictObject({
        enableVoiceProfile: unsupported('Voice profiles come by the socket alone.', [false, null]),
        topN: z.int().optional(),
      })
      .optional(),
  }),
  audioData: z.strictObject({ content: z.base64().min(1) }),
});

const resultSchema = z.object({
  transcription: z.object({
    transcript: z.string(),
    isFinal: z.boolean(),
    wordTimestamps: z.array(z.object({})),
  }),
  usage: z.object({ transcribedAudioMs: z.int(), modelId: z.string() }),
});

const params = {
  audio: 'audioData.content',
  language: 'transcribeConfig.language',
  model: 'transcribeConfig.modelId',
};

/** Inworld's transcription of a recording. */
@Controller('stt/v1')
@Spends()
@UseFilters(InworldErrorFilter)
@UseInterceptors(AudioSlotInterceptor)
export class InworldTranscribeController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly recordings: Recordings,
  ) {}

  @Operation({
    summary: 'The words of a recording, for Inworld’s clients',
    requestBody: jsonOf(transcribeRequest),
    responses: answers('The transcript.', resultSchema),
  })
  @Post('transcribe')
  @HttpCode(200)
  async transcribe(
    @JsonBody({ schema: transcribeRequest, normalise: camelKeys, limitBytes })
    request: z.output<typeof transcribeRequest>,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const { transcribeConfig: config } = request;
    const asked = { file: this.#file(request), settings: transcriptionSettings(config), principal, response };
    await this.recordings.hear({ ...asked, params }, async ({ segments, lengthMs }) => {
      const transcript = textOf(await allOf(segments));
      response.json({
        transcription: { transcript, isFinal: true, wordTimestamps: [] },
        usage: { transcribedAudioMs: Math.round(lengthMs()), modelId: config.modelId },
      } satisfies z.output<typeof resultSchema>);
    });
  }

  /** LINEAR16 may come as a file or bare. */
  #file({ transcribeConfig, audioData }: z.output<typeof transcribeRequest>): Uint8Array {
    const bytes = Buffer.from(audioData.content, 'base64');
    if (bytes.length > this.config.PARLEY_MAX_UPLOAD_BYTES) {
      const where = { param: params.audio };
      throw new HttpError(413, requestError('invalid_value', 'The recording is too large.', where));
    }
    const { audioEncoding, sampleRateHertz } = transcribeConfig;
    if (audioEncoding !== 'LINEAR16' || bytes.toString('latin1', 0, 4) === 'RIFF') return bytes;
    return writeWav(bytesToInt16(new Uint8Array(bytes)), sampleRateHertz);
  }
}
