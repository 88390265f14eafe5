export * from './client/realtime-client';
export * from './text/words';
