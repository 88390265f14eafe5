import type { Session } from '@parley/protocol';

/** Values that are said in pieces: a turn that holds one is not over at its first pause. */
export type ExpectedInput = 'phone' | 'email' | 'code' | 'address';

/** What names of parameters and their descriptions say; words of the names are parted by a space. */
const patterns: Readonly<Record<ExpectedInput, RegExp>> = {
  phone: /\b(?:phone|telephone|mobile|cell|fax|msisdn|callback) ?(?:number|no)?\b|\btel\b/i,
  email: /\be ?mail\b|\bmail address\b/i,
  code: /\b(?:code|pin|otp|passcode|iban|account number|card number|serial|tracking|reference|confirmation|order (?:id|number)|booking (?:id|number)|member(?:ship)? (?:id|number)|policy number|vin|zip|postcode)\b/i,
  address:
    /\b(?:postal|street|home|shipping|billing|delivery|mailing|pickup|dropoff)? ?address\b|\bstreet\b/i,
};
const notAnAddress = /\b(?:ip|web|mac|email|e mail|mail|wallet) address\b/i;

const mostProperties = 200;

/**
 * What the session's tools want to know that comes in pieces, by the names, formats and descriptions of their
 * parameters; what the client says itself goes before.
 */
export function expectedInputs({ tools, parley }: Session): ExpectedInput[] {
  if (parley?.expected_input !== undefined) return [...parley.expected_input];
  const found = new Set<ExpectedInput>();
  let left = mostProperties;
  const look = (schema: unknown, name: string): void => {
    if (typeof schema !== 'object' || schema === null || left-- <= 0) return;
    const { properties, items, description, format } = schema as JsonSchema;
    if (name !== '') for (const kind of kindsOf(name, description, format)) found.add(kind);
    if (typeof properties === 'object' && properties !== null) {
      for (const [key, value] of Object.entries(properties)) look(value, key);
    }
    if (items !== undefined) look(items, name);
  };
  for (const tool of tools) if (tool.type === 'function') look(tool.parameters, '');
  return [...found];
}

interface JsonSchema {
  readonly properties?: unknown;
  readonly items?: unknown;
  readonly description?: unknown;
  readonly format?: unknown;
}

function kindsOf(name: string, description: unknown, format: unknown): ExpectedInput[] {
  if (format === 'email') return ['email'];
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase();
  const byName = matching(words);
  if (byName.length > 0) return byName;
  // A long description mentions many things.
  return typeof description === 'string' && description.length <= 120 ? matching(description) : [];
}

function matching(text: string): ExpectedInput[] {
  const kinds: ExpectedInput[] = ['phone', 'email', 'code', 'address'];
  return kinds.filter(
    (kind) => patterns[kind].test(text) && !(kind === 'address' && notAnAddress.test(text)),
  );
}
