import { PcmResampler } from '@parley/audio';
import { formatRateHz, type AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';
import { encodeOutput } from './formats';
import type { AudioViews } from './stored-audio';

/** Made at once: some 2 ms of work. */
export const pieceBytes = 128 * 1024;

/** What is kept of one part of an item, from byte 0 on. */
export interface KeptAudio {
  /** Null: PCM16 at 16 kHz, as it was heard. */
  readonly format: AudioFormat | null;
  readonly audio: AudioViews;
}

/** The audio in the client's format, as the text of its base64: the pieces one after the other are the whole. */
export function* base64Pieces({ format: kept, audio }: KeptAudio, format: AudioFormat): Generator<Buffer> {
  const resampler = kept === null ? new PcmResampler(hearingRateHz, formatRateHz(format)) : undefined;
  let made: Uint8Array[] = [];
  const take = (pcm: Uint8Array): void => void made.push(new Uint8Array(encodeOutput(pcm, format)));
  // Three bytes are four characters: what is over goes with the next piece.
  let over: Uint8Array = new Uint8Array();
  const text = (isLast: boolean): Buffer => {
    const whole = Buffer.concat([over, ...made]);
    made = [];
    const end = isLast ? whole.byteLength : whole.byteLength - (whole.byteLength % 3);
    over = whole.subarray(end);
    return Buffer.from(whole.toString('base64', 0, end), 'latin1');
  };
  for (let at = 0; at < audio.bytes; at += pieceBytes) {
    const views = audio.views(at, at + pieceBytes);
    if (resampler) for (const pcm of views) resampler.push(pcm, take);
    else made = views;
    yield text(false);
  }
  resampler?.flush(take);
  yield text(true);
}
