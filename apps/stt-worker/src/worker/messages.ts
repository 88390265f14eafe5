import { bytesToInt16 } from '@parley/audio';
import { BusError } from '@parley/bus';
import { decode, v1 } from '@parley/contracts';
import { z } from 'zod';
import { sampleRate } from '../endpointing/time';

const position = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

const language = z.string().max(35);

const configSchema = z.object({
  turnDetection: z
    .object({
      mode: z.number().int(),
      threshold: z.number().min(0).max(1),
      prefixPaddingMs: z.number().int().min(0).max(10_000),
      silenceDurationMs: z.number().int().min(0).max(60_000),
      eagerness: z.number().int(),
    })
    .nullish(),
  transcription: z
    .object({
      model: z.string().max(256),
      language,
      prompt: z.string().max(20_000),
      languages: z.array(language).max(100),
      keywords: z.array(z.string().max(200)).max(200),
      delay: z.number().int(),
    })
    .nullish(),
  expectedInput: z.array(z.number().int()).max(16).nullish(),
  noiseReduction: z.object({ type: z.number().int(), strength: z.number().min(0).max(1) }).nullish(),
});

const openSchema = z.object({
  config: configSchema.nullish(),
  startSample: position,
  nextUtterance: z.number().int().nonnegative(),
  sampleRate: z.union([z.literal(0), z.literal(sampleRate)]),
  recording: z.boolean(),
});

const commitSchema = z
  .object({ utterance: z.number().int().nonnegative(), startSample: position, endSample: position })
  .refine(({ startSample, endSample }) => startSample <= endSample, 'the end lies before the start');

const clearSchema = z.object({ upToSample: position });
const assistantSchema = z.object({ speaking: z.boolean() });

export type HearConfig = z.output<typeof configSchema>;
export type HearOpen = z.output<typeof openSchema>;

/** Samples at a position; may share memory with the message. */
export interface AudioPiece {
  readonly startSample: number;
  readonly samples: Int16Array;
}

export type HearCommand =
  | { readonly kind: 'audio'; readonly frame: AudioPiece | undefined }
  | { readonly kind: 'configure'; readonly config: HearConfig }
  | { readonly kind: 'commit'; readonly commit: z.output<typeof commitSchema> }
  | { readonly kind: 'clear'; readonly upToSample: number }
  | { readonly kind: 'assistant'; readonly speaking: boolean };

/** @throws BusError `invalid_message`, which refuses the stream */
export function parseOpen(bytes: Uint8Array): HearOpen {
  return parsed('HearOpen', () => openSchema.parse(decode(v1.HearOpen, bytes)));
}

/** @throws BusError `invalid_message` */
export function parseCommand(bytes: Uint8Array): HearCommand {
  return parsed('HearInput', () => {
    const input = decode(v1.HearInput, bytes);
    switch (input.input) {
      case 'audio':
        return { kind: 'audio', frame: piece(input.audio) };
      case 'configure':
        return { kind: 'configure', config: configSchema.parse(input.configure) };
      case 'commit':
        return { kind: 'commit', commit: commitSchema.parse(input.commit) };
      case 'clear':
        return { kind: 'clear', upToSample: clearSchema.parse(input.clear).upToSample };
      case 'assistant':
        return { kind: 'assistant', speaking: assistantSchema.parse(input.assistant).speaking };
      default:
        throw new Error('an empty HearInput');
    }
  });
}

/** Live audio; undefined when it is none, or of another rate. */
export function parseAudio(bytes: Uint8Array): AudioPiece | undefined {
  try {
    return piece(decode(v1.AudioFrame, bytes));
  } catch {
    return undefined;
  }
}

function piece({ startSample, sampleRate: rate, pcm }: v1.AudioFrame.$Properties): AudioPiece | undefined {
  if (rate && rate !== sampleRate) return undefined;
  return { startSample: startSample ?? 0, samples: bytesToInt16(pcm ?? new Uint8Array()) };
}

function parsed<Output>(what: string, parse: () => Output): Output {
  try {
    return parse();
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : 'it cannot be decoded';
    throw new BusError('invalid_message', `not a ${what}: ${reason}`, false, { cause: error });
  }
}
