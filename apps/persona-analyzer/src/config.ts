import { list, loadEnv, milliseconds, serviceEnv, z } from '@parley/config';
import { measuredRules, traitNames, type SureRules } from './persona/sure';

const share = String.raw`(0(?:\.\d+)?|1(?:\.0+)?)`;
const rule = new RegExp(`^([A-Za-z]+)=(?:never|${share}:${share})$`);
const message = 'must be such as emotion=0.1:0.4,age=never, of ' + traitNames.join(', ');

/** "trait=confidence:margin", "trait=never", separated by commas; the others keep what was measured. */
const sureRules = list.transform((entries, ctx): SureRules => {
  const rules = { ...measuredRules };
  for (const entry of entries) {
    const [, name, confidence, margin] = rule.exec(entry) ?? [];
    const trait = traitNames.find((known) => known === name);
    if (trait === undefined) {
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    rules[trait] =
      confidence === undefined ? null : { confidence: Number(confidence), margin: Number(margin) };
  }
  return rules;
});

const schema = z.object({
  ...serviceEnv({ healthPort: 8084, slots: 100 }),
  /** Audio per chunk event when the caller does not say. */
  PARLEY_PERSONA_CHUNK_MS: milliseconds(1000, 60_000),
  /** When a trait is told to models and answered by voices. */
  PARLEY_PERSONA_SURE: sureRules,
});

export type PersonaConfig = z.output<typeof schema>;

export const config = (environment?: NodeJS.ProcessEnv): PersonaConfig => loadEnv(schema, environment);
