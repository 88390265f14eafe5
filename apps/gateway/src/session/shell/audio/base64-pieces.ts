import { PcmResampler } from '@parley/audio';
import { formatRateHz, type AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';
import { encodeOutput } from './formats';

/** Made at once: some 2 ms of work. */
export const pieceBytes = 128 * 1024;

/** What is kept of an item's audio, in blocks of which nobody changes what is read here. */
export interface LentAudio {
  /** Null: PCM16 at 16 kHz, as it was heard. */
  readonly kept: AudioFormat | null;
  readonly blocks: readonly Buffer[];
  readonly bytes: number;
}

/** The audio in the client's format, as the text of its base64: the pieces one after the other are the whole. */
export function* base64Pieces({ kept, blocks, bytes }: LentAudio, format: AudioFormat): Generator<Buffer> {
  const blockBytes = blocks[0]?.byteLength ?? pieceBytes;
  const resampler = kept === null ? new PcmResampler(hearingRateHz, formatRateHz(format)) : undefined;
  const made: Uint8Array[] = [];
  const take = (pcm: Uint8Array): void => void made.push(new Uint8Array(encodeOutput(pcm, format)));
  // Three bytes are four characters: what is over goes with the next piece.
  let over: Uint8Array = new Uint8Array();
  const text = (audio: readonly Uint8Array[], isLast: boolean): Buffer => {
    const whole = Buffer.concat([over, ...audio]);
    const end = isLast ? whole.byteLength : whole.byteLength - (whole.byteLength % 3);
    over = whole.subarray(end);
    return Buffer.from(whole.toString('base64', 0, end), 'latin1');
  };
  const group = Math.ceil(pieceBytes / blockBytes);
  for (let at = 0; at < blocks.length; at += group) {
    const left = bytes - at * blockBytes;
    const audio = Buffer.concat(blocks.slice(at, at + group), Math.min(left, group * blockBytes));
    if (resampler) resampler.push(audio, take);
    else made.push(audio);
    yield text(made.splice(0), false);
  }
  resampler?.flush(take);
  yield text(made, true);
}
