import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { WorldFacts, WorldOptions, WorldRequest } from './world';

/** A process of callers, and of engines when it has the bus's address. Answers one request at a time. */
export class WorldProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(options: WorldOptions): Promise<WorldProcess> {
    const child = fork(path.join(__dirname, 'world.js'), [JSON.stringify(options)]);
    await once(child, 'message');
    return new WorldProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  open(sessions: number): Promise<unknown> {
    return this.#ask({ do: 'open', sessions });
  }

  start(): Promise<unknown> {
    return this.#ask({ do: 'start' });
  }

  async take(): Promise<WorldFacts> {
    return (await this.#ask({ do: 'take' })) as WorldFacts;
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.send({ do: 'stop' } satisfies WorldRequest);
    await exited;
  }

  async #ask(request: WorldRequest): Promise<WorldFacts | undefined> {
    const answered = once(this.child, 'message');
    this.child.send(request);
    const [{ facts }] = (await answered) as [{ facts?: WorldFacts }];
    return facts;
  }
}
