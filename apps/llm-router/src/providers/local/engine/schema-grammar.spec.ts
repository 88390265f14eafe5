import { SchemaGrammar } from './schema-grammar';

const grammarOf = (schema: unknown): string => {
  const grammar = new SchemaGrammar();
  return grammar.text(grammar.add('s', schema));
};

describe('the grammar of a schema', () => {
  it('holds what it holds', () => {
    const grammar = grammarOf({
      type: 'object',
      properties: { city: { type: ['string', 'null'] }, size: { type: 'string', maxLength: 3 } },
      required: ['city'],
    });
    expect(grammar).toContain('s-p0 ::= string | null');
    expect(grammar).toContain(String.raw`s-p1 ::= "\"" char{0,3} "\""`);
  });

  it('reads what is referred to within the schema, once, and nothing that only refers on', () => {
    const node = {
      type: 'object',
      properties: {
        size: { $ref: '#/$defs/size' },
        next: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] },
      },
      required: ['size', 'next'],
    };
    const size = { enum: ['S', 'M'] };
    const turn = (name: string) => ({ anyOf: [{ $ref: `#/$defs/${name}` }] });
    const $defs = { node, size, a: turn('b'), b: turn('a'), self: { $ref: '#/$defs/self' } };
    const lines = grammarOf({
      type: 'object',
      properties: Object.fromEntries(
        ['node', 'size', 'a', 'self'].map((key) => [key, { $ref: `#/$defs/${key}` }]),
      ),
      required: ['node', 'size', 'a', 'self'],
      $defs,
    }).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        's-r0 ::= value',
        's-r1 ::= s-r2',
        's-r2 ::= value',
        String.raw`s-r3 ::= "\"S\"" | "\"M\""`,
        String.raw`s-r4-f0 ::= "\"size\": " s-r3 s-r4-l1`,
        's-r4-p1 ::= s-r4 | null',
      ]),
    );
    expect(lines.filter((line) => line.includes('"\\"S\\""'))).toHaveLength(1);
  });

  it.each(['object', 'string'])('does not grow by a type that is named again: %s', (again) => {
    let schema: object = { type: 'string' };
    for (let depth = 0; depth < 7; depth += 1)
      schema = { type: ['object', ...Array.from({ length: 6 }, () => again)], properties: { a: schema } };
    expect(JSON.stringify(schema).length).toBeLessThan(1_000);
    expect(grammarOf(schema).length).toBeLessThan(10_000);
  });

  it('has an end whatever the schema: beyond it anything goes', () => {
    const texts = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`k${i}`, { type: 'string', maxLength: 600 }]),
      );
    const wide = { type: 'object', properties: texts(5_000) };
    const grammar = grammarOf(wide);
    expect(grammar.match(/\{0,600\}/g)?.length).toBeLessThan(20);
    expect(grammar).toContain('"\\"k4999\\": " ');
    const choice = { enum: Array.from({ length: 6_000 }, (_, i) => `choice ${i}`) };
    const choices = grammarOf({ type: 'object', properties: { a: choice, b: choice, c: choice } });
    expect(choices.split(' | ').length).toBeLessThan(10_100);
    expect(choices.match(/choice 5999/g)).toHaveLength(1);
    // Each is written twice by the one around it.
    let schema: object = { type: 'object', properties: {} };
    for (let depth = 0; depth < 8; depth += 1)
      schema = {
        type: 'object',
        properties: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, schema])),
      };
    expect(grammarOf(schema).split('\n').length).toBeLessThan(10_100);
  });
});
