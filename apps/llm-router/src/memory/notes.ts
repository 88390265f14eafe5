import { z } from 'zod';
import { EngineError } from '@parley/engines-kit';
import type { Tool } from '../chat/types';
import type { MemoryBounds, Notes } from './merge';

const toolName = 'remember';
const maxNewFacts = 8;
const maxNewFactChars = 200;

/** What a model is told that is to remember; `{{max_facts}}` and `{{max_length}}` are the bounds. */
export const rememberTemplate =
  'You keep the memory of this conversation. Call remember with the lasting facts that the caller told of since ' +
  '(name, wishes, numbers, dates, decisions), each as one short sentence and not those that are there already, with ' +
  'the numbers of facts so far that no longer hold, and with a new summary of everything so far, in at most ' +
  '{{max_length}} characters. Write nothing that was not said, and write in the language of the conversation.';

/** A call of it is the form in which every kind of model can give more than words. */
export const rememberTool = ({ maxChars }: MemoryBounds): Tool => ({
  name: toolName,
  description: 'Writes down what is to be remembered of a conversation.',
  parameters: {
    type: 'object',
    properties: {
      facts: {
        type: 'array',
        items: { type: 'string', maxLength: maxNewFactChars },
        maxItems: maxNewFacts,
        description: 'New facts, one short sentence each.',
      },
      outdated: {
        type: 'array',
        items: { type: 'integer' },
        maxItems: maxNewFacts,
        description: 'Numbers of facts that no longer hold.',
      },
      summary: {
        type: 'string',
        maxLength: maxChars >> 1,
        description: 'What the conversation was about so far, in a few sentences.',
      },
    },
    required: ['facts', 'summary'],
  },
});

export const rememberChoice = { kind: 'function', name: toolName } as const;

/** For models that call no functions. */
export const asJson =
  'Answer with one JSON object and nothing else: {"facts": ["…"], "outdated": [1], "summary": "…"}';

const notesSchema = z.object({
  facts: z.array(z.string()).catch([]),
  outdated: z.array(z.number()).catch([]),
  summary: z.string().catch(''),
});

/**
 * What a model answered, as a call, as JSON in its words, or else as a summary in words.
 * @throws EngineError where it said nothing
 */
export function readNotes(text: string, argumentsJson: string | undefined): Notes {
  const notes = parsed(argumentsJson ?? '') ?? parsed(/\{[\s\S]*\}/.exec(text)?.[0] ?? '');
  if (notes !== undefined && (notes.summary !== '' || notes.facts.length > 0)) return notes;
  if (text.trim() === '') throw new EngineError('unknown', 'nothing_remembered', 'the model noted nothing');
  return { summary: text.trim(), facts: [], outdated: [] };
}

function parsed(json: string): Notes | undefined {
  try {
    const { data } = notesSchema.safeParse(JSON.parse(json));
    return data;
  } catch {
    return undefined;
  }
}
