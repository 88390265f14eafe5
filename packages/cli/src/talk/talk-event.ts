import type { Perception } from './server-event';

/** What happens in a conversation, in the words of a caller. `atMs` counts from the connection. */
export type TalkEvent = { readonly atMs: number } & (
  | { readonly kind: 'speech-started' }
  | { readonly kind: 'speech-stopped' }
  | { readonly kind: 'partial'; readonly text: string }
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'not-understood'; readonly message: string }
  | { readonly kind: 'reply-started'; readonly responseId: string }
  | { readonly kind: 'reply-text'; readonly delta: string }
  | { readonly kind: 'reply-audio'; readonly itemId: string; readonly pcm: Int16Array }
  | {
      readonly kind: 'reply-done';
      readonly responseId: string;
      readonly status: string;
      readonly detail: string;
    }
  | { readonly kind: 'persona'; readonly scope: string; readonly perception: Perception }
  | {
      readonly kind: 'timing';
      readonly stages: Readonly<Record<string, number>>;
      readonly engines: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
);

type Narrow<K extends TalkEvent['kind'], E = TalkEvent> = E extends { readonly kind: K } ? E : never;
export type TalkEventOf<K extends TalkEvent['kind']> = Narrow<K>;
