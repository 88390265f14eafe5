import type { MemoryStatePatch, Session } from '@parley/protocol';
import { stockBehaviour, type BehaviourDefaults } from '../behaviour';
import { mergeExtras, noExtras, type ExtrasChange, type SessionExtras } from '../../extras';
import type { Unannounced } from './announce';
import type { Aside } from '../aside/aside';
import type { Effect } from './effects';
import { noBackchannel, type BackchannelState } from '../backchannel/state';
import { emptyConversation, type Conversation } from '../conversation/state';
import { noFiller, type FillerState } from '../filler/state';
import { uninterrupted, type InterruptionState } from '../interruption/state';
import { noPerception, type PerceptionState } from '../perception/perception';
import { memoryView, noMemory, seeded, type MemoryState } from '../memory/state';
import { idleClock, type PlaybackClock } from '../playout/clock';
import { emptyGate, type Gate } from '../playout/gate';
import { mainLane, newResponse, type ResponseState } from '../response/state';
import type { ResponsePlan } from '../response/plan';
import { noSpeculation, type SpeculationState } from '../speculation/state';
import type { Marks, Speculated } from '../timing/timing';
import type { Chain, OfferedTool } from '../tools/offered';
import type { Source } from '../tools/server-tool';
import { noChain, noTools, type FollowUp, type ToolsState } from '../tools/state';
import { initialTurn, type TurnConfig, type TurnState } from '../turn/state';
import type { Service } from './events';

/** A response that has not ended, and what is kept beside its machine. */
export interface Live {
  readonly response: ResponseState;
  /** Made because a turn ended; else the client asked for it. */
  readonly auto: boolean;
  readonly clock: PlaybackClock;
  readonly marks: Marks;
  /** The newest item it knew when it began to think; null: there was none. */
  readonly knew: string | null;
  /** The turn it answers first. */
  readonly turnItemId: string | null;
  readonly inputAudioMs: number;
  readonly failovers: number;
  /** Of all its messages. */
  readonly sentMs: number;
  readonly writtenChars: number;
  /** Pieces in which the model wrote it. */
  readonly writtenDeltas: number;
  /** Its speech that is not let through yet. */
  readonly gate: Gate;
  readonly speculated: Speculated;
  readonly tools: LiveTools;
  /** Speech of the user may end it. */
  readonly interruptible: boolean;
  /** It is beside the conversation; null: a response. */
  readonly aside: Aside | null;
}

/** A response and the tools that run on the server. */
export interface LiveTools {
  /** As the model was last offered them. */
  readonly offered: readonly OfferedTool[];
  readonly chain: Chain;
  /** The server began it by itself, to speak about results; a client's request for that may still come. */
  readonly followUp: 'no' | 'unclaimed' | 'claimed';
  /** The client asked for the next response while its tools ran. */
  readonly asked: FollowUp['asked'];
  /** Of results that it can speak of. */
  readonly sources: readonly Source[];
}

export interface SessionState {
  readonly session: Session;
  readonly defaults: BehaviourDefaults;
  readonly extras: SessionExtras;
  readonly conversationId: string;
  readonly turn: TurnState;
  readonly conversation: Conversation;
  readonly live: readonly Live[];
  /** A turn was heard that no response has taken into account. */
  readonly owed: boolean;
  /** Playback of the default conversation, kept from one response to the next. */
  readonly clock: PlaybackClock;
  readonly perception: PerceptionState;
  /** Of the caller's last turn, ISO-639-1; empty: unknown. */
  readonly language: string;
  /** The assistant's voice was heard: voice and output format stay. */
  readonly spoken: boolean;
  /** Outages the client was told of and that go on. */
  readonly outages: readonly Service[];
  /** Another stt-worker took over in mid-speech and has not said anything of it yet. */
  readonly rehearing: boolean;
  readonly lastAudioAtMs: number;
  /** Marks of the newest turn until a response takes them. */
  readonly turnMarks: { readonly itemId: string; readonly marks: Marks } | null;
  /** User audio since the last response was asked for. */
  readonly newAudioMs: number;
  readonly speculation: SpeculationState;
  readonly interruption: InterruptionState;
  readonly filler: FillerState;
  readonly backchannel: BackchannelState;
  /** The session has begun to speak by itself, or no longer may. */
  readonly greeted: boolean;
  /** Until then nobody interrupts the assistant, monotonic milliseconds. */
  readonly protectedUntilMs: number;
  /** Silences in a row that were answered. */
  readonly idlePrompts: number;
  readonly tools: ToolsState;
  /** Turns whose words wait for how they were said. */
  readonly unannounced: readonly Unannounced[];
  /** Calls of the newest responses that have no output yet. */
  readonly openCalls: readonly string[];
  /** The last of them got its output, and no response has begun since. */
  readonly toolAnswered: boolean;
  /** The response that began because of that, as long as the client has not asked for it too. */
  readonly toolResponse: string | null;
  readonly memory: MemoryState;
  /** Why no response begins any more; null: they do. */
  readonly spent: string | null;
}

