import { z } from 'zod';
import type { Voice } from '../../workers/voice-list';

export const voiceSchema = z.object({
  /** What the requests to speak take. */
  voiceId: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string(),
  langCode: z.string(),
  languages: z.array(z.string()),
  tags: z.array(z.string()),
  source: z.literal('SYSTEM'),
});

export type InworldVoice = z.output<typeof voiceSchema>;

const names = new Intl.DisplayNames('en', { type: 'language' });

/** `en` → `EN_US`: with the country where most who speak it live, as Inworld writes it. */
export function langCode(language: string): string {
  const { region } = new Intl.Locale(language).maximize();
  return [language, region]
    .filter((part) => part !== undefined)
    .join('_')
    .toUpperCase();
}

export function toInworldVoice({ id, name, engine, languages, isDefault }: Voice): InworldVoice {
  const spoken = languages.map((language) => names.of(language) ?? language).join(', ');
  return {
    voiceId: id,
    name: id,
    displayName: name,
    description: `${spoken}; spoken by ${engine}`,
    langCode: langCode(languages[0] ?? 'en'),
    languages: [...languages],
    tags: isDefault ? ['default'] : [],
    source: 'SYSTEM',
  };
}

/** By language, given as `en`, `EN_US` or `en-US`; none given: every voice. */
export function inLanguages(voices: readonly Voice[], languages: readonly string[]): Voice[] {
  const wanted = new Set(languages.map((language) => language.toLowerCase().split(/[-_]/)[0] ?? ''));
  return voices.filter(({ languages: spoken }) => wanted.size === 0 || spoken.some((one) => wanted.has(one)));
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Empty = this was the last. */
  readonly nextToken: string;
}

/** undefined: the token is none of ours. */
export function pageOf<Item>(items: readonly Item[], size: number, token: string): Page<Item> | undefined {
  const from = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(from) || from < 0 || from > items.length) return undefined;
  const to = from + size;
  return {
    items: items.slice(from, to),
    nextToken: to < items.length ? Buffer.from(String(to)).toString('base64url') : '',
  };
}
