/** Field names whose values never reach a log line: credentials, and what people said. */
export const redactedFields: readonly string[] = [
  'apiKey',
  'api_key',
  'authorization',
  'Authorization',
  'clientSecret',
  'client_secret',
  'cookie',
  'key',
  'password',
  'secret',
  'token',
  'arguments',
  'instructions',
  'prompt',
  'text',
  'transcript',
];

export const censor = '[redacted]';

const hidden = new Set(redactedFields);

/** At the top and down to three levels below it. */
const depth = 3;

/**
 * `fields` with the censor for what must not be seen; itself when there is nothing to hide. One walk rather than a path
 * for every name and level, which took longer than the turn that was logged.
 */
export function redacted<Fields extends object>(fields: Fields, levels = depth): Fields {
  let shown = fields;
  for (const [name, value] of Object.entries(fields)) {
    const seen: unknown = hidden.has(name) ? censor : inside(value, levels);
    if (seen === value) continue;
    if (shown === fields) shown = Object.assign(Array.isArray(fields) ? [] : {}, fields);
    Object.assign(shown, { [name]: seen });
  }
  return shown;
}

function inside(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null || levels === 0) return value;
  // Errors are written by their serializer, and bytes have no names.
  return value instanceof Error || ArrayBuffer.isView(value) ? value : redacted(value, levels - 1);
}
