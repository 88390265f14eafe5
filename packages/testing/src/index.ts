export * from './client/realtime-client';
export * from './infra';
export * from './text/words';
