import type { Session, Templates } from '@parley/protocol';

/** What a session does where the client has not said otherwise: by its transport and the operator's settings. */
export interface BehaviourDefaults {
  readonly speculation: boolean;
  /** Infinity: as far ahead as synthesis is let. */
  readonly maxLeadMs: number;
  readonly interruption: 'immediate' | 'decide';
  /** The client pauses its player when it is told to. */
  readonly pauses: boolean;
  /** The operator's words in place of the server's own. */
  readonly templates: Templates;
  /** Who remembers conversations; empty: the session's model. */
  readonly memoryModel: string;
  /** Times in a row that a user who says nothing is spoken to. */
  readonly maxIdlePrompts: number;
  /** The client hears what is said beside the conversation. */
  readonly backchannels: boolean;
  /** Of one response, whatever the client says. */
  readonly maxOutputTokens: number | 'inf';
  readonly maxResponseMs: number;
}

export interface InterruptionPolicy {
  readonly mode: 'immediate' | 'decide';
  /** Speech that interrupts by its length alone. */
  readonly minSpeechMs: number;
  readonly minWords: number;
  readonly ignoreBackchannels: boolean;
  readonly textInput: boolean;
}

export interface Behaviour {
  readonly maxIdlePrompts: number;
  readonly speculation: boolean;
  readonly maxLeadMs: number;
  /** Spoken audio of one response. */
  readonly maxResponseMs: number;
  readonly interruption: InterruptionPolicy;
}

/** A client that knows nothing beyond the reference's protocol. */
export const stockBehaviour: BehaviourDefaults = {
  speculation: true,
  maxLeadMs: Infinity,
  interruption: 'immediate',
  pauses: false,
  templates: {},
  memoryModel: '',
  maxIdlePrompts: Infinity,
  backchannels: false,
  maxOutputTokens: 'inf',
  maxResponseMs: Infinity,
};

/** The server's words to the model that are not its own: the client's go before the operator's. */
export const templatesOf = ({ parley }: Session, { templates }: BehaviourDefaults): Templates => ({
  ...templates,
  ...withoutNulls(parley?.templates),
});

const withoutNulls = (given: object | undefined): Templates =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, text]) => text !== null));

/** A word of assent is over by then; of a sentence there is more to come. */
const minSpeechMs = 700;

export const maxLeadMsOf = ({ parley }: Session, defaults: BehaviourDefaults): number =>
  parley?.max_lead_ms ?? defaults.maxLeadMs;

export function behaviourOf(session: Session, defaults: BehaviourDefaults): Behaviour {
  const { parley } = session;
  const asked = parley?.interruption;
  return {
    maxIdlePrompts:
      parley?.max_idle_prompts === undefined
        ? defaults.maxIdlePrompts
        : (parley.max_idle_prompts ?? Infinity),
    speculation: parley?.speculation ?? defaults.speculation,
    maxLeadMs: maxLeadMsOf(session, defaults),
    maxResponseMs: maxResponseMsOf(session, defaults),
    interruption: {
      mode: asked?.mode ?? defaults.interruption,
      minSpeechMs: asked?.min_speech_ms ?? minSpeechMs,
      minWords: asked?.min_words ?? 1,
      ignoreBackchannels: asked?.ignore_backchannels ?? true,
      textInput: asked?.text_input ?? false,
    },
  };
}

/** The lower of what the client and the operator allow. */
export const maxResponseMsOf = ({ parley }: Session, defaults: BehaviourDefaults): number =>
  Math.min(parley?.max_response_ms ?? Infinity, defaults.maxResponseMs);
