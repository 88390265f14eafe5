import { z } from 'zod';

const scoreSchema = z.strictObject({
  intelligence: z.number().optional(),
  math: z.number().optional(),
  coding: z.number().optional(),
});

/** "provider/model", or a model's bare name for whoever serves it → scores of any one scale. */
export const scoresSchema = z.record(z.string(), scoreSchema);

export type Score = z.output<typeof scoreSchema>;

/** The operator's view of which models are good: Parley ships none, as no free source of benchmarks is current. */
export class Scores {
  constructor(private readonly scores: z.output<typeof scoresSchema> = {}) {}

  /** @param name "provider/model" */
  of(name: string): Score {
    return this.scores[name] ?? this.scores[name.slice(name.lastIndexOf('/') + 1)] ?? {};
  }
}
