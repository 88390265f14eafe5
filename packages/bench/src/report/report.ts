import fs from 'node:fs';
import path from 'node:path';
import { describeMachine, machineLine } from './machine';
import type { Machine } from './machine';

/** What every benchmark gets: prints for people as it goes, and one JSON line last when asked. */
export class Report {
  readonly machine: Machine = describeMachine();

  constructor(
    readonly name: string,
    private readonly json: boolean,
    private readonly directory: string,
  ) {
    this.line(`${name} on ${machineLine(this.machine)}`);
  }

  line(text = ''): void {
    (this.json ? process.stderr : process.stdout).write(`${text}\n`);
  }

  /** Writes a file beside the other results and says where. */
  file(name: string, content: string): string {
    fs.mkdirSync(this.directory, { recursive: true });
    const target = path.join(this.directory, name);
    fs.writeFileSync(target, content);
    this.line(`wrote ${path.relative(process.cwd(), target)}`);
    return target;
  }

  finish(figures: Record<string, unknown>): void {
    if (this.json) {
      process.stdout.write(
        `${JSON.stringify({ bench: this.name, machine: this.machine, at: new Date().toISOString(), ...figures })}\n`,
      );
    }
  }
}
