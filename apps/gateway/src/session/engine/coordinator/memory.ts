import { sessionView, type MemoryStatePatch } from '@parley/protocol';
import { templatesOf } from '../behaviour';
import { contextOf } from '../conversation/context';
import { charsOf, entriesById } from '../conversation/items';
import type { Entry, EntryMemory } from '../conversation/state';
import { isTold, portion } from '../memory/portion';
import { memorySettings, type MemorySettings } from '../memory/settings';
import { jobLimits, noMemory, seeded, type MemoryState } from '../memory/state';
import { awaitsModel, type LlmUsage } from '../response/state';
import { replyLanguage } from './context';
import { draftOf } from './drafts';
import type { EngineEvent } from './events';
import { prepare } from './prepare';
import { withMemory } from './state';
import type { Step } from './step';

/** Remembers what is old of a conversation, never while somebody waits for an answer. */
export function remember(step: Step): void {
  const settings = memorySettings(step.state.session, step.state.defaults);
  if (settings === null) return abandon(step);
  const { conversation, memory, live } = step.state;
  if (memory.made === null && memory.looked === conversation) return;
  if (live.some(({ response }) => awaitsModel(response)) || draftOf(step) !== undefined) return;
  change(step, { looked: conversation, turns: turnsOf(conversation.entries) });
  if (memory.made !== null) accept(step, settings);
  else if (memory.job === null) begin(step, settings);
}

/** How full an answer of the conversation found its model's context; undefined or 0: unknown. */
export function contextTaken(step: Step, contextFill = 0): void {
  change(step, { contextFill, looked: null });
}

/** What came of a job. */
export function onRemembered(
  step: Step,
  { job, result, reason }: Extract<EngineEvent, { type: 'remembered' }>,
) {
  const { memory, conversation } = step.state;
  if (memory.job?.id !== job) return;
  step.do({ type: 'clear_timer', key: 'memory' });
  if (result === null) return failed(step, reason);
  step.do({ type: 'memory', outcome: 'made', tokens: tokensOf(result.usage) });
  const { itemIds } = memory.job;
  // Of what was taken away meanwhile nothing is remembered.
  const left = entriesById(conversation.entries);
  const whole = itemIds.every((id) => left.has(id));
  change(step, { job: null, failures: 0, looked: null, made: whole ? { ...result, itemIds } : null });
}

export function memoryOverdue(step: Step): void {
  const { job } = step.state.memory;
  if (job === null) return;
  step.do({ type: 'forget', job: job.id });
  failed(step, 'timeout');
}

/** The client gives the session another memory; null: none. Undefined: it says nothing of it. */
export function reseed(step: Step, seed: MemoryStatePatch | null | undefined): void {
  if (seed === undefined) return;
  const { memory } = step.state;
  if (seed === null) {
    abandon(step);
    mark(step, () => 'fresh');
    change(step, { ...noMemory, jobs: memory.jobs, turnsThen: memory.turns });
    return step.do({ type: 'persist_snapshot' });
  }
  const next = seeded(memory, seed);
  if (next === memory) return;
  abandon(step);
  change(step, { ...next, looked: null });
}

/** Tells the client of the session as it is, and has it stored. */
export function tellSession(step: Step): void {
  const session = withMemory(step.state);
  step.do({ type: 'persist_session', session });
  step.emit({ type: 'session.updated', session: sessionView(session) }, { session: step.state.extras });
}

function change(step: Step, memory: Partial<MemoryState>): void {
  step.set({ memory: { ...step.state.memory, ...memory } });
}

function abandon(step: Step): void {
  const { job } = step.state.memory;
  if (job === null) return;
  step.do({ type: 'forget', job: job.id }, { type: 'clear_timer', key: 'memory' });
  change(step, { job: null });
}

function begin(step: Step, settings: MemorySettings): void {
  const { memory, conversation, spent } = step.state;
  if (spent !== null) return;
  const crowded = isCrowded(step, settings);
  const due = crowded || memory.turns - memory.turnsThen >= settings.turnInterval;
  if (!due || memory.turns < memory.notBefore) return;
  const part = portion(conversation.entries, { keepItems: settings.keepItems, maxChars: memory.jobChars });
  if (part.length > 0) return ask(step, settings, part);
  if (crowded && trim(step, settings)) tell(step, 0, memory.shown);
}

