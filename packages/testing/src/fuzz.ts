export * from './fuzz/frames';
export * from './fuzz/fuzz-client';
export * from './fuzz/raw-bytes';
