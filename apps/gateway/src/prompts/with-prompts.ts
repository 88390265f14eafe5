import type { ProtocolError, ResponseParams, SessionPatch } from '@parley/protocol';
import type { PromptBook } from './prompt-book';

export type Prompted<T> = { readonly ok: T; readonly error?: never } | { readonly error: ProtocolError };

/**
 * A prompt template gives the instructions, unless the same update has its own. Where one is taken away, the
 * instructions are the server's again.
 * @param had the session has a template now
 */
export function promptedSession(
  patch: SessionPatch,
  book: PromptBook,
  server: { readonly had: boolean; readonly instructions: string },
): Prompted<SessionPatch> {
  if (patch.type === 'transcription' || patch.prompt === undefined) return { ok: patch };
  const { prompt, instructions } = patch;
  if (prompt === null) {
    const back = server.had && instructions === undefined;
    return { ok: back ? { ...patch, instructions: server.instructions } : patch };
  }
  const rendered = book.render(prompt, 'session.prompt');
  if (rendered.error) return rendered;
  return { ok: { ...patch, instructions: instructions ?? rendered.instructions } };
}

/** The same for one response. */
export function promptedResponse(params: ResponseParams, book: PromptBook): Prompted<ResponseParams> {
  const { prompt, instructions } = params;
  if (prompt == null) return { ok: params };
  const rendered = book.render(prompt, 'response.prompt');
  if (rendered.error) return rendered;
  return { ok: { ...params, instructions: instructions ?? rendered.instructions } };
}
