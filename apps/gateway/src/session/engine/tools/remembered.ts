import type { ConversationItem } from '@parley/protocol';
import type { Entry } from '../conversation/state';
import type { Approvals } from './approvals';

/** A call of a server's tool with what the model is told came of it: there always is something. */
export interface RememberedCall {
  readonly callId: string;
  readonly name: string;
  readonly argumentsJson: string;
  readonly output: string;
}

/** undefined: this is no such call, or another item tells of it. */
export function remembered(entry: Entry, approvals: Approvals): RememberedCall | undefined {
  const { item, call } = entry;
  if (item.type === 'mcp_call') {
    const output = outcome(item, call?.running === true);
    return { callId: item.id, name: call?.name ?? item.name, argumentsJson: item.arguments || '{}', output };
  }
  if (item.type !== 'mcp_approval_request' || approvals.called.has(item.id)) return undefined;
  const name = call?.name ?? item.name;
  return { callId: item.id, name, argumentsJson: item.arguments || '{}', output: decision(entry, approvals) };
}

function outcome(item: Extract<ConversationItem, { type: 'mcp_call' }>, running: boolean): string {
  if (item.output !== null) return item.output;
  if (item.error !== null) return `The tool failed: ${item.error.message}`;
  return running
    ? 'The tool is still running. Its result will be here as soon as it is known; do not call it again.'
    : 'The call was given up before there was a result.';
}

function decision({ item, call }: Entry, { answers }: Approvals): string {
  const answer = answers.get(item.id);
  if (answer === undefined) return 'The call has not run yet: the user has been asked to approve it.';
  // A request that the client itself has told of is history, and nothing runs for it.
  if (answer.approve)
    return `The user approved the call; it ${call === null ? 'has not run' : 'is about to run'}.`;
  return answer.reason === null
    ? 'The user did not approve this call.'
    : `The user did not approve this call: ${answer.reason}`;
}
