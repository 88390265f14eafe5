import type { ResponseStatusDetails } from '@parley/protocol';
import { find, update } from '../conversation/items';
import { deadlines } from '../deadlines';
import { serverToolSettings } from '../tools/scheduling';
import type { ServerTool } from '../tools/server-tool';
import type { Live } from './state';
import type { Step } from './step';

/** Begins a call, whatever else is going on. */
export function runTool(
  step: Step,
  { itemId, tool, argumentsJson }: { itemId: string; tool: ServerTool; argumentsJson: string },
): void {
  step.setTools({ running: [...step.state.tools.running, { itemId, tool }] });
  step.do({ type: 'call_tool', itemId, tool, argumentsJson, language: step.state.language });
  step.do({ type: 'set_timer', key: `tool:${itemId}`, afterMs: deadlines.toolMs });
}

export function toolOver(step: Step, itemId: string): void {
  step.setTools({ running: step.state.tools.running.filter((call) => call.itemId !== itemId) });
  step.do({ type: 'clear_timer', key: `tool:${itemId}` });
}

/**
 * A response ends while its calls run. Where the user spoke over it they run on: what they do may already be done, and
 * their results are wanted all the same. Whoever cancels a response gives up its calls.
 */
export function leaveTools(step: Step, { response }: Live, details: ResponseStatusDetails | null): void {
  const goOn = details?.type === 'cancelled' && details.reason === 'turn_detected';
  for (const call of step.state.tools.running) {
    const { itemId } = call;
    const outputIndex = response.closed.findIndex((item) => item.id === itemId);
    if (outputIndex < 0) continue;
    const entry = find(step.state.conversation, itemId);
    const declared = serverToolSettings(step.state.session.parley, call.tool).on_interruption;
    if (goOn && declared !== 'cancel' && entry !== undefined) {
      const { running } = step.state.tools;
      step.setTools({
        running: running.map((other) => (other === call ? { ...call, outputIndex } : other)),
      });
      step.set({
        conversation: update(step.state.conversation, itemId, (old) => ({
          ...old,
          call: old.call === null ? null : { ...old.call, running: true },
        })),
      });
      continue;
    }
    step.do({ type: 'cancel_tool', itemId });
    toolOver(step, itemId);
  }
}
