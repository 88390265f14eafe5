import { z } from 'zod';

export const serverLabel = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, {
  error: "Expected a string that matches '^[a-zA-Z0-9_-]{1,64}$'.",
});

const toolName = z.string().min(1).max(256);
const toolNames = z.array(toolName).max(512);

/** Headers that belong to the connection or to MCP itself. */
const ours =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|mcp-.*|accept)$/i;

const headers = z
  .record(
    z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/),
    z
      .string()
      .max(8192)
      .regex(/^[\t\x20-\x7e\x80-\xff]*$/),
  )
  .refine((given) => Object.keys(given).length <= 32, { error: 'Expected at most 32 headers.' })
  .refine((given) => !Object.keys(given).some((name) => ours.test(name)), {
    error: 'Expected no header that the connection itself needs.',
  });

const filterSchema = z
  .strictObject({ tool_names: toolNames.nullish(), read_only: z.boolean().nullish() })
  .transform(present);

const approvalSchema = z
  .strictObject({ always: filterSchema.nullish(), never: filterSchema.nullish() })
  .transform(present);

const filterObject = z.object({
  tool_names: z.array(z.string()).exactOptional(),
  /** Only tools whose annotations say that they change nothing (or, if false, that they may). */
  read_only: z.boolean().exactOptional(),
});
export type McpToolFilter = z.output<typeof filterObject>;

/** As it is shown: without `authorization` and `headers`, which are nobody's to see again. */
export const mcpToolObject = z.object({
  type: z.literal('mcp'),
  server_label: z.string(),
  server_url: z.string(),
  server_description: z.string().exactOptional(),
  allowed_tools: z.union([z.array(z.string()), filterObject]).exactOptional(),
  require_approval: z
    .union([
      z.enum(['always', 'never']),
      z.object({ always: filterObject.exactOptional(), never: filterObject.exactOptional() }),
    ])
    .exactOptional(),
});

export type McpTool = z.output<typeof mcpToolObject> & {
  /** An OAuth access token. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const mcpToolSchema = z
  .strictObject({
    type: z.literal('mcp'),
    server_label: serverLabel,
    server_url: z.url({ protocol: /^https?$/ }).max(2048),
    server_description: z.string().max(2000).nullish(),
    // Only the values that ask for nothing: see unsupported.ts.
    connector_id: z.null().optional(),
    tunnel_id: z.null().optional(),
    allowed_callers: z.array(z.literal('direct')).nullish(),
    defer_loading: z.literal(false).nullish(),
    authorization: z
      .string()
      .max(8192)
      .regex(/^[\x20-\x7e]*$/)
      .nullish(),
    headers: headers.nullish(),
    allowed_tools: z.union([toolNames, filterSchema]).nullish(),
    require_approval: z.union([z.enum(['always', 'never']), approvalSchema]).nullish(),
  })
  .transform(
    ({ connector_id: _c, tunnel_id: _t, allowed_callers: _a, defer_loading: _d, ...tool }): McpTool =>
      present(tool),
  );

type Present<T> = {
  [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** Without what is null or undefined. */
function present<T extends object>(value: T): Present<T>;
function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each != null));
}
