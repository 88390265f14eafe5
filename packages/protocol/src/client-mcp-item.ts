import { z } from 'zod';
import { clientItemBase, clientItemId, own } from './client-item-base';
import type { McpCallError } from './item';
import { serverLabel } from './mcp-tool';
import { isShallow } from './nesting';

const toolName = z.string().min(1).max(256);
const message = z.string().max(10_000);

const callError = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('protocol_error'), code: z.int(), message }),
  z.strictObject({ type: z.literal('http_error'), code: z.int(), message }),
  z.strictObject({ type: z.literal('tool_execution_error'), message }),
]);

const call = z
  .strictObject({
    ...clientItemBase,
    type: z.literal('mcp_call'),
    server_label: serverLabel,
    name: toolName,
    arguments: z.string(),
    approval_request_id: clientItemId.nullish(),
    output: z.string().nullish(),
    error: callError.nullish(),
  })
  .transform((item) => ({
    ...own(item),
    approval_request_id: item.approval_request_id ?? null,
    output: item.output ?? null,
    error: (item.error ?? null) satisfies McpCallError | null,
  }));

const shallowObject = z
  .record(z.string(), z.unknown())
  .refine(isShallow, { error: 'Expected at most 64 levels of nesting.' });

const listedTool = z
  .strictObject({
    name: toolName,
    description: z.string().nullish(),
    input_schema: shallowObject,
    annotations: shallowObject.nullish(),
  })
  .transform((tool) => ({
    ...tool,
    description: tool.description ?? '',
    annotations: tool.annotations ?? null,
  }));

const listTools = z
  .strictObject({
    ...clientItemBase,
    type: z.literal('mcp_list_tools'),
    server_label: serverLabel,
    tools: z.array(listedTool).max(512),
    error: message.nullish(),
  })
  .transform((item) => ({ ...own(item), error: item.error ?? null }));

const approvalRequest = z
  .strictObject({
    ...clientItemBase,
    type: z.literal('mcp_approval_request'),
    server_label: serverLabel,
    name: toolName,
    arguments: z.string(),
  })
  .transform((item) => own(item));

const approvalResponse = z
  .strictObject({
    ...clientItemBase,
    type: z.literal('mcp_approval_response'),
    approval_request_id: clientItemId,
    approve: z.boolean(),
    reason: message.nullish(),
  })
  .transform((item) => ({ ...own(item), reason: item.reason ?? null }));

/** Answers to requests for approval; and history of another session, as the server's own tools would have made it. */
export const clientMcpItems = [call, listTools, approvalRequest, approvalResponse] as const;
