export * from './errors';
export type * from './host';
export { createEngineHost, type EngineHostDependencies } from './pool/engine-pool';
export { serveEngine, type EngineProgram, type WorkContext } from './child/serve';
export { resolveProgram } from './program';
export { scatter } from './scatter';
export { singleResult } from './single-result';
export { chooseThreads, LoadWatch } from './child/load-watch';
