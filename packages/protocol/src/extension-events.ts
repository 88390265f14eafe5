import { z } from 'zod';

const estimates = z.array(z.object({ label: z.string(), confidence: z.number() }));
const milliseconds = z.number();

const perception = z.object({
  emotion: estimates,
  age: estimates,
  accent: estimates,
  speakingRate: estimates,
  pitch: estimates,
  vocalStyle: estimates,
  pitchHz: z.number(),
  energyDbfs: z.number(),
  syllablesPerSecond: z.number(),
  sure: z.array(z.string()).meta({
    description: 'the traits whose first label is right far more often than not: what the model is told',
  }),
});

const attempt = z.object({
  provider: z.string(),
  model: z.string(),
  status: z.string().meta({ description: 'ok, the class of its error, or abandoned' }),
  latencyMs: milliseconds,
});

const playback = {
  responseId: z.string().nullable(),
  itemId: z.string().nullable(),
  unplayedMs: milliseconds.meta({ description: 'of the audio that the player was sent' }),
};

/** Events beyond the protocol by their type, without `type` and `event_id`: only for clients that asked for them. */
const extensionEventFields = {
  'parley.turn_timing': {
    responseId: z.string(),
    itemId: z.string().nullable().meta({ description: 'the turn that was answered; null: none' }),
    status: z.string(),
    stages: z
      .record(z.string(), milliseconds)
      .meta({ description: 'milliseconds by stage; the names end in _ms' }),
    failovers: z.int(),
    speculation: z
      .enum(['none', 'used', 'wasted'])
      .meta({ description: 'whether the answer had been begun before the turn was over' }),
    trace: z
      .object({
        traceId: z.string(),
        workflowName: z.string().exactOptional(),
        groupId: z.string().exactOptional(),
        metadata: z.record(z.string(), z.unknown()).exactOptional(),
      })
      .nullable(),
  },
  'parley.routing': {
    responseId: z.string(),
    model: z.string().nullable().meta({ description: 'the model that answers; null: none did' }),
    router: z.object({ name: z.string(), route: z.string(), variant: z.string() }).nullable(),
    attempts: z.array(attempt),
  },
  'parley.output_audio.paused': playback,
  'parley.output_audio.resumed': playback,
  'parley.interruption': {
    itemId: z.string(),
    outcome: z.enum(['interrupted', 'dismissed']),
    reason: z.string(),
    speechMs: milliseconds,
    decidedMs: milliseconds.meta({ description: 'since speech was noticed' }),
  },
  /** A word of attention while the user speaks, to be played beside everything else. */
  'parley.backchannel.audio.delta': {
    backchannelId: z.string(),
    delta: z.string().meta({ description: 'base64, in the format of the output' }),
  },
  'parley.backchannel.audio.done': { backchannelId: z.string(), phrase: z.string() },
  'parley.backchannel.skipped': { backchannelId: z.string(), reason: z.string() },
  /** Words that bridge a wait. */
  'parley.filler': {
    fillerId: z.string(),
    responseId: z.string().meta({ description: 'the response it is heard in' }),
    of: z.enum(['answer', 'tool']).meta({ description: 'what is awaited' }),
    outcome: z
      .enum(['started', 'spoken', 'cut', 'dropped'])
      .meta({ description: 'it begins to be heard; then: all of it was, or a part, or nothing' }),
    phrase: z.string(),
  },
  /** Where searches of the web found what a response may speak of. */
  'parley.sources': {
    responseId: z.string(),
    sources: z.array(z.object({ title: z.string(), url: z.string() })),
  },
  'parley.speculation': {
    responseId: z.string(),
    outcome: z.enum(['used', 'wasted']),
    reason: z.string().nullable(),
    tokens: z.int(),
  },
  'parley.memory': {
    outcome: z.enum(['made', 'failed']),
    reason: z.string().nullable(),
    version: z.int(),
    itemsTrimmed: z.int().meta({ description: 'in all: what the model is no longer given' }),
    tokens: z.int(),
  },
  /** A limit of what may be spent is near, or reached. */
  'parley.budget': {
    scope: z
      .enum(['session', 'day', 'month'])
      .meta({ description: 'the session, or its key by UTC day or month' }),
    unit: z.enum(['usd', 'tokens']),
    limit: z.string().meta({ description: 'a decimal' }),
    used: z.string().meta({ description: 'a decimal' }),
    state: z.enum(['warning', 'exhausted']),
  },
  'parley.perception': {
    itemId: z.string().nullable(),
    scope: z.enum(['chunk', 'utterance']),
    perception,
  },
} satisfies Record<string, z.ZodRawShape>;

type Fields = typeof extensionEventFields;
export type ExtensionEventType = keyof Fields;

/** An extension event before the connection has given it its `event_id`. */
export type ExtensionEventBody = {
  [K in ExtensionEventType]: { type: K } & z.output<z.ZodObject<Fields[K]>>;
}[ExtensionEventType];

/** A schema of each extension event as it goes over the wire, by its type. */
export const extensionEventSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(extensionEventFields).map(([type, fields]) => [
    type,
    z.strictObject({ type: z.literal(type), event_id: z.string(), ...fields }),
  ]),
);
