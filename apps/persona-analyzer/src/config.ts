import { loadEnv, milliseconds, serviceEnv, z } from '@parley/config';

const schema = z.object({
  ...serviceEnv({ healthPort: 8084, slots: 100 }),
  /** Audio per chunk event when the caller does not say. */
  PARLEY_PERSONA_CHUNK_MS: milliseconds(1000, 60_000),
});

export type PersonaConfig = z.output<typeof schema>;

export const config = (): PersonaConfig => loadEnv(schema);
