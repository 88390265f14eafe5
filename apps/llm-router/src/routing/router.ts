import { z } from 'zod';
import { conditionProblem } from './conditions';
import { toSnakeKeys } from './key-case';
import { modelName, selectionSchema } from './selection';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1–64 letters, digits, ".", "_" or "-"');

const generationSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  max_new_tokens: z.number().int().min(1).max(1_000_000).optional(),
});

const templateSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  /** `{{metadata.name}}`, `{{user}}`, `{{language}}`, `{{persona.emotion}}` are filled in. */
  content: z.string().max(65_536),
});

export type MessageTemplate = z.output<typeof templateSchema>;

const variantSchema = z
  .strictObject({
    variant_id: id,
    model_id: modelName.optional(),
    model_selection: selectionSchema.optional(),
    text_generation_config: generationSchema.default({}),
    message_templates: z.array(templateSchema).max(32).default([]),
  })
  .refine(({ model_id, model_selection }) => model_id !== undefined || model_selection !== undefined, {
    message: 'needs model_id or model_selection',
  });

export type Variant = z.output<typeof variantSchema>;

/** `{variant: {…}, weight}`; a variant may also stand for itself. */
const weightedSchema = z.preprocess(
  unwrap('variant'),
  z.strictObject({ variant: variantSchema, weight: z.number().min(0).max(1e6).default(1) }),
);

const routeSchema = z.strictObject({
  route_id: id,
  variants: z
    .array(weightedSchema)
    .min(1)
    .max(32)
    .refine((variants) => variants.some(({ weight }) => weight > 0), { message: 'need a weight above 0' }),
});

export type Route = z.output<typeof routeSchema>;

const conditionSchema = z
  .strictObject({ cel_expression: z.string().min(1).max(4_096) })
  .superRefine(({ cel_expression }, context) => {
    const problem = conditionProblem(cel_expression);
    if (problem !== undefined)
      context.addIssue({ code: 'custom', path: ['cel_expression'], message: problem });
  });

const conditionalSchema = z.preprocess(
  unwrap('route'),
  z.strictObject({ route: routeSchema, condition: conditionSchema }),
);

const bareRoute = z.preprocess(
  (value) => (isObject(value) && isObject(value['route']) ? value['route'] : value),
  routeSchema,
);

/** A router as Inworld's API has it; keys may be in camel or snake case. */
export const routerSchema = z.preprocess(
  (value) => toSnakeKeys(value),
  z
    .strictObject({
      name: z
        .string()
        .transform((name) => name.replace(/^(.*\/)?routers\//, ''))
        .pipe(id),
      display_name: z.string().max(256).default(''),
      /** Tried in order; the first whose condition holds is taken. */
      routes: z.array(conditionalSchema).max(64).default([]),
      default_route: bareRoute.optional(),
    })
    .refine(({ routes, default_route }) => routes.length > 0 || default_route !== undefined, {
      path: ['routes'],
      message: 'there must be a route or a default route',
    }),
);

export type Router = z.output<typeof routerSchema>;

/** As Inworld's API writes it. */
export const toResource = ({
  name,
  display_name,
  routes,
  default_route,
}: Router): Record<string, unknown> => ({
  name,
  displayName: display_name,
  routes,
  ...(default_route === undefined ? {} : { defaultRoute: default_route }),
});

/** Puts what stands beside `weight` or `condition` under its own name where a client left that out. */
function unwrap(name: 'variant' | 'route') {
  const beside = name === 'variant' ? 'weight' : 'condition';
  return (value: unknown): unknown => {
    if (!isObject(value) || name in value) return value;
    const { [beside]: other, ...inner } = value;
    return { [name]: inner, ...(other === undefined ? {} : { [beside]: other }) };
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
