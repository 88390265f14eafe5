export { CodecError, type CodecErrorCode } from './errors';
export { Codecs, type Decoder, type Encoder } from './codecs';
export {
  compressedFormats,
  type CompressedFormat,
  type DecoderOptions,
  type EncoderOptions,
} from './messages';
