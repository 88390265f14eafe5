/** Other names for models. `*` in a name stands for any characters; the target `default` is the default model. */
export type Aliases = readonly Alias[];

interface Alias {
  readonly pattern: RegExp;
  readonly target: string;
}

/**
 * Names that clients of the OpenAI Realtime API send of themselves. They name a speech-to-speech model, which
 * Parley is as a whole, so they mean its default language model.
 */
const realtimeNames = 'default=default,gpt-realtime*=default,gpt-*-realtime*=default';

/** "name=provider/model,pattern*=default": the entries given come before the built-in ones. */
export function parseAliases(text: string): Aliases {
  return [...text.split(','), ...realtimeNames.split(',')]
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const split = entry.indexOf('=');
      const name = entry.slice(0, split).trim();
      const target = entry.slice(split + 1).trim();
      if (split < 1 || target === '') throw new Error(`"${entry}" is not of the form name=provider/model`);
      return { pattern: new RegExp(`^${name.split('*').map(escape).join('.*')}$`, 'i'), target };
    });
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

export const findAlias = (aliases: Aliases, name: string): string | undefined =>
  aliases.find(({ pattern }) => pattern.test(name))?.target;
