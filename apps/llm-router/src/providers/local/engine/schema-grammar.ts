import type { JsonSchema } from '../../../chat/types';

const primitives = String.raw`
char ::= [^"\\\x7F\x00-\x1F] | "\\" (["\\bfnrt/] | "u" [0-9a-fA-F]{4})
string ::= "\"" char* "\""
integer ::= "-"? ("0" | [1-9] [0-9]{0,15})
number ::= integer ("." [0-9]{1,16})? ([eE] [-+]? [0-9]{1,3})?
boolean ::= "true" | "false"
null ::= "null"
value ::= string | number | boolean | null | object | array
object ::= "{" (string ": " value (", " string ": " value)*)? "}"
array ::= "[" (value (", " value)*)? "]"
`.trim();

const maxDepth = 8;

/** Rules of one grammar, about: beyond them a schema's parts are any JSON value, and its texts and lists of any length. */
const maxRules = 10_000;

/** What one part of a schema makes at the most, beside its bounds. */
const rulesOfPart = 4;

/** Longer texts and lists have no bound in the grammar: each of its steps is a rule of its own. */
const maxBound = 600;

/** A text as a GBNF literal. */
export const literal = (text: string): string =>
  `"${text.replaceAll(/["\\\n\r\t]/g, (char) => escapes[char] ?? char)}"`;

const escapes: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/**
 * JSON schemas as GBNF rules. Structure, types, enums, which properties must be there and how long texts and lists
 * may be hold; limits of numbers and patterns do not, and what is not understood ($ref …) is any JSON value.
 */
export class SchemaGrammar {
  readonly #rules = new Map<string, string>();
  #left = maxRules;

  /** Adds rules and returns the name of the one for this schema. */
  add(name: string, schema: unknown, depth = 0): string {
    if (!isRecord(schema) || depth > maxDepth || this.#left < rulesOfPart) return 'value';
    this.#left -= rulesOfPart;
    const { type, enum: values, const: only, anyOf, oneOf, properties, items } = schema;
    if (Array.isArray(values)) {
      if (values.length > this.#left) return 'value';
      this.#left -= values.length;
      return this.#rule(name, values.map(json).join(' | '));
    }
    if (only !== undefined) return this.#rule(name, json(only));
    const choices = anyOf ?? oneOf;
    if (Array.isArray(choices)) return this.#either(name, choices, depth);
    if (Array.isArray(type)) {
      return this.#either(
        name,
        [...new Set<unknown>(type)].map((each) => ({ ...schema, type: each })),
        depth,
      );
    }
    if (type === 'object' || (type === undefined && properties !== undefined))
      return this.#object(name, schema, depth);
    if (type === 'array' && items !== undefined) {
      const item = this.add(`${name}-item`, items, depth + 1);
      const more = this.#bound(schema['maxItems']);
      if (more === 0) return this.#rule(name, '"[]"');
      const rest = more === undefined ? '*' : `{0,${more - 1}}`;
      return this.#rule(name, `"[" (${item} (", " ${item})${rest})? "]"`);
    }
    const most = type === 'string' ? this.#bound(schema['maxLength']) : undefined;
    if (most !== undefined) return this.#rule(name, `"\\"" char{0,${most}} "\\""`);
    return ['string', 'integer', 'number', 'boolean', 'null', 'array'].includes(String(type))
      ? String(type)
      : 'value';
  }

  /** The whole grammar with this root. */
  text(root: string): string {
    const rules = [...this.#rules].map(([name, body]) => `${name} ::= ${body}`);
    return [`root ::= ${root}`, ...rules, primitives].join('\n');
  }

  #bound(limit: unknown): number | undefined {
    const bound = boundOf(limit);
    if (bound === undefined || bound > this.#left) return undefined;
    this.#left -= bound;
    return bound;
  }

  #rule(name: string, body: string): string {
    this.#rules.set(name, body);
    return name;
  }

  #either(name: string, schemas: readonly unknown[], depth: number): string {
    const names = schemas.map((schema, index) => this.add(`${name}-${index}`, schema, depth + 1));
    return this.#rule(name, names.join(' | '));
  }

  #object(name: string, schema: JsonSchema, depth: number): string {
    const given = schema['properties'];
    const properties = isRecord(given) ? Object.entries(given) : [];
    if (properties.length === 0) return given === undefined ? 'object' : this.#rule(name, '"{}"');
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    // From the last property to the first: what may follow, when one came before and when none did.
    let rest = { first: '""', later: '""' };
    for (const [index, [key, value]] of [...properties.entries()].toReversed()) {
      const rule = this.add(`${name}-p${index}`, value, depth + 1);
      const pair = `${literal(`${JSON.stringify(key)}: `)} ${rule} ${rest.later}`;
      const must = required.includes(key);
      rest = {
        first: this.#rule(`${name}-f${index}`, must ? pair : `${pair} | ${rest.first}`),
        later: this.#rule(`${name}-l${index}`, must ? `", " ${pair}` : `", " ${pair} | ${rest.later}`),
      };
    }
    return this.#rule(name, `"{" ${rest.first} "}"`);
  }
}

const boundOf = (limit: unknown): number | undefined =>
  typeof limit === 'number' && limit >= 0 && limit <= maxBound ? Math.floor(limit) : undefined;

const json = (value: unknown): string => literal(JSON.stringify(value));

const isRecord = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
