import { by } from './by';
import type { Evidence } from './by';

const gateway = 'apps/gateway/src/session';
const mcpSecrets = by(
  'apps/llm-router/src/tools/mcp/servers.spec.ts',
  'connects once, and sends the headers and the token it was given',
);
const mcpServer = by('apps/llm-router/src/tools/mcp/servers.spec.ts', 'lists and calls tools over %s');
const search = by(
  'apps/llm-router/src/tools/search/web-search.spec.ts',
  'takes the engine that is named, or the default, or the first, and says when there is none',
  'as Inworld has it',
);
const filters = 'apps/gateway/src/session/engine/tools/offered.spec.ts';
const allowed = by(filters, 'allowed_tools %j');
const approvalRules = by(filters, 'require_approval %j');
const approval = by(
  `${gateway}/engine/coordinator/tools.spec.ts`,
  'is asked for by an item, and nothing runs',
);

/** Of tools that the server runs. */
export const serverToolFields: Readonly<Record<string, Evidence>> = {
  'tools[].server_label': by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'follows the update, in the order of the reference, with an item that can be retrieved at once',
  ),
  'tools[].server_url': mcpServer,
  'tools[].server_description': by(filters, 'says of every tool what its server is'),
  'tools[].authorization': mcpSecrets,
  'tools[].headers': mcpSecrets,
  'tools[].allowed_tools.tool_names': allowed,
  'tools[].allowed_tools.read_only': allowed,
  'tools[].require_approval': approval,
  'tools[].require_approval.always.tool_names': approvalRules,
  'tools[].require_approval.always.read_only': approvalRules,
  'tools[].require_approval.never.tool_names': approvalRules,
  'tools[].require_approval.never.read_only': approvalRules,
  'tools[].providerData.engine': search,
  'tools[].providerData.max_results': by(
    'apps/llm-router/src/tools/search/web-search.spec.ts',
    'keeps results short',
    'as Inworld has it',
  ),
  'tools[].providerData.max_steps': by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'searches at most as often as it may, and its sources go with the answer',
    'as Inworld has it',
  ),
  'tool_choice.server_label': by(
    `${gateway}/engine/coordinator/tools.spec.ts`,
    'a forced tool that its server does not have fails the response, and names it',
  ),
};
