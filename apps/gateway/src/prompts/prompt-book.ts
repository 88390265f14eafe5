import { invalidValue, type Prompt, type ProtocolError, type Templates } from '@parley/protocol';

/** One version of a template: instructions with `{{variables}}`. */
export interface PromptTemplate {
  readonly id: string;
  readonly version: string;
  readonly instructions: string;
}

export type Rendered =
  | { readonly instructions: string; readonly error?: never }
  | { readonly error: ProtocolError; readonly instructions?: never };

const placeholder = /\{\{\s*([A-Za-z_][A-Za-z0-9_.-]{0,63})\s*\}\}/g;

/**
 * The operator's prompt templates, and their words in place of the server's own. Of several versions of a prompt the
 * last is taken unless another is asked for.
 */
export class PromptBook {
  constructor(
    private readonly prompts: readonly PromptTemplate[] = [],
    readonly templates: Templates = {},
  ) {}

  /** @param param where the prompt stands in the event, for errors */
  render(prompt: Prompt, param: string): Rendered {
    const versions = this.prompts.filter(({ id }) => id === prompt.id);
    if (versions.length === 0) {
      return fault(`${param}.id`, `There is no prompt template '${prompt.id}'.`);
    }
    const template =
      prompt.version === undefined
        ? versions.at(-1)
        : versions.find(({ version }) => version === prompt.version);
    if (template === undefined) {
      return fault(`${param}.version`, `The prompt template '${prompt.id}' has no such version.`);
    }
    return fill(template.instructions, prompt.variables ?? {}, `${param}.variables`);
  }
}

/** Every variable of the template must be given, and no other: a slip in a name would otherwise never be seen. */
function fill(text: string, variables: Readonly<Record<string, string>>, param: string): Rendered {
  const names = new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''));
  const missing = [...names].find((name) => !Object.hasOwn(variables, name));
  if (missing !== undefined) {
    return fault(`${param}.${missing}`, `The prompt template needs the variable '${missing}'.`);
  }
  const surplus = Object.keys(variables).find((name) => !names.has(name));
  if (surplus !== undefined) {
    return fault(`${param}.${surplus}`, `The prompt template has no variable '${surplus}'.`);
  }
  return { instructions: text.replaceAll(placeholder, (_, name: string) => variables[name] ?? '') };
}

const fault = (param: string, message: string): Rendered => ({ error: invalidValue(param, message) });
