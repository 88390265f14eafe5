import type { TestServer } from '../infra/server';

/** What the setup started, for the teardown: both run in jest's own process. */
export const servers: TestServer[] = [];
