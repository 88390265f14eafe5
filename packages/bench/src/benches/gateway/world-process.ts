import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { WorldFacts, WorldOptions, WorldRequest } from './world';

/**
 * Callers and engines share one core, and what they are late for looks like the gateway's delay: on two processors V8
 * marked the engines' heap with four threads twice a second, which held them up for 60–100 ms each time. It collects in
 * the only thread that there is work for, and little at a time.
 */
const heapFlags = ['--single-threaded-gc', '--max-semi-space-size=8', '--heap-growing-percent=300'] as const;

/** A process of callers, and of engines when it has the bus's address. Answers one request at a time. */
export class WorldProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(options: WorldOptions): Promise<WorldProcess> {
    const program = path.join(__dirname, 'world.js');
    const child = fork(program, [JSON.stringify(options)], { execArgv: [...process.execArgv, ...heapFlags] });
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
