/** What becomes of a conversation that is too long for its model. */
export interface Truncation {
  /** It is refused. */
  readonly disabled: boolean;
  /** Share of what fits that is kept by a cut; undefined = the server's own. */
  readonly retentionRatio: number | undefined;
  /** Most tokens after instructions and tools; undefined = as many as the model takes. */
  readonly postInstructionTokens: number | undefined;
}

/** What a cut leaves where the client does not say. */
const usualRetention = 0.75;

/** The bounds of `fit` for messages, of which the model takes `roomTokens`. */
export function boundsOf(
  truncation: Truncation | undefined,
  roomTokens: number,
  retention = usualRetention,
): { readonly maxTokens: number; readonly keepTokens: number } {
  const { disabled = false, retentionRatio, postInstructionTokens = Infinity } = truncation ?? {};
  const maxTokens = Math.max(0, Math.min(roomTokens, postInstructionTokens));
  return { maxTokens, keepTokens: disabled ? Infinity : maxTokens * (retentionRatio ?? retention) };
}
