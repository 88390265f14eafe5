import type { CodecErrorCode } from './errors';

export const compressedFormats = ['mp3', 'opus', 'aac', 'flac'] as const;

/** `opus` is Ogg Opus, `aac` is AAC-LC in ADTS. */
export type CompressedFormat = (typeof compressedFormats)[number];

export interface EncoderOptions {
  readonly format: CompressedFormat;
  /** Hz of the PCM that comes. */
  readonly sampleRate: number;
  /** Bits per second; FLAC takes what it needs. */
  readonly bitrate?: number;
}

export interface DecoderOptions {
  /** Hz of the PCM wanted. */
  readonly sampleRate: number;
}

/** What the thread is asked to do. A job has one request at a time under way. */
export type CodecRequest = { readonly job: number } & (
  | ({ readonly kind: 'encode' } & EncoderOptions)
  | ({ readonly kind: 'decode'; readonly file: Uint8Array } & DecoderOptions)
  | { readonly kind: 'push'; readonly bytes: Uint8Array }
  | { readonly kind: 'finish' }
  | { readonly kind: 'read' }
  | { readonly kind: 'close' }
);

export type CodecReply = { readonly job: number } & (
  | { readonly ok: true; readonly bytes: Uint8Array; readonly done: boolean }
  | { readonly ok: false; readonly code: CodecErrorCode; readonly message: string }
);
