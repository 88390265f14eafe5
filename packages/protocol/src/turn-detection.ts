import { z } from 'zod';

const milliseconds = z.int().min(0);
const responses = { create_response: z.boolean(), interrupt_response: z.boolean() };

export const serverVadObject = z.object({
  type: z.literal('server_vad'),
  /** Speech probability above which a frame is speech. */
  threshold: z.number().min(0).max(1),
  prefix_padding_ms: milliseconds,
  silence_duration_ms: milliseconds,
  /** Silence after the assistant's last word that is answered as a turn; null: none is. */
  idle_timeout_ms: milliseconds.nullable(),
  ...responses,
});
export type ServerVad = z.output<typeof serverVadObject>;

const eagerness = z.enum(['low', 'medium', 'high', 'auto']);
/** `auto` is `medium`. */
export type Eagerness = z.output<typeof eagerness>;

export const semanticVadObject = z.object({ type: z.literal('semantic_vad'), eagerness, ...responses });
export type SemanticVad = z.output<typeof semanticVadObject>;

/** As the session has it, with everything filled in. */
export const turnDetectionObject = z.discriminatedUnion('type', [serverVadObject, semanticVadObject]);
export type TurnDetection = z.output<typeof turnDetectionObject>;

/** Defaults as seen on the wire of the reference service (its documents say 500 ms of silence). */
const serverVadPatch = z.strictObject({
  type: z.literal('server_vad'),
  threshold: z.number().min(0).max(1).nullish(),
  prefix_padding_ms: milliseconds.max(5_000).nullish(),
  silence_duration_ms: milliseconds.max(10_000).nullish(),
  idle_timeout_ms: milliseconds.min(5_000).max(30_000).nullish(),
  create_response: z.boolean().nullish(),
  interrupt_response: z.boolean().nullish(),
  model_version: z.string().nullish(),
});
const serverVad = serverVadPatch.transform((vad): ServerVad => ({
  type: 'server_vad',
  threshold: vad.threshold ?? 0.5,
  prefix_padding_ms: vad.prefix_padding_ms ?? 300,
  silence_duration_ms: vad.silence_duration_ms ?? 200,
  idle_timeout_ms: vad.idle_timeout_ms ?? null,
  create_response: vad.create_response ?? true,
  interrupt_response: vad.interrupt_response ?? true,
}));

const semanticVadPatch = z.strictObject({
  type: z.literal('semantic_vad'),
  eagerness: eagerness.nullish(),
  create_response: z.boolean().nullish(),
  interrupt_response: z.boolean().nullish(),
  model_version: z.string().nullish(),
});
const semanticVad = semanticVadPatch.transform((vad): SemanticVad => ({
  type: 'semantic_vad',
  eagerness: vad.eagerness ?? 'auto',
  create_response: vad.create_response ?? true,
  interrupt_response: vad.interrupt_response ?? true,
}));

/** What is left out gets its default. `model_version`, which some clients add, says nothing here. */
export const turnDetectionSchema = z.discriminatedUnion('type', [serverVad, semanticVad]);

/** No turn is answered, and nobody is interrupted. */
const withoutAnswers = (detection: TurnDetection): TurnDetection => ({
  ...detection,
  create_response: false,
  interrupt_response: false,
});

const never = z.literal(false).nullish();
const noTimeout = z.null().optional();

/** Of a session that only listens. Settings about responses may be there if they ask for none. */
export const listeningDetectionSchema = z
  .discriminatedUnion('type', [
    serverVadPatch.safeExtend({
      create_response: never,
      interrupt_response: never,
      idle_timeout_ms: noTimeout,
    }),
    semanticVadPatch.safeExtend({ create_response: never, interrupt_response: never }),
  ])
  .transform((vad) => withoutAnswers(turnDetectionSchema.parse(vad)));

export const defaultTurnDetection = (): TurnDetection => turnDetectionSchema.parse({ type: 'server_vad' });

export const defaultListeningDetection = (): TurnDetection =>
  listeningDetectionSchema.parse({ type: 'server_vad' });
