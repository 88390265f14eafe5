import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Done } from './engines';

const lineSchema = z.strictObject({
  key: z.string(),
  tookMs: z.number(),
  /** What the recogniser read. */
  text: z.string().optional(),
  /** smart-turn's probability. */
  smartTurn: z.number().optional(),
});

type Line = z.output<typeof lineSchema>;

/**
 * What the slow engines made of each stretch, on disk, a line of JSON each: many policies are then compared over one
 * pass of the engines. It is right only as long as the models are the same.
 */
export class KeptWork {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const one = lineSchema.parse(JSON.parse(line));
      this.#lines.set(one.key, one);
    }
  }

  text(key: string): Done<string> | undefined {
    const line = this.#lines.get(key);
    return line?.text === undefined ? undefined : { result: line.text, tookMs: line.tookMs };
  }

  smartTurn(key: string): Done<number> | undefined {
    const line = this.#lines.get(key);
    return line?.smartTurn === undefined ? undefined : { result: line.smartTurn, tookMs: line.tookMs };
  }

  keep(line: Line): void {
    this.#lines.set(line.key, line);
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}
