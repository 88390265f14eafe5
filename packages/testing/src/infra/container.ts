import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort } from './ports';
import type { ServerRecipe, TestServer } from './server';
import { waitFor } from './wait';

const run = promisify(execFile);

export async function dockerAvailable(): Promise<boolean> {
  try {
    await run('docker', ['info'], { timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

/** The same server in a container, on a host port that stays the same over restarts. */
export async function startContainer(recipe: ServerRecipe): Promise<TestServer> {
  const { GenericContainer } = await import('testcontainers');
  const port = await freePort();
  const container = await new GenericContainer(recipe.image)
    .withExposedPorts({ container: recipe.containerPort, host: port })
    .start();
  const docker = async (...args: string[]): Promise<void> =>
    void (await run('docker', [...args, container.getId()]));
  const alive = () => waitFor(`${recipe.image} on port ${port}`, 30_000, () => recipe.alive(port));
  const start = async (): Promise<void> => {
    await docker('start');
    await alive();
  };
  await alive();
  return {
    url: recipe.url(port),
    port,
    start,
    kill: () => docker('kill'),
    async restart(downMs = 0) {
      await docker('kill');
      await new Promise<void>((resolve) => setTimeout(resolve, downMs));
      await start();
    },
    pause: () => docker('pause'),
    resume: () => docker('unpause'),
    stop: async () => void (await container.stop()),
  };
}
