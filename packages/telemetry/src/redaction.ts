/** Field names whose values never reach a log line: credentials, and what people said. */
const secretFields = [
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
];

const privateFields = ['arguments', 'instructions', 'prompt', 'text', 'transcript'];

const depth = 3;

/** At the top of a line and down to three levels below it. */
export const redactedPaths: string[] = [...secretFields, ...privateFields].flatMap((field) =>
  Array.from({ length: depth + 1 }, (_, level) => '*.'.repeat(level) + field),
);
