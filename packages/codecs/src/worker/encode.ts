import { bytesToInt16 } from '@parley/audio';
import type { OutputFormat } from 'mediabunny';
import { CodecError } from '../errors';
import type { CompressedFormat, EncoderOptions } from '../messages';
import type { Job } from './job';
import { toolkit, type Toolkit } from './toolkit';

/** A page of Ogg is sent at least so often: a listener hears the beginning before the end is made. */
const oggPageSeconds = 0.1;
/** Bits per second where none are asked for: plenty for a voice. */
const defaultBitrate = 64_000;

/** Every one of them only ever appends. */
const containers: Readonly<Record<CompressedFormat, (media: Toolkit) => OutputFormat>> = {
  mp3: ({ Mp3OutputFormat }) => new Mp3OutputFormat({ xingHeader: false }),
  opus: ({ OggOutputFormat }) => new OggOutputFormat({ maximumPageDuration: oggPageSeconds }),
  aac: ({ AdtsOutputFormat }) => new AdtsOutputFormat(),
  flac: ({ FlacOutputFormat }) => new FlacOutputFormat({ appendOnly: true }),
};

/** Encodes mono PCM16 as it comes. */
export async function encodeJob({
  format,
  sampleRate,
  bitrate = defaultBitrate,
}: EncoderOptions): Promise<Job> {
  const media = await toolkit();
  const { AudioSample, AudioSampleSource, Output, StreamTarget } = media;
  let made: Uint8Array[] = [];
  const sink = new WritableStream<{ data: Uint8Array; position: number }>({
    write: ({ data }) => void made.push(data.slice()),
  });
  const output = new Output({ format: containers[format](media), target: new StreamTarget(sink) });
  const source = new AudioSampleSource(format === 'flac' ? { codec: format } : { codec: format, bitrate });
  output.addAudioTrack(source);
  await output.start();
  let samples = 0;

  const take = (): Uint8Array => {
    const bytes = Buffer.concat(made);
    made = [];
    return bytes;
  };
  return {
    async push(pcm) {
      // Copied: the sample may outlive the message.
      const data = bytesToInt16(pcm).slice();
      if (data.length === 0) return take();
      const sample = new AudioSample({
        data,
        format: 's16',
        numberOfChannels: 1,
        sampleRate,
        timestamp: samples / sampleRate,
      });
      samples += data.length;
      try {
        await source.add(sample);
      } finally {
        sample.close();
      }
      return take();
    },
    async finish() {
      if (samples === 0) {
        await output.cancel();
        return new Uint8Array();
      }
      await output.finalize();
      return take();
    },
    read: () => Promise.reject(new CodecError('codec_failed', 'an encoder gives nothing to read')),
    async close() {
      if (output.state === 'started') await output.cancel();
    },
  };
}
