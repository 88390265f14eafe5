export * from './stream';
export * from './errors';
