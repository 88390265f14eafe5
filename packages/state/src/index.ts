export type { Lifetimes } from './backend';
export type { StoreLimits } from './backed-store';
export * from './errors';
export * from './fold-log';
export { MemoryBackend } from './memory-backend';
export { logEntrySchema, type Json, type LogEntry, type StoredItem, type StoredSession } from './records';
export type { RedisLog } from './redis/connection';
export * from './session-store';
export * from './stores';
