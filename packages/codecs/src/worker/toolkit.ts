import type * as Mediabunny from 'mediabunny';
import { registerDecoders } from './decoders';
import { registerOpusEncoder } from './opus-encoder';

/** The media library as an ES module: its extensions import it as one, and must meet the same instance. */
export type Toolkit = typeof Mediabunny;

let loaded: Promise<Toolkit> | undefined;

/** Containers of the library, its encoders for MP3, FLAC and AAC, and coders of ours for what it leaves to browsers. */
export const toolkit = (): Promise<Toolkit> => (loaded ??= load());

async function load(): Promise<Toolkit> {
  const [media, { registerMp3Encoder }, { registerFlacEncoder }, { registerAacEncoder }] = await Promise.all([
    import('mediabunny'),
    import('@mediabunny/mp3-encoder'),
    import('@mediabunny/flac-encoder'),
    import('@mediabunny/aac-encoder'),
  ]);
  registerMp3Encoder();
  registerFlacEncoder();
  registerAacEncoder();
  registerOpusEncoder(media);
  registerDecoders(media);
  return media;
}
