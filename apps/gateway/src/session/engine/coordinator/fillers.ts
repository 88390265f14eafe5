import type { Aside, Carrier, Settled } from '../aside/aside';
import { find } from '../conversation/items';
import { nextFiller, type FillerEvent, type FillerOutput } from '../filler/next';
import { phraseFor, promptFor, saidOf } from '../filler/phrases';
import { fillerPolicyOf, type FillerPolicy } from '../filler/settings';
import type { Wait } from '../filler/state';
import { awaitsModel, headMessage } from '../response/state';
import { askForWords, asidePlan, beginAside, written } from './aside-work';
import { isCarried } from './asides';
import { replyLanguage } from './context';
import { floorClock, soundingFiller } from './floor';
import { respond } from './outputs';
import { activeOf, type Live, type SessionState } from './state';
import type { Step } from './step';
import { giveWay } from './voice';

const policyOf = ({ state }: Step): FillerPolicy => fillerPolicyOf(state.session.parley?.responsiveness);

/** Bridges the silence that there is by now, if it is to be bridged. */
export function reviewFillers(step: Step): void {
  const { state } = step;
  if (state.session.parley?.responsiveness === undefined) return;
  for (const live of state.live) {
    const { aside } = live;
    // What is said in a message ends with it.
    if (aside?.kind === 'filler' && aside.into !== null && !isCarried(step, aside.into)) give(step, live);
  }
  audible(step);
  giveWay(step);
  fillerEvent(step, {
    type: 'seen',
    wait: isUserHeard(state) ? null : waitOf(step.state, policyOf(step)),
    interrupted: isUserHeard(state),
    silentFromMs: floorClock(state).endAtMs,
    spoken: state.spoken,
  });
}

/** Something of it is sent. */
function audible(step: Step): void {
  const { stage } = step.state.filler;
  const sounding = soundingFiller(step.state);
  if (stage.kind !== 'saying' || stage.audible || sounding?.aside?.kind !== 'filler') return;
  fillerEvent(step, { type: 'audible' });
  tell(step, sounding.response.id, sounding.aside, 'started');
}

/** Also where it is not known yet whether what is heard is speech to the assistant. */
const isUserHeard = ({ turn, interruption }: SessionState): boolean =>
  turn.open !== null || interruption.veils.length > 0;

/** What the user waits for, if nobody speaks. */
function waitOf(state: SessionState, policy: FillerPolicy): Wait | null {
  const active = activeOf(state);
  if (active === undefined) return clientsCalls(state);
  const { response, sentMs, writtenDeltas } = active;
  const { id, plan, outputs, head } = response;
  if (plan.modality !== 'audio' || sentMs > 0) return null;
  const output = outputs[head];
  if (output?.kind === 'server_call') return output.result === null ? { of: 'tool', id } : null;
  if (output === undefined)
    return awaitsModel(response) || response.llm.status === 'waiting' ? { of: 'answer', id } : null;
  const goesOn = output.kind === 'message' && !output.textDone;
  return goesOn && writtenDeltas <= policy.max_buffer_deltas ? { of: 'answer', id } : null;
}

/** Calls that the client runs, and has not answered. */
function clientsCalls({ openCalls, conversation, session }: SessionState): Wait | null {
  const [callId] = openCalls;
  if (callId === undefined || session.output_modalities[0] !== 'audio') return null;
  const call = conversation.entries.findLast(
    ({ item }) => item.type === 'function_call' && item.call_id === callId,
  );
  return { of: 'tool', id: call?.origin?.responseId ?? callId };
}

export function fillerEvent(step: Step, event: FillerEvent): void {
  const { state, out } = nextFiller(step.state.filler, event, policyOf(step), step.ctx.nowMs);
  step.set({ filler: state });
  for (const output of out) apply(step, output);
}

