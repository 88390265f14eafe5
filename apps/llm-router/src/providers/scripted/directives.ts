import { isEngineErrorClass, type EngineErrorClass } from '@parley/engines-kit';

/** What the stand-in does with one message. */
export interface Script {
  readonly reply: string;
  readonly tools: readonly { readonly name: string; readonly argumentsJson: string }[];
  readonly fail: EngineErrorClass | undefined;
  /** Never answers. */
  readonly hang: boolean;
  /** Before the first token. */
  readonly waitMs: number;
  /** Says what it was told, word for word, in place of `reply`. */
  readonly recites: boolean;
}

/**
 * Reads directives from the last user text: `[[reply: …]]`, `[[repeat: n]]`, `[[prompt]]` (says all that it was
 * told), `[[fail: class]]`, `[[hang]]`, `[[wait: ms]]` and, repeatable, `[[tool: name {json}]]`. Without any the reply
 * is "You said: <text>.".
 */
export function readScript(text: string): Script {
  const directives = [...text.matchAll(/\[\[(\w+)(?::\s*([\s\S]*?))?\]\](?![\]},])/g)].map(
    ([, name, value]) => ({
      name: name ?? '',
      value: (value ?? '').trim(),
    }),
  );
  const valueOf = (name: string) => directives.find((directive) => directive.name === name)?.value;
  const fail = valueOf('fail');
  const tools = directives.filter(({ name }) => name === 'tool').map(({ value }) => readTool(value));
  return {
    reply: valueOf('reply') ?? repeated(valueOf('repeat')) ?? (tools.length > 0 ? '' : `You said: ${text}.`),
    tools,
    fail: fail === undefined || isEngineErrorClass(fail) ? fail : 'unknown',
    hang: valueOf('hang') !== undefined,
    waitMs: Number(valueOf('wait') ?? 0),
    recites: valueOf('prompt') !== undefined,
  };
}

function repeated(count: string | undefined): string | undefined {
  if (count === undefined) return undefined;
  return Array.from({ length: Number(count) }, (_, index) => `This is sentence ${index + 1}.`).join(' ');
}

function readTool(value: string): Script['tools'][number] {
  const [name = '', ...rest] = value.split(/\s+/);
  return { name, argumentsJson: rest.join(' ') || '{}' };
}

/** Words with the blank before them, as models make tokens. */
export const tokensOf = (reply: string): string[] => reply.match(/\s*\S+/g) ?? [];
