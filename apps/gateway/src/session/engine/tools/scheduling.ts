import type { ParleySettings, Scheduling } from '@parley/protocol';
import type { Entry } from '../conversation/state';
import { labelOf, toolNameOf, type ServerTool } from './server-tool';

type ToolSettings = NonNullable<ParleySettings['tools']>[string];

/** What the session says of a tool: by its own name before that of its server. */
export function settingsOf(parley: ParleySettings | undefined, ...names: readonly string[]): ToolSettings {
  const all = parley?.tools ?? {};
  return Object.assign({}, ...names.toReversed().map((name) => (Object.hasOwn(all, name) ? all[name] : {})));
}

export const serverToolSettings = (parley: ParleySettings | undefined, tool: ServerTool): ToolSettings =>
  settingsOf(parley, toolNameOf(tool), labelOf(tool));

/** Undefined: the client asks itself for the response that speaks of it. */
export function outputScheduling(
  parley: ParleySettings | undefined,
  entries: readonly Entry[],
  callId: string,
  own: Scheduling | undefined,
): Scheduling | undefined {
  if (own !== undefined) return own;
  const call = callOf(entries, callId);
  return call === undefined ? undefined : settingsOf(parley, call.name).scheduling;
}

function callOf(entries: readonly Entry[], callId: string) {
  for (const { item } of entries) if (item.type === 'function_call' && item.call_id === callId) return item;
  return undefined;
}

/** Undefined: no response made it. */
export const responseOfCall = (entries: readonly Entry[], callId: string): string | undefined =>
  entries.find(({ item }) => item.type === 'function_call' && item.call_id === callId)?.origin?.responseId;

/** Every call of the response that made this one has its output. */
export function areAllAnswered(entries: readonly Entry[], callId: string): boolean {
  const responseId = responseOfCall(entries, callId);
  if (responseId === undefined) return true;
  const outputs = new Set(
    entries.flatMap(({ item }) => (item.type === 'function_call_output' ? [item.call_id] : [])),
  );
  return entries.every(
    ({ item, origin }) =>
      item.type !== 'function_call' || origin?.responseId !== responseId || outputs.has(item.call_id),
  );
}
