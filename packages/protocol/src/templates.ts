import { z } from 'zod';

/** The parts of a prompt that the server writes itself. */
export const templateNames = ['guidance', 'persona', 'language', 'unseen', 'memory', 'remember'] as const;
export type TemplateName = (typeof templateNames)[number];

/** What each may name between `{{` and `}}`. */
const templateVariables = {
  /** How to speak, first in every prompt of a spoken answer. */
  guidance: [],
  /** Beside the caller's words: how they were said. */
  persona: ['persona'],
  /** Beside the caller's words: the language to answer in. */
  language: ['language'],
  /** In place of images, to a model that does not see. */
  unseen: ['images'],
  /** After the instructions: what is remembered of what is no longer in the conversation. */
  memory: ['memory', 'summary', 'facts'],
  /** What the model is told that is to remember a conversation. */
  remember: ['max_facts', 'max_length'],
} as const satisfies Record<TemplateName, readonly string[]>;

/** In place of the server's own words; empty: nothing is said. What is absent is said as the server says it. */
export type Templates = Readonly<Partial<Record<TemplateName, string>>>;

const placeholder = /\{\{\s*([\w.-]*)\s*\}\}/g;
const maxTemplateChars = 8_192;

const template = (name: TemplateName) =>
  z
    .string()
    .max(maxTemplateChars)
    .superRefine((text, context) => {
      const known: readonly string[] = templateVariables[name];
      const unknown = [...text.matchAll(placeholder)].find(([, variable = '']) => !known.includes(variable));
      if (unknown === undefined) return;
      const has = known.length === 0 ? 'none' : known.join(', ');
      context.addIssue({
        code: 'custom',
        message: `The template has no variable '${unknown[1] ?? ''}'; it has ${has}.`,
      });
    });

/** Of an operator's file. */
export const templatesSchema = z.strictObject({
  guidance: template('guidance').exactOptional(),
  persona: template('persona').exactOptional(),
  language: template('language').exactOptional(),
  unseen: template('unseen').exactOptional(),
  memory: template('memory').exactOptional(),
  remember: template('remember').exactOptional(),
});

/** Of a session: null puts the server's own words back. */
export const templatesPatchSchema = z.strictObject({
  guidance: template('guidance').nullable().exactOptional(),
  persona: template('persona').nullable().exactOptional(),
  language: template('language').nullable().exactOptional(),
  unseen: template('unseen').nullable().exactOptional(),
  memory: template('memory').nullable().exactOptional(),
  remember: template('remember').nullable().exactOptional(),
});
