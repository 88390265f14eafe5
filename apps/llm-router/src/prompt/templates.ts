/** In place of Parley's own words, by name; empty: nothing is said. */
export type Templates = Readonly<Record<string, string>>;

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** Parley's own words, but for the guidance, which depends on the model. */
export const ownWords = {
  persona: 'The caller {{persona}}; let that shape your tone, do not mention it.',
  language: 'Reply in {{language}}.',
  unseen: '(The user showed {{images}} here, which you cannot see. If it matters, say so.)',
  memory:
    'What you remember of the caller and of this conversation before its first message below:\n{{memory}}',
} as const;

/** A template filled in; a line of which every variable is empty is left out. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const valueOf = (name: string): string => (Object.hasOwn(values, name) ? (values[name] ?? '') : '');
  return template
    .split('\n')
    .filter((line) => {
      const names = [...line.matchAll(placeholder)].map(([, name = '']) => name);
      return names.length === 0 || names.some((name) => valueOf(name) !== '');
    })
    .map((line) => line.replaceAll(placeholder, (_, name: string) => valueOf(name)))
    .join('\n')
    .trim();
}
