import type { Codecs } from '@parley/codecs';
import { requestError } from '@parley/protocol';
import { HttpError } from '../rest/http-error';
import { hearingRateHz } from '../session/engine/deadlines';
import type { Recording } from '../workers/transcribe';

export interface RecordingOptions {
  readonly maxSeconds: number;
  /** The parameter that holds the file, for errors. */
  readonly param: string;
  /** Called with the length as far as it was read, ms. */
  readonly onLength: (ms: number) => void;
}

/** A file as PCM16 at 16 kHz, decoded as it is read. Throws CodecError, or HttpError when it is too long. */
export function recordingOf(
  file: Uint8Array,
  codecs: Codecs,
  { maxSeconds, param, onLength }: RecordingOptions,
): Recording {
  return async function* pcm() {
    const decoder = await codecs.decoder(file, { sampleRate: hearingRateHz });
    let samples = 0;
    try {
      for (let piece = await decoder.read(); piece !== undefined; piece = await decoder.read()) {
        samples += piece.byteLength / 2;
        if (samples > maxSeconds * hearingRateHz) {
          const message = `The recording is longer than ${maxSeconds} seconds.`;
          throw new HttpError(400, requestError('invalid_value', message, { param }));
        }
        onLength((samples * 1000) / hearingRateHz);
        yield piece;
      }
    } finally {
      decoder.close();
    }
  };
}
