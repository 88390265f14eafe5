import type { ProtocolError } from '@parley/protocol';

/** What a key may be used for: sessions over a socket or a call, or the other endpoints. */
export const scopes = ['realtime', 'rest'] as const;
export type Scope = (typeof scopes)[number];

/** Who a request comes from. */
export interface Principal {
  /** Name of the key in logs, limits and usage; never the key. */
  readonly keyId: string;
  readonly scopes: readonly Scope[];
}

export type Authentication =
  | { readonly principal: Principal; readonly refusal?: never }
  | {
      readonly refusal: { readonly status: 401 | 503; readonly error: ProtocolError };
      readonly principal?: never;
    };
