import {
  rateLimitError,
  requestError,
  type McpListToolsItem,
  type McpListedTool,
  type McpTool,
  type Tool,
} from '@parley/protocol';
import { append, find, lastId, previousId, update } from '../conversation/items';
import { entryOf } from '../conversation/state';
import { deadlines, limits } from '../deadlines';
import { allowed, hasAllNamed } from '../tools/filter';
import { listingOf, sameServer, serverKey } from '../tools/listing';
import { prepare } from './prepare';
import { roomIn } from './room';
import type { Step } from './step';

/** Asks the MCP servers among these for their tools, unless that was done already. */
export function listServers(step: Step, tools: readonly Tool[]): void {
  const servers = tools.filter(isMcp);
  if (servers.length === 0 && step.state.tools.listings.length === 0) return;
  forget(step, servers);
  for (const server of servers) {
    const known = listingOf(step.state.tools.listings, server);
    if (known !== undefined && known.status !== 'failed') continue;
    if (!mayList(step)) return step.error(rateLimitError(tooMany));
    list(step, server);
  }
}

const tooMany =
  'An MCP server was not asked for its tools: the conversation has too many items, or too many servers are being asked.';

const underWay = ({ state: { tools } }: Step): number =>
  tools.listings.filter(({ status }) => status === 'listing').length;

const mayList = (step: Step): boolean => underWay(step) < limits.maxListings && roomIn(step.state) > 0;

/** Servers that nothing uses any more. One that is being asked is heard out, as its item waits for that. */
function forget(step: Step, servers: readonly McpTool[]): void {
  const { session, live, tools } = step.state;
  const plans = live.flatMap(({ response }) => response.plan.tools);
  const used = new Set([...servers, ...session.tools.filter(isMcp), ...plans.filter(isMcp)].map(serverKey));
  const listings = tools.listings.filter(
    ({ status, server }) => status === 'listing' || used.has(serverKey(server)),
  );
  if (listings.length < tools.listings.length) step.setTools({ listings });
}

const isMcp = (tool: Tool): tool is McpTool => tool.type === 'mcp';

function list(step: Step, server: McpTool): void {
  const itemId = step.ctx.ids.item();
  const roundsAhead = Math.floor(underWay(step) / limits.maxListingsAtOnce);
  const others = step.state.tools.listings.filter((known) => !sameServer(known.server, server));
  step.setTools({ listings: [...others, { server, itemId, status: 'listing', tools: [] }] });
  const item: McpListToolsItem = {
    id: itemId,
    type: 'mcp_list_tools',
    status: 'in_progress',
    server_label: server.server_label,
    tools: [],
    error: null,
  };
  const previousItemId = lastId(step.state.conversation);
  step.set({ conversation: append(step.state.conversation, entryOf(item)) });
  step.emit({ type: 'mcp_list_tools.in_progress', item_id: itemId });
  step.emit({ type: 'conversation.item.added', previous_item_id: previousItemId, item });
  step.do({ type: 'list_tools', itemId, server });
  step.do({ type: 'set_timer', key: `list:${itemId}`, afterMs: deadlines.listMs * (1 + roundsAhead) });
}

/** null: they could not be listed, and `message` says why; else it says which are not among them. */
export function toolsListed(
  step: Step,
  itemId: string,
  listed: readonly McpListedTool[] | null,
  message: string,
): void {
  const { listings } = step.state.tools;
  const listing = listings.find((other) => other.itemId === itemId);
  if (listing?.status !== 'listing') return;
  const entry = find(step.state.conversation, itemId);
  step.do({ type: 'clear_timer', key: `list:${itemId}` });
  const tools = allowed(listing.server, listed ?? []);
  const status = listed === null ? 'failed' : 'ready';
  step.setTools({
    listings: listings.map((other) => (other === listing ? { ...other, status, tools } : other)),
  });
  step.emit({ type: `mcp_list_tools.${listed === null ? 'failed' : 'completed'}`, item_id: itemId });
  const previousItemId = previousId(step.state.conversation, itemId);
  if (entry?.item.type === 'mcp_list_tools' && previousItemId !== undefined) {
    const error = listed === null ? message : null;
    const item: McpListToolsItem = { ...entry.item, status: 'completed', tools: [...tools], error };
    step.set({ conversation: update(step.state.conversation, itemId, (old) => ({ ...old, item })) });
    step.do({ type: 'persist', change: { kind: 'item', previousItemId, item } });
    step.emit({ type: 'conversation.item.done', previous_item_id: previousItemId, item });
  }
  if (listed !== null && message !== '' && !hasAllNamed(listing.server, listed))
    step.error(requestError('unsupported_value', incomplete(listing.server, message)));
  prepare(step);
}

const incomplete = ({ server_label: label }: McpTool, leftOut: string): string =>
  `Not all tools of the MCP server '${label}' are listed, and no model is told of the others: ${leftOut}. 'allowed_tools' does not reach them.`;
