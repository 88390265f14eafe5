import { Body, Controller, HttpCode, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { missingParameter, protocolError } from '@parley/protocol';
import type { Response } from 'express';
import type { Principal } from '@parley/admission';
import { AudioSlotInterceptor } from '../../doors/audio-slots';
import { Recordings, allOf } from '../../doors/recordings';
import { eventStreamHeaders, serverSentEvent, streamReply } from '../../doors/stream-reply';
import type { Segment, TranscriptionSettings } from '../../workers/transcribe';
import { From, Spends } from '../access';
import { HttpError } from '../http-error';
import { Operation } from '../operation';
import { gap, srt, textOf, verbose, vtt } from './transcript';
import { transcriptContent, transcriptionForm } from './transcription-document';
import { transcriptionRequest, type TranscriptionRequest } from './transcription-request';
import { UploadInterceptor, type Upload } from './upload';

@Controller('v1/audio')
@Spends()
export class TranscriptionsController {
  constructor(private readonly recordings: Recordings) {}

  @Operation({
    summary: 'The words of a recording, whole or as they are heard',
    requestBody: { content: { 'multipart/form-data': { schema: transcriptionForm } } },
    responses: { 200: { description: 'The transcript.', content: transcriptContent } },
  })
  @Post('transcriptions')
  @HttpCode(200)
  @UseInterceptors(AudioSlotInterceptor, UploadInterceptor)
  async transcriptions(
    @UploadedFile() file: Upload | undefined,
    @Body() form: unknown,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    if (file === undefined) throw new HttpError(400, missingParameter('file'));
    const request = parsed(form);
    const settings = settingsOf(request);
    const params = { audio: 'file', language: 'language', model: 'model' };
    const asked = { file: file.buffer, settings, principal, response, params };
    await this.recordings.hear(asked, async ({ segments, lengthMs }) => {
      const usage = () => ({ type: 'duration' as const, seconds: Math.ceil(lengthMs() / 1000) });
      if (request.stream) await streamReply(response, eventStreamHeaders, events(segments, usage));
      else {
        const list = await allOf(segments);
        reply(response, request, list, lengthMs(), usage());
      }
    });
  }
}

function parsed(form: unknown): TranscriptionRequest {
  // A form has no prototype of its own where nothing was sent.
  const fields: unknown = typeof form === 'object' && form !== null ? { ...form } : {};
  const { data, error } = transcriptionRequest.safeParse(fields);
  if (error) throw new HttpError(400, protocolError(error.issues, fields, null));
  if (data.timestamp_granularities.length > 0 && data.response_format !== 'verbose_json') {
    const issue = { code: 'custom' as const, path: ['timestamp_granularities'], input: undefined };
    const message = 'It needs response_format verbose_json.';
    throw new HttpError(400, protocolError([{ ...issue, message }], fields, null));
  }
  return data;
}

/** Clients name models of other services: only "provider/model" names one of ours. */
const settingsOf = ({
  model,
  language,
  prompt,
  chunking_strategy: vad,
}: TranscriptionRequest): TranscriptionSettings => ({
  model: model.includes('/') ? model : '',
  language,
  prompt,
  threshold: vad.threshold,
  prefixPaddingMs: vad.prefix_padding_ms,
  silenceDurationMs: vad.silence_duration_ms,
});

function reply(
  response: Response,
  { response_format: format }: TranscriptionRequest,
  segments: readonly Segment[],
  lengthMs: number,
  usage: object,
): void {
  switch (format) {
    case 'json':
      response.json({ text: textOf(segments), usage });
      return;
    case 'verbose_json':
      response.json({ ...verbose(segments, lengthMs / 1000), usage });
      return;
    case 'text':
      response.type('text/plain').send(`${textOf(segments)}\n`);
      return;
    case 'srt':
      response.type('text/plain').send(srt(segments));
      return;
    case 'vtt':
      response.type('text/vtt').send(vtt(segments));
  }
}

async function* events(
  segments: AsyncIterable<Segment>,
  usage: () => object,
): AsyncGenerator<string, void, void> {
  const list: Segment[] = [];
  for await (const segment of segments) {
    const delta = gap(list.at(-1)) + segment.text;
    list.push(segment);
    yield serverSentEvent({ type: 'transcript.text.delta', delta });
  }
  yield serverSentEvent({ type: 'transcript.text.done', text: textOf(list), usage: usage() });
}
