import * as fc from 'fast-check';

/** As much of JSON Schema as the protocol's schemas use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values for properties of this name; undefined: the schema says. */
export type Named = (property: string) => fc.Arbitrary<unknown> | undefined;

/** Values that a schema takes, or nearly: what it cannot say (a refinement) is left to `named`. */
export function arbitraryOf(schema: JsonSchema, named: Named): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => arbitraryOf(branch, named)));
  if (schema.not !== undefined) return fc.constant(null);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => ofType(type, schema, named)));
}

function ofType(type: string, schema: JsonSchema, named: Named): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectOf(schema, named);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, named), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'string':
      if (schema.pattern !== undefined)
        return fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
      return fc.string({
        unit: 'grapheme',
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 40, 40),
      });
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -(2 ** 31),
        max: Math.min(schema.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1),
      });
    case 'number':
      return fc.double({ noNaN: true, min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6 });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

/** An object with more optional fields than this gets a few of them only: with all of them one is always wrong. */
const manyFields = 5;

function objectOf(schema: JsonSchema, named: Named): fc.Arbitrary<unknown> {
  const { properties } = schema;
  if (properties === undefined)
    return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, named(name) ?? arbitraryOf(inner, named)]),
  );
  const required = [...(schema.required ?? [])];
  const optional = Object.keys(fields).filter((name) => !required.includes(name));
  if (optional.length <= manyFields) return fc.record(fields, { requiredKeys: required });
  return fc
    .subarray(optional, { maxLength: 2 })
    .chain((some) =>
      fc.record(
        Object.fromEntries(Object.entries(fields).filter(([name]) => [...required, ...some].includes(name))),
      ),
    );
}
