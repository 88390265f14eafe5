import type { InterruptionPolicy } from '../behaviour';
import { countWords, isBackchannel } from './backchannels';
import { isEcho, isOnly } from './echo';

/** What is known by now of speech over the assistant. */
export interface Evidence {
  /** What the assistant is doing. `none`: it is done, and nobody is spoken over. */
  readonly over: 'thinking' | 'speaking' | 'none';
  /** There is more to come of what it says. */
  readonly goesOn: boolean;
  readonly speechMs: number;
  /** The voice is silent at the moment. */
  readonly silent: boolean;
  /** Empty: none yet. */
  readonly text: string;
  /** The transcript is the final one. */
  readonly final: boolean;
  readonly language: string;
  /** What the assistant said of late. */
  readonly playing: string;
  /** A word of attention that may still be in the air; empty: none. */
  readonly backchannel: string;
}

export type Verdict =
  /** Nothing is certain, and somebody may be speaking. */
  | { readonly kind: 'wait' }
  /** Nothing is certain, and nobody speaks: the assistant may go on meanwhile. */
  | { readonly kind: 'go_on' }
  /** It was nothing. */
  | { readonly kind: 'dismiss'; readonly reason: 'noise' | 'backchannel' | 'echo' }
  | { readonly kind: 'interrupt'; readonly reason: 'words' | 'length' | 'alone' };

/** Words of assent take no longer, drawn out. */
export const longestBackchannelMs = 1_500;

export function judge(evidence: Evidence, policy: InterruptionPolicy): Verdict {
  const { over, goesOn, speechMs, silent, text, final, language, playing, backchannel } = evidence;
  const words = countWords(text);
  const echo =
    (over === 'speaking' && isEcho(text, playing)) || (backchannel !== '' && isOnly(text, backchannel));
  const assent =
    over === 'speaking' &&
    policy.ignoreBackchannels &&
    goesOn &&
    speechMs <= longestBackchannelMs &&
    isBackchannel(text, language);
  if (final) {
    if (words === 0) return { kind: 'dismiss', reason: 'noise' };
    if (echo) return { kind: 'dismiss', reason: 'echo' };
    return assent ? { kind: 'dismiss', reason: 'backchannel' } : { kind: 'interrupt', reason: 'words' };
  }
  // Until there are words it may be that word alone.
  const mayBeEcho = backchannel !== '' && speechMs <= longestBackchannelMs && words === 0;
  if (over === 'none' && !silent && !mayBeEcho && !echo) return { kind: 'interrupt', reason: 'alone' };
  if (echo) return { kind: 'go_on' };
  if (!assent && words >= (over === 'thinking' ? 1 : policy.minWords)) {
    return { kind: 'interrupt', reason: 'words' };
  }
  if (speechMs >= policy.minSpeechMs && !assent && !mayBeEcho) return { kind: 'interrupt', reason: 'length' };
  return { kind: silent ? 'go_on' : 'wait' };
}