/** What came of an event. */
export interface Handled {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

export function initialState(
  opened: Session,
  conversationId: string,
  nowMs: number,
  defaults: BehaviourDefaults = stockBehaviour,
  extras?: ExtrasChange,
): SessionState {
  const { session, seed } = withoutSeed(opened);
  return {
    session,
    defaults,
    extras: mergeExtras(noExtras, extras),
    conversationId,
    turn: initialTurn,
    conversation: emptyConversation,
    live: [],
    owed: false,
    clock: idleClock,
    perception: noPerception,
    language: '',
    spoken: false,
    outages: [],
    rehearing: false,
    lastAudioAtMs: nowMs,
    turnMarks: null,
    newAudioMs: 0,
    speculation: noSpeculation,
    interruption: uninterrupted,
    filler: noFiller,
    backchannel: noBackchannel,
    greeted: false,
    protectedUntilMs: 0,
    idlePrompts: 0,
    tools: noTools,
    unannounced: [],
    openCalls: [],
    toolAnswered: false,
    toolResponse: null,
    memory: seed == null ? noMemory : seeded(noMemory, seed),
    spent: null,
  };
}

/**
 * The state with `change`. Field by field: copies made by spreading have a hidden class for every place that makes one,
 * and all that reads the state is slow for it.
 */
export function withChange(state: SessionState, change: Partial<SessionState>): SessionState {
  const copy: SessionState = {
    session: state.session,
    defaults: state.defaults,
    extras: state.extras,
    conversationId: state.conversationId,
    turn: state.turn,
    conversation: state.conversation,
    live: state.live,
    owed: state.owed,
    clock: state.clock,
    perception: state.perception,
    language: state.language,
    spoken: state.spoken,
    outages: state.outages,
    rehearing: state.rehearing,
    lastAudioAtMs: state.lastAudioAtMs,
    turnMarks: state.turnMarks,
    newAudioMs: state.newAudioMs,
    speculation: state.speculation,
    interruption: state.interruption,
    filler: state.filler,
    backchannel: state.backchannel,
    greeted: state.greeted,
    protectedUntilMs: state.protectedUntilMs,
    idlePrompts: state.idlePrompts,
    tools: state.tools,
    unannounced: state.unannounced,
    openCalls: state.openCalls,
    toolAnswered: state.toolAnswered,
    toolResponse: state.toolResponse,
    memory: state.memory,
    spent: state.spent,
  };
  return Object.assign(copy, change);
}

/** The settings of a session without what it is to remember, which is no setting. */
export function withoutSeed(session: Session): {
  readonly session: Session;
  /** null: everything is to be forgotten; undefined: nothing was said of it. */
  readonly seed: MemoryStatePatch | null | undefined;
} {
  const { parley } = session;
  if (parley?.memory?.state === undefined) return { session, seed: undefined };
  const { state, ...memory } = parley.memory;
  return { session: { ...session, parley: { ...parley, memory } }, seed: state };
}

/** As the client is told of it, and as it is stored: with what is remembered. */
export function withMemory({ session, memory }: SessionState): Session {
  const { parley } = session;
  if (parley?.memory == null) return session;
  return { ...session, parley: { ...parley, memory: { ...parley.memory, state: memoryView(memory) } } };
}

/** A response nobody was told of yet. */
export function newLive(id: string, plan: ResponsePlan, auto: boolean, nowMs: number): Live {
  return {
    response: newResponse(id, plan.conversational ? mainLane : id, plan, nowMs),
    auto,
    clock: idleClock,
    marks: {},
    turnItemId: null,
    knew: null,
    inputAudioMs: 0,
    failovers: 0,
    sentMs: 0,
    writtenChars: 0,
    writtenDeltas: 0,
    gate: emptyGate,
    speculated: 'none',
    tools: { offered: [], chain: noChain, followUp: 'no', asked: null, sources: [] },
    interruptible: true,
    aside: null,
  };
}

/** The response that speaks in the default conversation, if there is one. */
export const activeOf = (state: SessionState): Live | undefined =>
  state.live.find(({ response }) => response.lane === mainLane);

export function turnConfig({ audio }: Session): TurnConfig {
  const detection = audio.input.turn_detection;
  return {
    detection:
      detection === null
        ? null
        : {
            prefixPaddingMs:
              detection.type === 'server_vad' ? detection.prefix_padding_ms : semanticPaddingMs,
            createResponse: detection.create_response,
          },
    announce: audio.input.transcription !== null,
  };
}

/** Audio kept before speech with semantic_vad, which has no setting for it. */
export const semanticPaddingMs = 300;
