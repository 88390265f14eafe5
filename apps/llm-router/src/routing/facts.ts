import type { v1 } from '@parley/contracts';
import type { ParsedRequest } from '../chat/parse-request';
import { surest, traits } from '../chat/surest';

/** What is known of a request when its model is chosen. */
export interface RoutingFacts {
  /** As the client gave it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The client's name for its user; variants stay the same for one. Empty = unknown. */
  readonly user: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  /** The surest label of each trait: `emotion`, `age`, `accent`, `speaking_rate`… */
  readonly persona: Readonly<Record<string, string>>;
  /** How sure each of them is, 0 to 1. */
  readonly personaConfidence: Readonly<Record<string, number>>;
  /** Which of them models are told. */
  readonly personaSure: Readonly<Record<string, boolean>>;
  readonly turn: TurnFacts;
}

interface TurnFacts {
  /** Of the last user message. */
  readonly text: string;
  readonly words: number;
  /** How many user messages there are. */
  readonly number: number;
  readonly images: number;
  readonly tools: number;
}

export function routingFacts(request: ParsedRequest): RoutingFacts {
  const { metadata, user, language, perception, messages, tools } = request;
  const turns = messages.filter((message) => message.role === 'user');
  const text = turns.at(-1)?.text ?? '';
  return {
    metadata,
    user,
    language,
    ...personaFacts(perception),
    turn: {
      text,
      words: text.split(/\s+/).filter((word) => word !== '').length,
      number: turns.length,
      images: turns.reduce((sum, turn) => sum + turn.images.length, 0),
      tools: tools.length,
    },
  };
}

/** A route is easily taken back, so an unsure label is one: a condition may ask how sure it is. */
function personaFacts(
  perception: v1.Perception.$Properties | undefined,
): Pick<RoutingFacts, 'persona' | 'personaConfidence' | 'personaSure'> {
  const persona: Record<string, string> = {};
  const personaConfidence: Record<string, number> = {};
  const personaSure: Record<string, boolean> = {};
  for (const trait of traits) {
    const best = surest(perception, trait);
    if (best === undefined) continue;
    const name = trait.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    persona[name] = best.label;
    personaConfidence[name] = best.confidence;
    personaSure[name] = best.sure;
  }
  return { persona, personaConfidence, personaSure };
}
