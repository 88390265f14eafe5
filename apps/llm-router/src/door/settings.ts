import { z } from 'zod';
import type { AnswerFormat, Settings } from '../chat/settings';

const formatSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: z.string().regex(/^[\w-]{1,64}$/),
      description: z.string().nullish(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** The fields of a request that are told to providers as they are, where these have them. */
export const settingsSchema = {
  top_p: z.number().min(0).max(1).nullish(),
  stop: z.union([z.string().min(1), z.array(z.string().min(1)).max(16)]).nullish(),
  seed: z.number().int().nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  response_format: formatSchema.nullish(),
};

const schema = z.object(settingsSchema);

const none: Settings = {};

/** Those that change something: any model takes what is usual anyhow. */
export function settingsOf(body: z.output<typeof schema>): Settings {
  const { top_p, stop, seed, frequency_penalty, presence_penalty, response_format } = body;
  const given = top_p ?? stop ?? seed ?? frequency_penalty ?? presence_penalty ?? response_format;
  if (given == null) return none;
  const stops = typeof stop === 'string' ? [stop] : (stop ?? []);
  return {
    ...(top_p == null || top_p === 1 ? {} : { topP: top_p }),
    ...(stops.length === 0 ? {} : { stop: stops }),
    ...(seed == null ? {} : { seed }),
    ...(frequency_penalty ? { frequencyPenalty: frequency_penalty } : {}),
    ...(presence_penalty ? { presencePenalty: presence_penalty } : {}),
    ...(response_format == null ? {} : formatOf(response_format)),
  };
}

function formatOf(format: z.output<typeof formatSchema>): { readonly format?: AnswerFormat } {
  if (format.type === 'text') return {};
  if (format.type === 'json_object') return { format: { type: 'json' } };
  const { name, description, schema: of, strict } = format.json_schema;
  return {
    format: {
      type: 'schema',
      name,
      schema: of,
      ...(description == null ? {} : { description }),
      ...(strict == null ? {} : { strict }),
    },
  };
}