function ask(step: Step, settings: MemorySettings, part: readonly Entry[]): void {
  const { state } = step;
  const job = { id: state.memory.jobs + 1, itemIds: part.map(({ item }) => item.id) };
  change(step, { job, jobs: job.id });
  const request = {
    model: settings.model,
    memory: state.memory.known,
    messages: contextOf(part, Infinity),
    maxFacts: settings.maxFacts,
    maxChars: settings.maxChars,
    language: replyLanguage(state, state.language),
    template: templatesOf(state.session, state.defaults).remember ?? '',
    user: state.extras.user,
    metadata: state.extras.metadata,
  };
  step.do(
    { type: 'remember', job: job.id, request },
    { type: 'set_timer', key: 'memory', afterMs: jobLimits.deadlineMs },
  );
}

/** Nobody is being answered: what was made is what is remembered from now on. */
function accept(step: Step, settings: MemorySettings): void {
  const { made, turns, version, shown } = step.state.memory;
  if (made === null) return;
  const remembered = new Set(made.itemIds);
  mark(step, ({ item, memory }) => (remembered.has(item.id) && memory === 'fresh' ? 'held' : memory));
  change(step, {
    known: made.memory,
    version: version + 1,
    turnsThen: turns,
    made: null,
    jobChars: jobLimits.maxChars,
    // There may be more to remember at once.
    looked: null,
  });
  if (isCrowded(step, settings)) trim(step, settings);
  if (!settings.trims) change(step, { shown: made.memory });
  tell(step, tokensOf(made.usage), shown);
}

function tell(step: Step, tokens: number, before: MemoryState['shown']): void {
  // The next answer need not wait until the prompt, which begins in another way now, is read.
  if (step.state.memory.shown !== before) prepare(step);
  tellSession(step);
  step.do({ type: 'persist_snapshot' });
  const { version, trimmed: itemsTrimmed } = step.state.memory;
  step.do({
    type: 'extension',
    event: { type: 'parley.memory', outcome: 'made', reason: null, version, itemsTrimmed, tokens },
  });
}

/** One cut for many turns: all that is remembered is no longer told, but for what is remembered of it. */
function trim(step: Step, { trims }: MemorySettings): boolean {
  const held = step.state.conversation.entries.filter(({ memory }) => memory === 'held').length;
  if (!trims || held === 0) return false;
  mark(step, ({ memory }) => (memory === 'held' ? 'trimmed' : memory));
  const { known, trimmed } = step.state.memory;
  change(step, { shown: known, trimmed: trimmed + held, contextFill: 0 });
  return true;
}

/** The high-water mark: more items than may be, or a context that fills up. */
function isCrowded({ state }: Step, { maxItems, trims }: MemorySettings): boolean {
  if (!trims) return false;
  const told = state.conversation.entries.filter((entry) => entry.memory !== 'trimmed' && isTold(entry));
  if (told.length > maxItems || state.memory.contextFill >= highWater) return true;
  const { truncation } = state.session;
  const tokens = typeof truncation === 'object' ? truncation.token_limits?.post_instructions : undefined;
  if (tokens === undefined) return false;
  return told.reduce((sum, entry) => sum + charsOf(entry), 0) >= highWater * tokens * charsPerToken;
}

/** Share of a model's context from which on it fills up: what `truncation` does begins above. */
const highWater = 0.55;
const charsPerToken = 4;

function failed(step: Step, reason: string): void {
  const { memory } = step.state;
  const { version, trimmed: itemsTrimmed } = memory;
  const outcome = 'failed';
  step.do(
    { type: 'memory', outcome, tokens: 0 },
    {
      type: 'extension',
      event: { type: 'parley.memory', outcome, reason, version, itemsTrimmed, tokens: 0 },
    },
  );
  const tooLong = reason === 'context_length_exceeded' && memory.jobChars > jobLimits.minChars;
  const failures = tooLong ? memory.failures : memory.failures + 1;
  change(step, {
    job: null,
    failures,
    jobChars: tooLong ? Math.max(jobLimits.minChars, memory.jobChars >> 1) : memory.jobChars,
    notBefore: tooLong ? 0 : memory.turns + Math.min(2 ** failures, jobLimits.maxWaitTurns),
    looked: null,
  });
}

function mark(step: Step, memoryOf: (entry: Entry) => EntryMemory): void {
  const { conversation } = step.state;
  const entries = conversation.entries.map((entry) => {
    const memory = memoryOf(entry);
    return memory === entry.memory ? entry : { ...entry, memory };
  });
  step.set({ conversation: { ...conversation, entries } });
}

const tokensOf = (usage: LlmUsage | null): number =>
  usage === null ? 0 : usage.inputTokens + usage.outputTokens;

const turnsOf = (entries: readonly Entry[]): number =>
  entries.filter(({ item, continues }) => item.type === 'message' && item.role === 'user' && !continues)
    .length;
