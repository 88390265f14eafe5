import { invalidValue, type Metadata, type ProtocolError } from '@parley/protocol';
import type { Perception } from './engine/perception/perception';

type Json = Readonly<Record<string, unknown>>;

/** Wishes about how turns are heard; null: none. They go before what the session itself says. */
export interface HearingHints {
  readonly prompt: string | null;
  /** ISO-639-1, with or without a region. More than one: any of them may be spoken. */
  readonly languages: readonly string[] | null;
  /** Speech probability above which a frame is speech. */
  readonly threshold: number | null;
  /** How sure the end of a turn has to be, 0–1. */
  readonly confidence: number | null;
  readonly minSilenceMs: number | null;
  readonly maxSilenceMs: number | null;
}

/**
 * What some dialects can ask of a session beyond the GA shape, in words of no dialect. A client of the GA dialect
 * can neither set any of it nor is told of it.
 */
export interface SessionExtras {
  /** The client's name for its user: what a router picks by chance stays the same for one. Empty: unknown. */
  readonly user: string;
  /** For the conditions of routers; null: none. */
  readonly metadata: Metadata | null;
  readonly hearing: HearingHints;
  /** What the assistant speaks; empty: the language of the caller's last turn. */
  readonly speechLanguage: string;
  /** The voice does not follow the caller's mood. */
  readonly steadyVoice: boolean;
  /** Also the first words wait for their whole sentence. */
  readonly wholeSentences: boolean;
  /** The voice may change after the assistant was heard. */
  readonly voiceMayChange: boolean;
  /** How a turn was said is told with its words. */
  readonly voiceProfile: boolean;
  /** Once all calls have their outputs the next response begins by itself. */
  readonly answersTools: boolean;
  /** What the client said in its own dialect, to be said back. */
  readonly said: Json;
}

export const noExtras: SessionExtras = {
  user: '',
  metadata: null,
  hearing: {
    prompt: null,
    languages: null,
    threshold: null,
    confidence: null,
    minSilenceMs: null,
    maxSilenceMs: null,
  },
  speechLanguage: '',
  steadyVoice: false,
  wholeSentences: false,
  voiceMayChange: false,
  voiceProfile: false,
  answersTools: false,
  said: {},
};

export type ExtrasChange = Partial<Omit<SessionExtras, 'hearing'>> & {
  readonly hearing?: Partial<HearingHints>;
};

/** What a client's event asks for beyond its GA shape. */
export interface ClientExtras {
  readonly session?: ExtrasChange;
}

/** What a dialect may want to say with a server event beyond its GA shape. */
export interface ServerExtras {
  readonly session?: SessionExtras;
  /** How the words of the event were said. */
  readonly perception?: Perception;
  /** An error that names parameters as the client wrote them. */
  readonly asWritten?: boolean;
}

/** UTF-16 units of JSON. */
export const extrasLimits = {
  /** Of a session and of a response together: what llm-router takes. */
  metadataChars: 65_536,
  saidChars: 262_144,
} as const;

/** `param`: whose metadata makes it too much. */
export const metadataError = (metadata: Metadata | null, param: string): ProtocolError | undefined =>
  metadata === null || JSON.stringify(metadata).length <= extrasLimits.metadataChars
    ? undefined
    : invalidValue(
        param,
        `The metadata may have ${extrasLimits.metadataChars} characters as JSON, with what was set before.`,
      );

/** What was merged adds up: each change alone may be small. */
export function extrasError({ metadata, said }: SessionExtras): ProtocolError | undefined {
  const error = metadataError(metadata, 'session.metadata');
  if (error !== undefined) return error;
  if (JSON.stringify(said).length <= extrasLimits.saidChars) return undefined;
  const message = `A session may have ${extrasLimits.saidChars} characters of such settings as JSON, with those set before.`;
  return invalidValue('session', message);
}

/** Only keys that are there change; objects inside are merged too. */
export function mergeExtras(current: SessionExtras, change: ExtrasChange | undefined): SessionExtras {
  if (change === undefined) return current;
  const { hearing, metadata, said, ...rest } = change;
  return {
    ...current,
    ...rest,
    hearing: hearing === undefined ? current.hearing : { ...current.hearing, ...hearing },
    metadata: metadata ? { ...current.metadata, ...metadata } : metadata === null ? null : current.metadata,
    said: said === undefined ? current.said : merged(current.said, said),
  };
}

function merged(current: Json, change: Json): Json {
  const result: Record<string, unknown> = { ...current };
  for (const [key, value] of Object.entries(change)) {
    const held = Object.hasOwn(current, key) ? current[key] : undefined;
    result[key] = isObject(held) && isObject(value) ? merged(held, value) : value;
  }
  return result;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
