import { webSearchName, type McpCallError, type McpTool, type WebSearchTool } from '@parley/protocol';

/** A tool that runs on the server. */
export type ServerTool =
  | {
      readonly kind: 'mcp';
      readonly server: McpTool;
      readonly name: string;
      /** The client is asked before it runs. */
      readonly approval: boolean;
    }
  | { readonly kind: 'web_search'; readonly settings: WebSearchTool['providerData'] };

/** How its items name it: a search is shown as a call of a server of that label, which is what stock clients know. */
export const labelOf = (tool: ServerTool): string =>
  tool.kind === 'mcp' ? tool.server.server_label : webSearchName;

export const toolNameOf = (tool: ServerTool): string => (tool.kind === 'mcp' ? tool.name : webSearchName);

/** Where a search found what it says. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

export type CallResult =
  | { readonly output: string; readonly sources: readonly Source[]; readonly error?: never }
  | { readonly error: McpCallError; readonly output?: never };

/** Where a result stands that came when its response was over. */
export interface LateResult {
  /** The newest other item by then; null: there was none. */
  readonly after: string | null;
  /** The response that was made just then, and does not know of it; null: there was none. */
  readonly during: string | null;
}

/** What an entry remembers of the call it shows, or of the request to approve one. */
export interface EntryCall {
  /** The name the model called it by. */
  readonly name: string;
  readonly tool: ServerTool;
  /** It runs on although its response is over. */
  readonly running: boolean;
  /** Absent: its result came while its response waited for it. */
  readonly late?: LateResult;
}
