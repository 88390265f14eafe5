import { Controller, HttpCode, Inject, Post, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { bytesToInt16, writeWav } from '@parley/audio';
import { Codecs } from '@parley/codecs';
import { BUS, type Bus } from '@parley/service';
import type { Response } from 'express';
import { z } from 'zod';
import { KeyLimiter, type Principal } from '@parley/admission';
import { AudioSlotInterceptor } from '../../doors/audio-slots';
import { doorError } from '../../doors/door-error';
import { camelKeys } from '../../doors/inworld/camel-keys';
import { speechConfigFields, speechSettings } from '../../doors/inworld/speech-config';
import { speechPieces, speechResult, type SpeechPiece } from '../../doors/inworld/speech-results';
import { chargeSpoken, nothingSpoken } from '../../doors/spoken-audio';
import { goneSignal, streamReply } from '../../doors/stream-reply';
import { speak } from '../../workers/speak';
import { From, Spends } from '../access';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';
import { InworldErrorFilter } from './inworld-error.filter';

const maxCharacters = 2_000;

const speechRequest = z.strictObject({
  text: z.string().min(1).max(maxCharacters),
  ...speechConfigFields,
});
type SpeechRequest = z.output<typeof speechRequest>;

const resultSchema = z.object({
  audioContent: z.base64(),
  usage: z.object({ processedCharactersCount: z.int(), modelId: z.string() }),
  timestampInfo: z
    .object({
      wordAlignment: z.object({
        words: z.array(z.string()),
        wordStartTimeSeconds: z.array(z.number()),
        wordEndTimeSeconds: z.array(z.number()),
      }),
    })
    .optional(),
});

const body = { schema: speechRequest, normalise: camelKeys };

/** Inworld's text to speech. */
@Controller('tts/v1')
@Spends()
@UseFilters(InworldErrorFilter)
@UseInterceptors(AudioSlotInterceptor)
export class InworldSpeechController {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    private readonly codecs: Codecs,
    private readonly limiter: KeyLimiter,
  ) {}

  @Operation({
    summary: 'Speak a text, for Inworld’s clients',
    requestBody: jsonOf(speechRequest),
    responses: answers('The audio, whole.', resultSchema),
  })
  @Post('voice')
  @HttpCode(200)
  async voice(
    @JsonBody(body) request: SpeechRequest,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    await this.#speak(request, principal, response, async (pieces) => {
      const all: SpeechPiece[] = [];
      for await (const piece of pieces) all.push(piece);
      response.json(wholeResult(all, request));
    });
  }

  @Operation({
    summary: 'The same as it is synthesised: a JSON object a line',
    requestBody: jsonOf(speechRequest),
    responses: answers('Results, one a line.', z.object({ result: resultSchema })),
  })
  @Post('voice\\:stream')
  @HttpCode(200)
  async stream(
    @JsonBody(body) request: SpeechRequest,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    await this.#speak(request, principal, response, (pieces) =>
      streamReply(response, { 'content-type': 'application/json' }, lines(pieces, request)),
    );
  }

  async #speak(
    request: SpeechRequest,
    principal: Principal,
    response: Response,
    send: (pieces: AsyncIterable<SpeechPiece>) => Promise<void>,
  ): Promise<void> {
    const signal = goneSignal(response);
    const totals = nothingSpoken();
    const speech = speak(this.bus, request.text, speechSettings(request), signal);
    try {
      await send(speechPieces(speech, () => request.text, this.codecs, request, totals));
    } catch (error) {
      if (!signal.aborted) throw doorError(error, { refused: () => 'voiceId' });
    } finally {
      chargeSpoken(this.limiter.meterOf(principal), totals);
    }
  }
}

async function* lines(
  pieces: AsyncIterable<SpeechPiece>,
  request: SpeechRequest,
): AsyncGenerator<string, void, void> {
  for await (const piece of pieces) {
    yield `${JSON.stringify({ result: speechResult(piece, request, request.text.length) })}\n`;
  }
}

/** One file, its header with its true length, and all word times. */
function wholeResult(pieces: readonly SpeechPiece[], request: SpeechRequest): z.output<typeof resultSchema> {
  const { audioEncoding, sampleRateHertz } = request.audioConfig;
  const joined = Buffer.concat(pieces.map(({ audio }) => audio));
  const wavHeaderBytes = 44;
  const audio =
    audioEncoding === 'WAV' && joined.length >= wavHeaderBytes
      ? writeWav(bytesToInt16(new Uint8Array(joined.subarray(wavHeaderBytes))), sampleRateHertz)
      : joined;
  const times = pieces.flatMap(({ alignment }) => alignment ?? []);
  const alignment = {
    words: times.flatMap(({ words }) => words),
    wordStartTimeSeconds: times.flatMap(({ wordStartTimeSeconds }) => wordStartTimeSeconds),
    wordEndTimeSeconds: times.flatMap(({ wordEndTimeSeconds }) => wordEndTimeSeconds),
  };
  return speechResult(
    { audio, ...(request.timestampType ? { alignment } : {}) },
    request,
    request.text.length,
  );
}
