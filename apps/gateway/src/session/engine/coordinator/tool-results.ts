import { find, lastId, previousId, update } from '../conversation/items';
import type { CallResult } from '../tools/server-tool';
import type { RunningCall } from '../tools/state';
import { serverToolSettings } from '../tools/scheduling';
import { respond } from './outputs';
import { toolOver } from './run-tool';
import { activeOf } from './state';
import type { Step } from './step';
import { speakOf } from './tool-answers';

/** What a call of a server's tool gave. A call that was given up meanwhile is nobody's. */
export function onToolResult(step: Step, itemId: string, result: CallResult): void {
  const { running, sources } = step.state.tools;
  const call = running.find((other) => other.itemId === itemId);
  if (call === undefined) return;
  toolOver(step, itemId);
  if (result.error === undefined) step.setTools({ sources: [...sources, ...result.sources] });
  const live = step.state.live.find(({ response }) =>
    response.outputs.some((output) => output.kind === 'server_call' && output.itemId === itemId),
  );
  if (live === undefined) settleLate(step, call, result);
  else respond(step, live, { type: 'tool_result', itemId, result });
}

export function toolOverdue(step: Step, itemId: string): void {
  step.do({ type: 'cancel_tool', itemId });
  const error = {
    type: 'protocol_error',
    code: -32_001,
    message: 'The tool did not answer in time.',
  } as const;
  onToolResult(step, itemId, { error });
}

/** The response of the call was spoken over. Its result is remembered from now on, and spoken of when nobody speaks. */
function settleLate(step: Step, { itemId, outputIndex = 0 }: RunningCall, result: CallResult): void {
  const { conversation } = step.state;
  const entry = find(conversation, itemId);
  if (entry?.item.type !== 'mcp_call' || entry.call === null) return;
  const outcome = result.error === undefined ? { output: result.output } : { error: result.error };
  const item = { ...entry.item, status: 'completed' as const, ...outcome };
  const last = lastId(conversation);
  const after = (last === itemId ? previousId(conversation, itemId) : last) ?? null;
  const during = activeOf(step.state)?.response.id ?? null;
  const late = last === itemId && during === null ? {} : { late: { after, during } };
  const call = { ...entry.call, running: false, ...late };
  step.set({ conversation: update(conversation, itemId, (old) => ({ ...old, item, call })) });
  step.do({ type: 'persist', change: { kind: 'update', item } });
  const what = result.error === undefined ? 'completed' : 'failed';
  step.emit({ type: `response.mcp_call.${what}`, output_index: outputIndex, item_id: itemId });
  speakOf(step, serverToolSettings(step.state.session.parley, call.tool).scheduling ?? 'when_idle');
}
