import type { v1 } from '@parley/contracts';

/** An MCP server as a client named it. */
export interface McpServer {
  readonly label: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function toServer(wire: v1.McpServer.$Properties | null | undefined): McpServer {
  const { label, url, authorization, headers } = wire ?? {};
  return {
    label: label ?? '',
    url: url ?? '',
    headers: { ...headers, ...(authorization ? { Authorization: bearer(authorization) } : {}) },
  };
}

const bearer = (token: string): string => (/^\S+ \S/.test(token) ? token : `Bearer ${token}`);

/** The same for servers that one connection can serve. */
export const keyOf = ({ url, headers }: McpServer): string =>
  JSON.stringify([url, Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
