import type { FunctionCallItem, ParleySettings, Scheduling } from '@parley/protocol';
import type { Entry } from '../conversation/state';
import { onceFor } from '../once-for';
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
  const call = callsIn(entries).byId.get(callId)?.item;
  return call === undefined ? undefined : settingsOf(parley, call.name).scheduling;
}

type CallEntry = Entry & { readonly item: FunctionCallItem };

interface Calls {
  readonly byId: ReadonlyMap<string, CallEntry>;
  /** Ids of calls, by the response that made them. */
  readonly ofResponse: ReadonlyMap<string, readonly string[]>;
  readonly answered: ReadonlySet<string>;
}

const isCall = (entry: Entry): entry is CallEntry => entry.item.type === 'function_call';

/** Once for a conversation as it is: outputs of many responses may wait, and are looked at with every event. */
const callsIn = onceFor((entries: readonly Entry[]): Calls => {
  const byId = new Map<string, CallEntry>();
  const ofResponse = new Map<string, string[]>();
  const answered = new Set<string>();
  for (const entry of entries) {
    if (entry.item.type === 'function_call_output') answered.add(entry.item.call_id);
    if (!isCall(entry)) continue;
    const { item, origin } = entry;
    if (!byId.has(item.call_id)) byId.set(item.call_id, entry);
    // Nobody answers a call that was cut off.
    if (origin === null || item.status === 'incomplete') continue;
    const made = ofResponse.get(origin.responseId) ?? [];
    made.push(item.call_id);
    ofResponse.set(origin.responseId, made);
  }
  return { byId, ofResponse, answered };
});

/** Undefined: no response made it. */
export const responseOfCall = (entries: readonly Entry[], callId: string): string | undefined =>
  callsIn(entries).byId.get(callId)?.origin?.responseId;

/** Every call of the response that made this one has its output. */
export function areAllAnswered(entries: readonly Entry[], callId: string): boolean {
  const responseId = responseOfCall(entries, callId);
  if (responseId === undefined) return true;
  const { ofResponse, answered } = callsIn(entries);
  return (ofResponse.get(responseId) ?? []).every((id) => answered.has(id));
}
