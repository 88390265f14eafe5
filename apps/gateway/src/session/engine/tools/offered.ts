import {
  webSearchName,
  type FunctionTool,
  type McpListedTool,
  type McpTool,
  type Tool,
  type ToolChoice,
} from '@parley/protocol';
import { needsApproval } from './filter';
import { listingOf, type Listing } from './listing';
import type { ServerTool } from './server-tool';

/** A tool as the model is offered it. */
export interface OfferedTool {
  readonly definition: FunctionTool;
  /** null: the client runs it. */
  readonly server: ServerTool | null;
}

/** What a model is given to choose from. */
export interface Offer {
  readonly tools: readonly OfferedTool[];
  readonly choice: 'auto' | 'none' | 'required' | { readonly type: 'function'; readonly name: string };
}

export interface Chain {
  /** Responses that the server began by itself, one upon another, to speak about its tools. */
  readonly followUps: number;
  /** Of those before, the ones that searched the web. */
  readonly searches: number;
}

/** After so many the model has to speak. */
export const maxFollowUps = 8;

/** The tools by the names the model calls them by. A server's tool keeps its own name where it is free. */
export function offer(
  tools: readonly Tool[],
  choice: ToolChoice,
  listings: readonly Listing[],
  chain: Chain,
): Offer {
  const offered: OfferedTool[] = [];
  const taken = new Set(tools.flatMap((tool) => (tool.type === 'function' ? [tool.name] : [])));
  for (const tool of tools) {
    if (tool.type === 'function') offered.push({ definition: tool, server: null });
    else if (tool.type === 'mcp') {
      for (const listed of listingOf(listings, tool)?.tools ?? []) {
        const name = freeName(tool.server_label, listed.name, taken);
        offered.push(mcpTool(tool, listed, name));
      }
    } else if (chain.searches < tool.providerData.max_steps) {
      taken.add(webSearchName);
      const server = { kind: 'web_search', settings: tool.providerData } as const;
      offered.push({ definition: webSearch, server });
    }
  }
  return choose(offered, chain.followUps >= maxFollowUps ? 'none' : choice);
}

function choose(tools: readonly OfferedTool[], choice: ToolChoice): Offer {
  if (typeof choice === 'string') return { tools, choice: tools.length === 0 ? 'auto' : choice };
  if (choice.type === 'function') {
    const there = tools.some(({ definition }) => definition.name === choice.name);
    return { tools, choice: there ? choice : 'auto' };
  }
  const own = tools.filter(({ server }) => isOf(server, choice.server_label, choice.name));
  const [first] = own;
  if (first === undefined) return { tools, choice: 'auto' };
  if (choice.name === undefined) return { tools: own, choice: 'required' };
  return { tools, choice: { type: 'function', name: first.definition.name } };
}

/** A forced MCP tool that its server does not have, once it is known what it has. */
export function missingChoice(
  { tools }: Offer,
  choice: ToolChoice,
): Extract<ToolChoice, { type: 'mcp' }> | undefined {
  if (typeof choice !== 'object' || choice.type !== 'mcp') return undefined;
  const there = tools.some(({ server }) => isOf(server, choice.server_label, choice.name));
  return there ? undefined : choice;
}

const isOf = (server: ServerTool | null, label: string, name: string | undefined): boolean =>
  server?.kind === 'mcp' &&
  server.server.server_label === label &&
  (name === undefined || server.name === name);

function mcpTool(server: McpTool, listed: McpListedTool, name: string): OfferedTool {
  const context = server.server_description;
  const description = context === undefined ? listed.description : `${listed.description}\n(${context})`;
  return {
    definition: { type: 'function', name, description, parameters: listed.input_schema },
    server: { kind: 'mcp', server, name: listed.name, approval: needsApproval(server, listed) },
  };
}

const maxNameChars = 64;

/** As every provider takes it. */
export const modelToolName = (name: string): string =>
  name.replaceAll(/[^a-zA-Z0-9_-]/g, '_').slice(-maxNameChars);

function freeName(label: string, name: string, taken: Set<string>): string {
  let free = modelToolName(name);
  if (taken.has(free) || free === webSearchName) free = modelToolName(`${label}__${name}`);
  for (let count = 2; taken.has(free); count += 1) free = modelToolName(`${label}__${name}_${count}`);
  taken.add(free);
  return free;
}

const webSearch: FunctionTool = {
  type: 'function',
  name: webSearchName,
  description:
    'Searches the web for current facts. Answer from the results in one or two short sentences, name the site they ' +
    'are from, and never read out addresses.',
  parameters: {
    type: 'object',
    properties: { query: { type: 'string', description: 'What to search for, in a few words.' } },
    required: ['query'],
    additionalProperties: false,
  },
};
