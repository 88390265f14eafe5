export { Child, type ChildOptions } from './child';
export { startNats } from './nats';
export { findProgram, repositoryRoot } from './paths';
export { freePort } from './ports';
export { startRedis } from './redis';
export { type TestServer } from './server';
export { startService, type ServiceName, type ServiceOptions, type ServiceProcess } from './service';
export { describeWithSpeech, sharedSpeech } from './speech';
export { waitFor } from './wait';