function apply(step: Step, output: FillerOutput): void {
  switch (output.type) {
    case 'wake':
      return step.do({ type: 'set_timer', key: 'filler', afterMs: output.afterMs });
    case 'sleep':
      return step.do({ type: 'clear_timer', key: 'filler' });
    case 'ask_words':
      return askWords(step);
    case 'say':
      return say(step, output.wait, output.text);
    case 'cancel':
      for (const live of step.state.live) if (isFillers(live.aside)) give(step, live);
  }
}

type FillersAside =
  | Extract<Aside, { kind: 'filler' }>
  | (Extract<Aside, { kind: 'words' }> & { of: 'filler' });

const isFillers = (aside: Aside | null): aside is FillersAside =>
  aside?.kind === 'filler' || (aside?.kind === 'words' && aside.of === 'filler');

const give = (step: Step, live: Live): void =>
  respond(step, live, { type: 'cancel', reason: 'turn_detected' });

function askWords(step: Step): void {
  const policy = policyOf(step);
  if (!askForWords(step, 'filler', policy, promptFor(policy)))
    fillerEvent(step, { type: 'words', text: null });
}

function say(step: Step, wait: Wait, text: string | null): void {
  const policy = policyOf(step);
  const { state } = step;
  const language = replyLanguage(state, state.language);
  const own = written(text ?? '');
  const phrase = own || phraseFor(policy, wait, language, state.filler.count - 1);
  const into = wait.of === 'answer' ? carrier(step, wait.id) : null;
  const active = activeOf(step.state);
  const { voice, format } = active?.response.plan ?? {};
  const plan = asidePlan(step, {
    modality: 'audio',
    metadata: { 'parley.filler': wait.of },
    ...(voice === undefined ? {} : { voice }),
    ...(format === undefined ? {} : { format }),
  });
  if (plan === undefined || phrase === '' || (wait.of === 'answer' && into === null))
    return fillerEvent(step, { type: 'said' });
  step.set({ filler: { ...step.state.filler, phrase } });
  const live = beginAside(step, plan, { kind: 'filler', of: wait.of, into, written: own !== '' });
  respond(step, live, { type: 'say', text: saidOf(policy, phrase) });
  if (into === null) remember(step, live.response.id);
}

/** Shown in so many responses of their own that a client may still speak of. */
const rememberedItems = 8;

function remember(step: Step, responseId: string): void {
  const { filler } = step.state;
  const itemId = step.live(responseId)?.response.outputs[0]?.itemId;
  if (itemId === undefined) return;
  step.set({ filler: { ...filler, itemIds: [...filler.itemIds, itemId].slice(-rememberedItems) } });
}

/** The message of the answer, which the client is shown ahead of its words. */
function carrier(step: Step, responseId: string): Carrier | null {
  const active = step.live(responseId);
  if (active === undefined) return null;
  respond(step, active, { type: 'open_message' });
  const answer = step.live(responseId)?.response;
  const message = answer && headMessage(answer);
  if (
    answer === undefined ||
    message === undefined ||
    find(step.state.conversation, message.itemId) === undefined
  )
    return null;
  return { responseId, itemId: message.itemId, outputIndex: answer.head };
}

/** Fillers that have ended, or begun to be heard. */
export function settleFiller(step: Step, { id, aside, text, status, heardMs }: Settled): void {
  if (!isFillers(aside)) return;
  if (aside.kind === 'words') {
    const words = status === 'completed' && written(text) !== '' ? text : null;
    return fillerEvent(step, { type: 'words', text: words });
  }
  const outcome = status === 'completed' ? 'spoken' : heardMs > 0 ? 'cut' : 'dropped';
  tell(step, id, aside, outcome);
  fillerEvent(step, { type: 'said' });
}

function tell(
  step: Step,
  fillerId: string,
  { of, into }: Extract<Aside, { kind: 'filler' }>,
  outcome: 'started' | 'spoken' | 'cut' | 'dropped',
): void {
  const { phrase } = step.state.filler;
  if (outcome !== 'started') step.do({ type: 'observe', what: 'filler', label: `${of}_${outcome}` });
  step.do({
    type: 'extension',
    event: { type: 'parley.filler', fillerId, responseId: into?.responseId ?? fillerId, of, outcome, phrase },
  });
}
