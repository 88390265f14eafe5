import { servers } from './servers';

export default async function teardown(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}
