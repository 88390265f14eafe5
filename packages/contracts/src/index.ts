import './numbers';
import './texts';
import { parley } from '../generated/messages';

export { encodeAudioFrame } from './audio-frame';
export { Scratch } from './scratch';
export { readSpeechAudio, type SpeechPiece } from './speech-audio';
export * from './varint';

// The generated namespace: values and types under one short name.
export import v1 = parley.v1;

interface Codec<Input, Output> {
  encode(message: Input): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Output;
}

/** Encodes one message to bytes. */
export function encode<Input>(codec: Codec<Input, unknown>, message: Input): Uint8Array {
  return codec.encode(message).finish();
}

/** Decodes one message; `bytes` fields are views of the input, not copies. Throws on malformed input. */
export function decode<Output>(codec: Codec<never, Output>, bytes: Uint8Array): Output {
  return codec.decode(bytes);
}
