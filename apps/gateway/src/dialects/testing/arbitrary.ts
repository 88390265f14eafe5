import * as fc from 'fast-check';
import { z } from 'zod';

/** Values of a schema, for the kinds of schema that the protocol's events are made of. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodString) return fc.string();
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNull) return fc.constant(null);
  if (schema instanceof z.ZodUnknown) return fc.jsonValue();
  if (schema instanceof z.ZodNumber) return schema.isInt ? fc.nat(1_000_000) : numberOf(schema);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()));
  if (schema instanceof z.ZodReadonly) return arbitraryOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodTuple)
    return fc.tuple(...schema.def.items.map((item: z.core.$ZodType) => arbitraryOf(item)));
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option: z.core.$ZodType) => arbitraryOf(option)));
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.string({ minLength: 1 }), arbitraryOf(schema.valueType), { maxKeys: 3 });
  if (schema instanceof z.ZodObject) return objectOf(schema);
  throw new Error(`no arbitrary for a schema of type ${schema.constructor.name}`);
}

const numberOf = (schema: z.ZodNumber): fc.Arbitrary<number> => {
  const { minValue, maxValue } = schema;
  return fc.double({ noNaN: true, min: minValue ?? -1e6, max: maxValue ?? 1e6 });
};

function objectOf({ shape }: z.ZodObject): fc.Arbitrary<unknown> {
  const optional: string[] = [];
  const fields = Object.entries(shape).map(([key, field]: [string, z.core.$ZodType]) => {
    const isOptional = field instanceof z.ZodOptional || field instanceof z.ZodExactOptional;
    if (isOptional) optional.push(key);
    return [key, arbitraryOf(isOptional ? field.unwrap() : field)] as const;
  });
  const requiredKeys = fields.map(([key]) => key).filter((key) => !optional.includes(key));
  return fc.record(Object.fromEntries(fields), { requiredKeys });
}
