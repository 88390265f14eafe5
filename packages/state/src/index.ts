export * from './errors';
export * from './fold-log';
export { logEntrySchema, type Json, type LogEntry, type StoredItem, type StoredSession } from './records';
export * from './session-store';
