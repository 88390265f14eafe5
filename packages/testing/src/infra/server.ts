import { Child } from './child';
import { dockerAvailable, startContainer } from './container';
import { findProgram } from './paths';
import { freePort } from './ports';
import { waitFor } from './wait';

/** A NATS or Redis server for tests. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Kills it (SIGKILL) and starts it again on the same port, `downMs` later. */
  restart(downMs?: number): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stands still, as by SIGSTOP. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerRecipe {
  readonly program: string;
  readonly image: string;
  readonly containerPort: number;
  args(port: number): string[];
  url(port: number): string;
  alive(port: number): Promise<boolean>;
}

const startTimeoutMs = 10_000;

/** A program on the PATH, a container, or an error that says what to install. */
export async function startServer(recipe: ServerRecipe): Promise<TestServer> {
  const program = findProgram(recipe.program);
  if (program !== undefined) return startProgram(recipe, program);
  if (await dockerAvailable()) return startContainer(recipe);
  throw new Error(
    `${recipe.program} is needed for the tests: install it (apt-get install ${recipe.program}), or start Docker`,
  );
}

async function startProgram(recipe: ServerRecipe, program: string): Promise<TestServer> {
  const port = await freePort();
  let child: Child | undefined;
  const start = async (): Promise<void> => {
    const started = new Child(program, recipe.args(port));
    child = started;
    await waitFor(`${recipe.program} on port ${port}`, startTimeoutMs, async () => {
      if (!started.running) throw new Error(`${recipe.program} ended: ${started.lines.slice(-5).join('\n')}`);
      return recipe.alive(port);
    });
  };
  await start();
  return {
    url: recipe.url(port),
    port,
    start,
    kill: async () => child?.kill(),
    async restart(downMs = 0) {
      await child?.kill();
      await new Promise<void>((resolve) => setTimeout(resolve, downMs));
      await start();
    },
    pause: async () => child?.signal('SIGSTOP'),
    resume: async () => child?.signal('SIGCONT'),
    async stop() {
      child?.signal('SIGCONT');
      await child?.stop();
    },
  };
}
