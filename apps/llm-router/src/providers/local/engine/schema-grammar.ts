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

/** A schema and what it refers to of itself. */
interface Document {
  readonly name: string;
  readonly schema: unknown;
  /** Rules of what was referred to. */
  readonly rules: Map<string, string>;
}

interface Place {
  readonly document: Document;
  readonly depth: number;
  /** What is being read and has written nothing yet: to refer to it again would come to no end. */
  readonly open: ReadonlySet<string>;
}

const nothingOpen: ReadonlySet<string> = new Set();
const beside = ({ depth, ...place }: Place): Place => ({ depth: depth + 1, ...place });
const inside = (place: Place): Place => ({ ...beside(place), open: nothingOpen });

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
 * may be hold; limits of numbers and patterns do not, and what is not understood is any JSON value. References are read
 * within the schema.
 */
export class SchemaGrammar {
  readonly #rules = new Map<string, string>();
  #left = maxRules;

  /** Adds rules and returns the name of the one for this schema. */
  add(name: string, schema: unknown): string {
    return this.#part(name, schema, {
      document: { name, schema, rules: new Map() },
      depth: 0,
      open: nothingOpen,
    });
  }

  #part(name: string, schema: unknown, place: Place): string {
    if (!isRecord(schema) || place.depth > maxDepth || this.#left < rulesOfPart) return 'value';
    this.#left -= rulesOfPart;
    const {
      $ref: reference,
      type,
      enum: values,
      const: only,
      anyOf,
      oneOf,
      allOf,
      properties,
      items,
    } = schema;
    if (typeof reference === 'string') return this.#referred(reference, place);
    if (Array.isArray(allOf) && allOf.length === 1) return this.#part(name, allOf[0], beside(place));
    if (Array.isArray(values)) {
      if (values.length > this.#left) return 'value';
      this.#left -= values.length;
      return this.#rule(name, values.map(json).join(' | '));
    }
    if (only !== undefined) return this.#rule(name, json(only));
    const choices = anyOf ?? oneOf;
    if (Array.isArray(choices)) return this.#either(name, choices, place);
    if (Array.isArray(type)) {
      return this.#either(
        name,
        [...new Set<unknown>(type)].map((each) => ({ ...schema, type: each })),
        place,
      );
    }
    if (type === 'object' || (type === undefined && properties !== undefined))
      return this.#object(name, schema, place);
    if (type === 'array' && items !== undefined) {
      const item = this.#part(`${name}-item`, items, inside(place));
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

  #referred(reference: string, place: Place): string {
    const { document, open } = place;
    const known = document.rules.get(reference);
    const target = pointedAt(document.schema, reference);
    if (open.has(reference) || target === undefined) return 'value';
    if (known !== undefined) return known;
    const name = `${document.name}-r${document.rules.size}`;
    document.rules.set(reference, name);
    const rule = this.#part(name, target, { ...beside(place), open: new Set([...open, reference]) });
    return rule === name ? name : this.#rule(name, rule);
  }

  #either(name: string, schemas: readonly unknown[], place: Place): string {
    const names = schemas.map((schema, index) => this.#part(`${name}-${index}`, schema, beside(place)));
    return this.#rule(name, names.join(' | '));
  }

  #object(name: string, schema: JsonSchema, place: Place): string {
    const given = schema['properties'];
    const properties = isRecord(given) ? Object.entries(given) : [];
    if (properties.length === 0) return given === undefined ? 'object' : this.#rule(name, '"{}"');
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    // From the last property to the first: what may follow, when one came before and when none did.
    let rest = { first: '""', later: '""' };
    for (const [index, [key, value]] of [...properties.entries()].toReversed()) {
      const rule = this.#part(`${name}-p${index}`, value, inside(place));
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

/** What a JSON pointer within the schema (RFC 6901) says; undefined = nothing. */
function pointedAt(schema: unknown, reference: string): unknown {
  if (!/^#(?:\/|$)/.test(reference)) return undefined;
  let at = schema;
  for (const step of reference.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isRecord(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

const json = (value: unknown): string => literal(JSON.stringify(value));

const isRecord = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
